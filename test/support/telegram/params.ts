/**
 * Ours, for tests: the parameters of one request, from its query string and its body (JSON,
 * urlencoded or multipart), and typed reads of them with Telegram's error wording.
 * As Telegram does, every parameter is text underneath: an object in a JSON body and the same object
 * encoded in a form field read alike. Stricter than Telegram: a number that does not parse is refused.
 * Not covered: compressed bodies, a JSON body that is a bare string.
 */

import { parseMultipart } from "./multipart.ts";
import { ApiError, badRequest, isObject, type Json, type JsonObject, type UploadedFile } from "./types.ts";

/** Parameters whose form encoding is JSON, decoded in the record of calls. */
const JSON_FIELDS = new Set(
  "reply_markup entities caption_entities reply_parameters link_preview_options results commands scope media allowed_updates button".split(
    " ",
  ),
);

export class Params {
  readonly files: UploadedFile[];
  readonly #args: Map<string, string>;

  constructor(args: Map<string, string>, files: UploadedFile[] = []) {
    this.#args = args;
    this.files = files;
  }

  /** Whether the parameter was given at all, even empty. */
  has(name: string): boolean {
    return this.#args.has(name);
  }

  /** The parameter as text, empty when absent. */
  text(name: string): string {
    return this.#args.get(name) ?? "";
  }

  /** The parameter as a whole number, or the fallback when absent. */
  integer(name: string, fallback: number): number {
    const raw = this.text(name);
    if (raw === "") return fallback;
    if (!/^-?\d{1,18}$/.test(raw)) throw badRequest(`invalid ${name} specified`);
    return Number(raw);
  }

  /** The parameter as a flag, read as Telegram reads one. */
  flag(name: string): boolean {
    return /^(true|yes|1)$/i.test(this.text(name));
  }

  /** The parameter decoded from JSON, or undefined when absent; `what` names it in the error. */
  json(name: string, what: string): Json | undefined {
    const raw = this.text(name);
    if (raw === "") return undefined;
    try {
      return JSON.parse(raw) as Json;
    } catch {
      throw badRequest(`can't parse ${what} JSON object`);
    }
  }

  /** The upload of a field. */
  file(field: string): UploadedFile | undefined {
    return this.files.find((file) => file.field === field);
  }

  /** A plain copy for the record of calls, with known JSON fields decoded. */
  toRecord(): Record<string, Json> {
    const record: Record<string, Json> = {};
    for (const [name, raw] of this.#args) record[name] = JSON_FIELDS.has(name) ? decodeOr(raw) : raw;
    return record;
  }
}

/** Reads query string and body by content type. */
export function parseRequest(query: URLSearchParams, contentType: string, body: Buffer): Params {
  const args = new Map<string, string>(query);
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (body.length === 0) return new Params(args);
  if (type === "application/json") return new Params(merge(args, jsonArgs(body)));
  if (type === "application/x-www-form-urlencoded") {
    return new Params(merge(args, new URLSearchParams(body.toString("utf8"))));
  }
  if (type !== "multipart/form-data") {
    throw new ApiError(415, `Unsupported Media Type: content type "${type}" is not read by this test server`);
  }
  const { fields, files } = parseMultipart(body, contentType);
  return new Params(merge(args, fields), files);
}

/** Later values win, as a body's do over the query string's. */
function merge(into: Map<string, string>, from: Iterable<[string, string]>): Map<string, string> {
  for (const [name, value] of from) into.set(name, value);
  return into;
}

/** A JSON body's members as text; null members count as absent. */
function jsonArgs(body: Buffer): Map<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw badRequest("can't parse parameter value");
  }
  if (!isObject(value)) throw badRequest("JSON object expected");
  const args = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    if (member === null) continue;
    args.set(name, typeof member === "string" ? member : JSON.stringify(member));
  }
  return args;
}

/** Decoded JSON, or the text itself when it is not JSON. */
function decodeOr(raw: string): Json {
  try {
    return JSON.parse(raw) as Json;
  } catch {
    return raw;
  }
}

/** A required text field of a JSON object. */
export function requiredString(object: JsonObject, name: string): string {
  const value = object[name];
  if (value === undefined || value === null) throw badRequest(`can't find field "${name}"`);
  return optionalString(object, name);
}

/** A text field of a JSON object, empty when absent; a number reads as text, as Telegram allows. */
export function optionalString(object: JsonObject, name: string): string {
  const value = object[name];
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw badRequest(`field "${name}" must be of type String`);
  return value;
}

/** A whole-number field of a JSON object; a numeric string reads as one, as Telegram allows. */
export function requiredInteger(object: JsonObject, name: string): number {
  const value = object[name];
  if (value === undefined || value === null) throw badRequest(`can't find field "${name}"`);
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) {
    throw badRequest(`field "${name}" must be of type Number`);
  }
  return number;
}

/** Runs a reader of a JSON part, putting "can't parse X: " before what it refuses. */
export function within<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 400) throw error;
    const inner = error.message.replace(/^Bad Request: /, "");
    throw badRequest(`can't parse ${what}: ${inner.charAt(0).toUpperCase()}${inner.slice(1)}`);
  }
}
