/**
 * Ours, for tests: the HTTP side of the Telegram test server: paths, tokens, bodies, status codes.
 * Paths are /bot<token>/<method>, GET or POST; the method's name in any case.
 * Not covered: /file/bot downloads, the /test environment, compressed bodies, https.
 */

import type { IncomingMessage, ServerResponse } from "node:http";
import { parseRequest, type Params } from "./params.ts";
import { ApiError, type ApiResponse } from "./types.ts";

const MAX_BODY_BYTES = 50 * 1024 * 1024;

/** Carries out one call. */
export type Handler = (method: string, params: Params, signal: AbortSignal) => Promise<ApiResponse>;

/** Reads one request, has it carried out and answers it. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  handler: Handler,
): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  let answer: ApiResponse;
  try {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const method = checkPath(url.pathname, token);
    const body = await readBody(request);
    answer = await handler(
      method,
      parseRequest(url.searchParams, request.headers["content-type"] ?? "", body),
      gone.signal,
    );
  } catch (error) {
    answer = toErrorResponse(error);
  }
  if (!gone.signal.aborted) respond(response, answer);
}

/** Any error as the body that goes out; one that is not an ApiError is a fault of this server. */
export function toErrorResponse(error: unknown): ApiResponse {
  if (error instanceof ApiError) return error.toResponse();
  const reason = error instanceof Error ? error.message : String(error);
  return { ok: false, error_code: 500, description: `Internal Server Error: ${reason}` };
}

/** The method that the path names, once the token is right. */
function checkPath(path: string, token: string): string {
  const match = /^\/bot([^/]*)\/+([^/]*)\/?$/.exec(path);
  const given = match?.[1];
  const method = match?.[2];
  if (given === undefined || method === undefined) throw new ApiError(404, "Not Found");
  const decoded = decodeToken(given);
  if (!/^[1-9]\d*:/.test(decoded) || decoded.length > 80)
    throw new ApiError(401, "Unauthorized: invalid token specified");
  if (decoded !== token) throw new ApiError(401, "Unauthorized");
  return method;
}

function decodeToken(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** The whole body, up to Telegram's limit for uploads. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (request.method !== "GET" && request.method !== "POST") throw new ApiError(405, "Method Not Allowed");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new ApiError(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends the answer under the status code that its error code is. */
function respond(response: ServerResponse, answer: ApiResponse): void {
  const body = JSON.stringify(answer);
  const retryAfter = answer.ok ? undefined : answer.parameters?.retry_after;
  response.writeHead(answer.ok ? 200 : answer.error_code, {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(body);
}
