/**
 * Ours, for tests: parse_mode HTML, read strictly. Tags b strong i em u ins s strike del a code pre
 * blockquote tg-spoiler and span class="tg-spoiler"; entities lt gt amp quot and numeric ones.
 * Wording and byte offsets follow Telegram. Stricter than Telegram, which lets these pass silently
 * (`lenient: true` lets them pass here too): a bare "&" or ">", an unknown named entity, a nesting that
 * the documentation rules out, a link without an absolute address.
 * Not covered: tg-emoji, tg-time, merging of neighbouring entities.
 */

import { badRequest, byteLength, type Entity } from "./types.ts";

const TYPES = new Map<string, string>([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["tg-spoiler", "spoiler"],
  ["span", "spoiler"],
  ["a", "text_link"],
  ["code", "code"],
  ["pre", "pre"],
  ["blockquote", "blockquote"],
]);
const STYLES = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);
const NAMED = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
]);

export type Formatted = { text: string; entities: Entity[] };
type OpenTag = { name: string; attributes: Map<string, string>; offset: number };

/** Parses HTML into text and entities, or refuses it with a 400. */
export function parseHtml(source: string, lenient = false): Formatted {
  const parser = new HtmlParser(source, lenient);
  return parser.run();
}

class HtmlParser {
  readonly #source: string;
  readonly #lenient: boolean;
  readonly #open: OpenTag[] = [];
  readonly #entities: Entity[] = [];
  #at = 0;
  #text = "";

  constructor(source: string, lenient: boolean) {
    this.#source = source;
    this.#lenient = lenient;
  }

