/**
 * Ours, for tests: what discord-digital-twin leaves out, files with messages. It stands before the twin's REST, takes
 * multipart bodies as Discord's documentation describes them under "Uploading Files" and "Editing Message Attachments",
 * hands the rest on as JSON, and remembers which files a message holds. As seen on Discord (discord-api-docs 1340, 5675):
 * a file an embed names as `attachment://` is shown there and is missing from the message's `attachments`, its address in
 * the embed becomes one of the CDN, and an edit whose embed does not name it again lets it fall out below the embed.
 * Stricter than Discord: every new file must be listed, a name must be free of what Discord would replace, an embed
 * must not name a file that is not there.
 * Not covered: files in the callback of an interaction, edits without embeds, images of embeds but `image` of each, the
 * CDN itself.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type DigitalDiscord, generateSnowflake } from "discord-digital-twin";
import * as z from "zod";

/** Discord's limits: of a file, of the message's files together, and of a description. */
const MOST_BYTES = 10 * 2 ** 20;
const MOST_FILES = 10;
const MOST_DESCRIPTION = 1024;

/** A file a message holds. */
export interface HeldFile {
  id: string;
  filename: string;
  description: string | undefined;
  contentType: string;
  bytes: Buffer;
  url: string;
}

export interface Uploads {
  url: string;
  /** Every file of a message, shown in an embed or below it. */
  held: (messageId: string) => readonly HeldFile[];
  /** Resolves once every request that has come is answered: a message is there a moment before its files are. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

const Embed = z.looseObject({ image: z.looseObject({ url: z.string() }).optional() });
const Payload = z.looseObject({
  embeds: z.array(Embed).max(10).optional(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.int()]).transform(String),
        filename: z.string().optional(),
        description: z.string().max(MOST_DESCRIPTION).nullish(),
      }),
    )
    .max(MOST_FILES)
    .optional(),
});
type Payload = z.infer<typeof Payload>;

/** A file as it came, under the number it came with. */
interface Part {
  number: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: Buffer | string;
}

class Refusal extends Error {
  readonly reply: Reply;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    const headers = { "content-type": "application/json" };
    this.reply = { status, headers, body: JSON.stringify({ code, message, errors }) };
  }
}

/** @param path where in the form something is wrong. */
function invalid(path: readonly (string | number)[], message: string): Refusal {
  const wrong: object = { _errors: [{ code: "INVALID", message }] };
  const errors = path.reduceRight((inner: object, key) => ({ [key]: inner }), wrong);
  return new Refusal(400, 50_035, "Invalid Form Body", errors);
}

const OF_THE_CONNECTION = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);
const Known = z.looseObject({ id: z.string() });
const MESSAGE =
  /^\/api\/v10\/(?:channels\/(?<channel>\d+)|webhooks\/\d+\/(?<token>[^/?]+))(?:\/messages(?:\/(?<message>[^/?]+))?)?(?:\?.*)?$/u;

