/**
 * Ours, for tests: reads a multipart/form-data body into fields and files.
 * Not covered: nested multipart, transfer encodings, RFC 5987 filenames, streaming (the body is held whole).
 */

import { badRequest, type UploadedFile } from "./types.ts";

export type Multipart = { fields: Map<string, string>; files: UploadedFile[] };

/** Splits a multipart body; anything malformed is a 400. */
export function parseMultipart(body: Buffer, contentType: string): Multipart {
  const boundary = readBoundary(contentType);
  const result: Multipart = { fields: new Map(), files: [] };
  for (const part of splitParts(body, boundary)) addPart(result, part);
  return result;
}

/** The boundary of the content type. */
function readBoundary(contentType: string): string {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw badRequest("boundary not found");
  if (boundary.length > 250) throw badRequest("boundary too big or empty");
  return boundary;
}

/** The raw parts between the delimiters; the closing delimiter must be there. */
function splitParts(body: Buffer, boundary: string): Buffer[] {
  const opening = Buffer.from(`--${boundary}`);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Buffer[] = [];
  let at = body.indexOf(opening);
  if (at < 0) throw badRequest("unexpected end of request content");
  at += opening.length;
  while (body.subarray(at, at + 2).toString("latin1") !== "--") {
    if (body.subarray(at, at + 2).toString("latin1") !== "\r\n")
      throw badRequest("can't parse form data headers");
    const end = body.indexOf(delimiter, at);
    if (end < 0) throw badRequest("unexpected end of request content");
    parts.push(body.subarray(at + 2, end));
    at = end + delimiter.length;
  }
  return parts;
}

/** Reads one part's headers and files it as a field or an upload. */
function addPart(result: Multipart, part: Buffer): void {
  const split = part.indexOf("\r\n\r\n");
  if (split < 0) throw badRequest("headers in multipart/form-data are empty");
  const headers = part.subarray(0, split).toString("utf8");
  const data = part.subarray(split + 4);
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers)?.[1];
  if (disposition === undefined) throw badRequest("expected form-data content disposition");
  const field = quoted(disposition, "name");
  if (field === undefined) throw badRequest("field name in multipart/form-data not found");
  const filename = quoted(disposition, "filename");
  const contentType = /^content-type:\s*(\S+)/im.exec(headers)?.[1];
  if (filename === undefined) result.fields.set(field, data.toString("utf8"));
  else
    result.files.push({
      field,
      filename,
      contentType: contentType ?? "application/octet-stream",
      data,
    });
}

/** A quoted parameter of the disposition header. */
function quoted(disposition: string, name: string): string | undefined {
  return new RegExp(`(?:^|[;\\s])${name}="([^"]*)"`, "i").exec(disposition)?.[1];
}