  run(): Formatted {
    while (this.#at < this.#source.length) this.#step();
    const unclosed = this.#open.at(-1);
    if (unclosed) this.#fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    this.#entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
    if (/\p{Surrogate}/u.test(this.#text))
      this.#fail("Text contains invalid Unicode characters after decoding HTML entities");
    return { text: this.#text, entities: this.#entities };
  }

  /** Takes one tag, one entity or one character. */
  #step(): void {
    const char = this.#source.charAt(this.#at);
    if (char === "<") {
      if (this.#source.charAt(this.#at + 1) === "/") this.#endTag();
      else this.#startTag();
    } else if (char === "&") this.#text += this.#entity();
    else {
      if (char === ">" && !this.#lenient) this.#fail(`Unescaped ">" at byte offset ${this.#bytes(this.#at)}`);
      this.#text += char;
      this.#at++;
    }
  }

  #startTag(): void {
    const begin = this.#at;
    const name = (/^[^\s>]*/.exec(this.#source.slice(begin + 1))?.[0] ?? "").toLowerCase();
    this.#at = begin + 1 + name.length;
    if (this.#at >= this.#source.length)
      this.#fail(`Unclosed start tag at byte offset ${this.#bytes(begin)}`);
    if (!TYPES.has(name)) this.#fail(`Unsupported start tag "${name}" at byte offset ${this.#bytes(begin)}`);
    const attributes = this.#attributes(name, begin);
    const tag = { name, attributes, offset: this.#text.length };
    this.#checkTag(tag, begin);
    this.#open.push(tag);
  }

  /** Reads attributes up to and with the closing ">". */
  #attributes(tag: string, begin: number): Map<string, string> {
    const attributes = new Map<string, string>();
    for (;;) {
      this.#skip(/^\s+/);
      if (this.#source.charAt(this.#at) === ">") break;
      if (this.#at >= this.#source.length) this.#unclosed(tag, begin);
      const name = this.#skip(/^[^\s=>/"']*/);
      if (name === "")
        this.#fail(`Empty attribute name in the tag "${tag}" at byte offset ${this.#bytes(begin)}`);
      this.#skip(/^\s+/);
      if (this.#at >= this.#source.length) this.#unclosed(tag, begin);
      const hasValue = this.#skip(/^=\s*/) !== "";
      attributes.set(name, hasValue ? this.#attributeValue(begin) : "");
    }
    this.#at++;
    return attributes;
  }

  #attributeValue(begin: number): string {
    const quote = this.#source.charAt(this.#at);
    if (quote !== '"' && quote !== "'") return this.#nameToken();
    this.#at++;
    let value = "";
    while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== quote) {
      const char = this.#source.charAt(this.#at);
      if (char === "&") value += this.#entity(true);
      else {
        value += char;
        this.#at++;
      }
    }
    this.#at++;
    if (this.#at >= this.#source.length)
      this.#fail(`Unclosed start tag at byte offset ${this.#bytes(begin)}`);
    return value;
  }

  #nameToken(): string {
    const begin = this.#at;
    const token = this.#skip(/^[A-Za-z0-9.-]*/);
    if (!/^[\s>]/.test(this.#source.slice(this.#at, this.#at + 1))) {
      this.#fail(`Unexpected end of name token at byte offset ${this.#bytes(begin)}`);
    }
    return token.toLowerCase();
  }

  /** Refuses tags that Telegram refuses, then those that its documentation rules out. */
  #checkTag(tag: OpenTag, begin: number): void {
    const where = `at byte offset ${this.#bytes(begin)}`;
    if (tag.name === "span" && tag.attributes.get("class") !== "tg-spoiler") {
      this.#fail(`Tag "span" must have class "tg-spoiler" ${where}`);
    }
    if (this.#lenient) return;
    if (tag.name === "a" && !isLink(tag.attributes.get("href") ?? "")) {
      this.#fail(`Tag "a" must have an absolute "href" ${where}`);
    }
    const outer = this.#open.find((open) => !mayContain(open.name, tag.name));
    if (outer) this.#fail(`Tag "${tag.name}" can't be nested in tag "${outer.name}" ${where}`);
  }

  #endTag(): void {
    const begin = this.#at;
    const where = `at byte offset ${this.#bytes(begin)}`;
    const top = this.#open.pop();
    if (!top) return this.#fail(`Unexpected end tag ${where}`);
    this.#at += 2;
    const name = this.#skip(/^[^\s>]*/).toLowerCase();
    this.#skip(/^\s+/);
    if (this.#source.charAt(this.#at) !== ">") this.#fail(`Unclosed end tag ${where}`);
    this.#at++;
    const mayBeEmpty = this.#lenient && name === "";
    if (name !== top.name && !mayBeEmpty) {
      this.#fail(`Unmatched end tag ${where}, expected "</${top.name}>", found "</${name}>"`);
    }
    this.#close(top);
  }

  /** Adds the entity of a closed tag; an empty one leaves none. */
  #close(tag: OpenTag): void {
    const length = this.#text.length - tag.offset;
    if (length === 0) return;
    const entity: Entity = { type: TYPES.get(tag.name) ?? "", offset: tag.offset, length };
    const href = tag.attributes.get("href") ?? "";
    if (tag.name === "a" && !isLink(href)) return;
    if (tag.name === "a") entity.url = href;
    if (tag.name === "blockquote" && tag.attributes.has("expandable")) entity.type = "expandable_blockquote";
    const language = /^language-(.+)$/.exec(tag.attributes.get("class") ?? "")?.[1];
    if (tag.name === "code" && this.#open.at(-1)?.name === "pre") {
      const pre = this.#open.at(-1);
      if (pre && language !== undefined) pre.attributes.set("language", language);
      return;
    }
    const inherited = tag.attributes.get("language");
    if (tag.name === "pre" && inherited !== undefined) entity.language = inherited;
    this.#entities.push(entity);
  }

  /** Decodes the entity at the cursor; in an attribute a bare "&" is kept, as in an address. */
  #entity(inAttribute = false): string {
    const rest = this.#source.slice(this.#at, this.#at + 16);
    const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/i.exec(rest);
    const decoded = match ? decodeEntity(match) : undefined;
    const complete = match?.[0].endsWith(";") ?? false;
    if (!this.#lenient && !inAttribute && (decoded === undefined || !complete)) {
      this.#fail(`Unescaped "&" or unsupported HTML entity at byte offset ${this.#bytes(this.#at)}`);
    }
    this.#at += match && decoded !== undefined ? match[0].length : 1;
    return decoded ?? "&";
  }

  /** Moves past what the pattern matches and gives it. */
  #skip(pattern: RegExp): string {
    const found = pattern.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #unclosed(tag: string, begin: number): never {
    return this.#fail(`Unclosed start tag "${tag}" at byte offset ${this.#bytes(begin)}`);
  }

  #bytes(index: number): number {
    return byteLength(this.#source.slice(0, index));
  }

  #fail(reason: string): never {
    throw badRequest(`can't parse entities: ${reason}`);
  }
}

/** The character that an entity stands for. */
function decodeEntity(match: RegExpExecArray): string | undefined {
  const [, hex, decimal, name] = match;
  if (name !== undefined) return NAMED.get(name);
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Whether the documentation lets one tag stand inside another. */
function mayContain(outer: string, inner: string): boolean {
  const innerIsCode = inner === "code" || inner === "pre";
  if (outer === "pre") return inner === "code";
  if (outer === "code") return false;
  if (STYLES.has(TYPES.get(outer) ?? "") && innerIsCode) return false;
  return !(outer === inner && (outer === "a" || outer === "blockquote"));
}

/** Whether an address is one that Telegram makes a link of. */
function isLink(href: string): boolean {
  if (/^(tg|mailto|tel):\S+$/i.test(href)) return true;
  return /^https?:\/\/\S+$/i.test(href) && URL.canParse(href);
}