/** @param twin must have been started. */
export async function createUploads(twin: DigitalDiscord): Promise<Uploads> {
  const files = new Map<string, readonly HeldFile[]>();
  const open = new Set<Promise<Reply>>();

  /** Where a request wants its message: the channel, and the message where one is edited. */
  async function placeOf(
    path: string,
  ): Promise<{ channel: string; message: string | undefined } | undefined> {
    const { channel, token, message } = MESSAGE.exec(path)?.groups ?? {};
    if (channel !== undefined) return { channel, message };
    if (token === undefined) return undefined;
    const interaction = await twin.prisma.interactionResponse.findUnique({
      where: { interactionToken: token },
    });
    if (!interaction) return undefined;
    const original = message !== undefined && decodeURIComponent(message) === "@original";
    const edited = original ? (interaction.messageId ?? undefined) : message;
    return { channel: interaction.channelId, message: edited };
  }

  async function take(request: IncomingMessage, body: Buffer): Promise<Reply> {
    const { method = "", url: path = "", headers } = request;
    const form = await formOf(headers, body);
    const isMessage = method === "POST" || method === "PATCH";
    const place = isMessage && form ? await placeOf(path) : undefined;
    if (!place || !form) {
      if (form && form.parts.length > 0) throw invalid(["files"], "no files here");
      return forward(request, headers["content-type"], body);
    }
    const before = (place.message === undefined ? undefined : files.get(place.message)) ?? [];
    const now = retained(before, form.payload, form.parts, place.channel);
    const named = new Set<HeldFile>();
    const { attachments: _attachments, ...payload } = form.payload;
    const embeds = payload.embeds?.map((embed, i) => resolved(embed, i, now, named));
    const json = JSON.stringify({ ...payload, ...(embeds && { embeds }) });
    const reply = await forward(request, "application/json", Buffer.from(json));
    if (reply.status >= 300 || (now.length === 0 && before.length === 0)) return reply;
    const message = Known.parse(JSON.parse(reply.body.toString()));
    files.set(message.id, now);
    const below = now.filter((file) => !named.has(file)).map(shown);
    await twin.prisma.message.update({
      where: { id: message.id },
      data: { attachments: JSON.stringify(below) },
    });
    return { ...reply, body: JSON.stringify({ ...message, attachments: below }) };
  }

  async function forward(
    { method = "", url = "", headers }: IncomingMessage,
    contentType: string | undefined,
    body: Buffer,
  ): Promise<Reply> {
    const { authorization } = headers;
    const response = await fetch(`http://127.0.0.1:${twin.port}${url}`, {
      method,
      headers: {
        ...(authorization && { authorization }),
        ...(contentType && { "content-type": contentType }),
      },
      ...(method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(body) }),
    });
    const kept = [...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name));
    const answer = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(kept), body: answer };
  }

  async function replyTo(request: IncomingMessage): Promise<Reply> {
    try {
      return await take(request, await buffer(request));
    } catch (error) {
      return error instanceof Refusal ? error.reply : { status: 500, body: String(error) };
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const replying = replyTo(request);
    open.add(replying);
    const { status, headers, body } = await replying;
    open.delete(replying);
    response.writeHead(status, headers).end(body);
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held: (messageId) => files.get(messageId) ?? [],
    settled: async () => void (await Promise.all(open)),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** @returns undefined for a body that is neither JSON nor a form. */
async function formOf(
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<{ payload: Payload; parts: Part[] } | undefined> {
  const contentType = headers["content-type"] ?? "";
  if (contentType.startsWith("application/json"))
    return Array.isArray(parsed(body.toString()))
      ? undefined
      : { payload: payloadOf(body.toString()), parts: [] };
  if (!contentType.startsWith("multipart/form-data")) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => {
      throw new Refusal(400, 50_109, "The request body contains invalid multipart data.");
    });
  let payload: Payload = {};
  const parts: Part[] = [];
  for (const [field, value] of form) {
    const number = /^files\[(\d+)\]$/u.exec(field)?.[1];
    if (typeof value === "string") {
      if (field !== "payload_json") throw invalid([field], "unknown field");
      payload = payloadOf(value);
    } else {
      if (number === undefined) throw invalid([field], "not a name of a file");
      const bytes = Buffer.from(await value.arrayBuffer());
      parts.push({ number, name: value.name, contentType: value.type, bytes });
    }
  }
  if (parts.some(({ bytes }) => bytes.length > MOST_BYTES))
    throw new Refusal(413, 40_005, "Request entity too large");
  return { payload, parts };
}

function payloadOf(json: string): Payload {
  const payload = Payload.safeParse(parsed(json));
  if (payload.success) return payload.data;
  const [issue] = payload.error.issues;
  throw invalid((issue?.path ?? []).map(String), issue?.message ?? "");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal(400, 50_109, "The request body contains invalid JSON.");
  }
}

/** The files of a message after a request: those listed, or, where nothing is listed, those it had and the new ones. */
function retained(
  before: readonly HeldFile[],
  { attachments }: Payload,
  parts: readonly Part[],
  channel: string,
): HeldFile[] {
  const kept = before.filter(({ id }) => !attachments || attachments.some((listed) => listed.id === id));
  const fresh = parts.map(({ number, name, contentType, bytes }) => {
    const listed = attachments?.find(({ id }) => id === number);
    if (!listed) throw invalid(["attachments"], `files[${number}] is not listed`);
    const { filename = name, description } = listed;
    if (!/^[\w.-]+$/u.test(filename)) throw invalid(["attachments", number, "filename"], "would be replaced");
    const id = generateSnowflake();
    const url = `https://cdn.discordapp.com/attachments/${channel}/${id}/${filename}?ex=1&is=2&hm=3&`;
    return { id, filename, description: description ?? undefined, contentType, bytes, url };
  });
  for (const { id } of attachments ?? [])
    if (![...kept.map((file) => file.id), ...parts.map(({ number }) => number)].includes(id))
      throw invalid(["attachments"], `there is no file ${id}`);
  return [...kept, ...fresh];
}

/** An embed with the address of the file it names; that file is added to `named`. */
function resolved(
  embed: z.infer<typeof Embed>,
  index: number,
  files: readonly HeldFile[],
  named: Set<HeldFile>,
): z.infer<typeof Embed> {
  const { image } = embed;
  if (image?.url.startsWith("attachment://") !== true) return embed;
  const file = files.find(({ filename }) => `attachment://${filename}` === image.url);
  if (!file || !/\.(?:jpe?g|png|webp|gif)$/u.test(file.filename))
    throw invalid(["embeds", index, "image", "url"], "no such image");
  named.add(file);
  return { ...embed, image: { ...image, url: file.url } };
}

const shown = ({ id, filename, description, contentType, bytes, url }: HeldFile): object => ({
  id,
  filename,
  ...(description !== undefined && { description }),
  content_type: contentType,
  size: bytes.length,
  url,
  proxy_url: url,
});
