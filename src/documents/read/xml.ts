/** XML, tag by tag. Entities that a file defines itself are not expanded. */
import { Parser } from "htmlparser2";

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

export function readXml(xml: string, handler: XmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open(name, attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(name),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** `w:val` as a number of at least nothing; undefined where it is none. */
export function numberOf(attributes: Attributes, name = "w:val"): number | undefined {
  const number = Number.parseInt(attributes[name] ?? "", 10);
  return Number.isNaN(number) || number < 0 ? undefined : number;
}

/** A switch without a value is on. */
export const isOn = (attributes: Attributes): boolean =>
  !/^(?:0|false|off|none)$/u.test(attributes["w:val"] ?? "1");
