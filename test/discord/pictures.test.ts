/** Answers that say the same in a picture: it goes along once, and no picture ever costs an answer. */
import type { APIMessage } from "discord-api-types/v10";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import type { Draw, Drawing } from "../../src/adapters/shared/drawing.ts";
import type { Answer, Locale, Picture } from "../../src/core/types.ts";
import { createPictures } from "../../src/pictures/pictures.ts";
import { LONG, SHORT } from "../support/discord/answers.ts";
import { startBot, type TestLog } from "../support/discord/bot.ts";
import { buttonsOf, createWorld, type Room, shown, type World } from "../support/discord/world.ts";
import { dataset } from "../support/bot.ts";

const PICTURE: Picture = { kind: "map", cluster: "半导体与集成电路" };
/** The first bytes of a PNG are enough for a server that looks at the type alone. */
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const DRAWN: Drawing = { name: "map-semi.0123456789ab.png", bytes: PNG, alt: "半导体：深圳、广州为核心" };

let world: World;
let adapter: Platform;
let log: TestLog;
/** What is drawn in this test, and what had been forwarded to Discord by then. */
let draw: Draw;
let drawings: { picture: Picture; locale: Locale; forwarded: string[] }[];

beforeAll(async () => {
  world = await createWorld();
});

afterAll(() => world.stop());

const answerTo = (text: string): Answer => {
  const said = text.includes("长") ? LONG : { ...SHORT, title: { ...SHORT.title, text } };
  return text.includes("无图") ? said : { ...said, picture: PICTURE };
};

beforeEach(async () => {
  draw = () => Promise.resolve(DRAWN);
  drawings = [];
  ({ adapter, log } = await startBot(world.apiRoot, ({ text }) => answerTo(text), {
    draw: (picture, locale) => {
      drawings.push({ picture, locale, forwarded: world.proxy.forwarded.map(({ path }) => path) });
      return draw(picture, locale);
    },
  }));
});

afterEach(async () => {
  world.proxy.clear();
  await adapter.stop();
});

const refusal = (status: number, code: number, errors?: object) => ({
  status,
  body: JSON.stringify({ code, message: `refused with ${code}`, errors }),
  headers: { "content-type": "application/json" },
});
const CALLBACK = /\/callback/u;

/** Refuses the first `times` requests that would show something. */
const refuse = (answer: ReturnType<typeof refusal>, times = 1): void =>
  world.proxy.inject({
    match: ({ method, url = "" }) => method !== "GET" && /\/messages(?:\/|$)/u.test(url),
    answer,
    times,
  });

async function told(room: Room, text: string, count = 1): Promise<APIMessage> {
  await world.mention(room, text);
  return world.heard(room.channel, count);
}

/** Whether a message shows exactly this picture, in its embed and nowhere else. */
function expectPictured(message: APIMessage, { name, alt, bytes }: Drawing = DRAWN): void {
  const [file, ...others] = world.files(message.id);
  expect(others).toEqual([]);
  expect(file).toMatchObject({ filename: name, description: alt, contentType: "image/png" });
  expect(Buffer.compare(file?.bytes ?? PNG, bytes)).toBe(0);
  expect(message.embeds).toHaveLength(1);
  expect(message.embeds[0]?.image?.url).toBe(file?.url);
  expect(message.attachments).toEqual([]);
}

function expectPlain(message: APIMessage): void {
  expect(world.files(message.id)).toEqual([]);
  expect(message.attachments).toEqual([]);
  for (const embed of message.embeds) expect(embed.image).toBeUndefined();
}

const Payload = z.looseObject({ nonce: z.string().optional(), enforce_nonce: z.boolean().optional() });

/** The JSON of every request that reached Discord, with a file and without. */
const payloads = (part: string): z.infer<typeof Payload>[] =>
  world.proxy.forwarded
    .filter(({ path, method }) => path.includes(part) && method !== "GET")
    .map(({ body }) => /name="payload_json"\r\n\r\n(.*)\r\n/u.exec(body)?.[1] ?? body)
    .map((json) => Payload.parse(JSON.parse(json)));

const leftOut = (): string[] =>
  log.lines
    .filter(({ message }) => message === "discord: answered without the picture")
    .map(({ fields }) => String(fields["reason"]));

describe("an answer with a picture", () => {
  it("shows it in a message, with its description", async () => {
    const message = await told(world.room(), "地图");
    expectPictured(message);
    expect(shown(message)).toContain("地图");
    expect(drawings.map(({ picture }) => picture)).toEqual([PICTURE]);
  });

  it("shows it after a command, drawn once the command was acknowledged", async () => {
    const room = world.room();
    world.proxy.inject({ match: CALLBACK, delayMs: 200 });
    const { id } = await world.slash(room, "map", { topic: "半导体" });
    expectPictured(await world.heard(room.channel));
    expect(drawings.map(({ forwarded }) => forwarded.some((path) => path.includes(id)))).toEqual([true]);
  });

  it("shows it after a button that asks", async () => {
    const room = world.room();
    const first = await told(room, "无图");
    await world.press(room, first.id, "ask:地图");
    expectPictured(await world.heard(room.channel, 2));
    expectPlain(first);
  });

  it("shows it in a post", async () => {
    const room = world.room();
    const { id } = await adapter.post({ platform: "discord", id: room.channel }, answerTo("今天"));
    const message = await world.heard(room.channel);
    expect(message.id).toBe(id);
    expectPictured(message);
  });

  it("is drawn in the language of the answer", async () => {
    const room = world.room();
    await adapter.post({ platform: "discord", id: room.channel }, { ...answerTo("today"), locale: "en" });
    expect(drawings.map(({ locale }) => locale)).toEqual(["en"]);
  });

  it("has a description Discord takes, however long the words are", async () => {
    const alt = `${"深圳；".repeat(340)}😀😀😀😀😀`;
    draw = () => Promise.resolve({ ...DRAWN, alt });
    const [file] = world.files((await told(world.room(), "地图")).id);
    expect(file?.description).toMatch(/^深圳；.*…$/u);
    expect(file?.description?.length).toBeLessThanOrEqual(1024);
  });

  it("shows what is really drawn", async () => {
    const pictures = createPictures({
      dataset,
      folder: fileURLToPath(new URL("../../pictures", import.meta.url)),
      fonts: fileURLToPath(new URL("../../assets/font", import.meta.url)),
      onTrouble: (reason) => expect.fail(reason),
    });
    const real = await pictures.draw(PICTURE, "zh-CN");
    draw = (picture, locale) => pictures.draw(picture, locale);
    const room = world.room();
    expectPictured(await told(room, "地图"), real);
    await world.slash(room, "map", { topic: "半导体" });
    expectPictured(await world.heard(room.channel, 2), real);
    expect(real?.alt).toContain("深圳");
  });
});

describe("an answer without one", () => {
  it("is not drawn", async () => {
    expectPlain(await told(world.room(), "无图"));
    expect(drawings).toEqual([]);
  });
});

describe("turning pages", () => {
  /** Presses a button and waits for the page. */
  async function turn(room: Room, message: APIMessage, label: string, page: number): Promise<APIMessage> {
    const button = buttonsOf(message).find((candidate) => candidate.label === label);
    await world.press(room, message.id, button?.id ?? "");
    let now = message;
    await expect
      .poll(async () => shown((now = (await world.botMessages(room.channel))[0] ?? message)), {
        timeout: 10_000,
      })
      .toContain(`第 ${page} 页`);
    return now;
  }

  it.each([
    ["a message", (room: Room) => world.mention(room, "长")],
    ["a command", (room: Room) => world.slash(room, "map", { topic: "长" })],
    [
      "a post",
      (room: Room) =>
        adapter.post({ platform: "discord", id: room.channel }, answerTo("长"), { key: room.user }),
    ],
  ])("of %s keeps the picture, and shows it once", async (_kind, say) => {
    const room = world.room();
    await say(room);
    const first = await world.heard(room.channel);
    expectPictured(first);
    const uploads = world.files(first.id);
    const whole = await turn(room, first, "更多", 1);
    expectPictured(whole);
    const second = await turn(room, whole, "下一页 ⟩", 2);
    expectPictured(second);
    expectPictured(await turn(room, second, "⟨ 上一页", 1));
    // The very file it began with, drawn once: nothing was said about attachments.
    expect(world.files(first.id)).toEqual(uploads);
    expect(drawings).toHaveLength(1);
    expect(
      payloads("/webhooks/")
        .slice(-2)
        .map((body) => "attachments" in body),
    ).toEqual([false, false]);
  });

  it("names no picture where none went along", async () => {
    draw = () => Promise.resolve(undefined);
    const room = world.room();
    const whole = await turn(room, await told(room, "长"), "更多", 1);
    expectPlain(await turn(room, whole, "下一页 ⟩", 2));
  });
});

describe("a post", () => {
  it("keeps its key and its last word at every attempt: with the picture, without, as text", async () => {
    const { channel } = world.room();
    refuse(refusal(403, 50_013), 2);
    const requests = (): number => world.proxy.seen.filter((path) => path.includes(channel)).length;
    const seen: number[] = [];
    const before = async (): Promise<void> => void seen.push(requests());
    const chat = { platform: "discord", id: channel };
    await adapter.post(chat, answerTo("今天"), { key: "monday", before });
    expect(seen).toEqual([0, 1, 2]);
    expect(drawings).toHaveLength(1);
    await adapter.post(chat, answerTo("今天"), { key: "monday" });
    const [text, pictured] = payloads(channel);
    expect(text).toMatchObject({ enforce_nonce: true, nonce: expect.any(String) as string });
    expect(pictured).toMatchObject({ enforce_nonce: true, nonce: text?.nonce });
  });

  it("whose answer was lost is repeated with picture and nonce", async () => {
    const { channel } = world.room();
    world.proxy.inject({ match: new RegExp(channel, "u"), answer: { status: 502 }, late: true });
    await adapter.post({ platform: "discord", id: channel }, answerTo("今天"), { key: "monday" });
    const [one, two] = await world.botMessages(channel);
    for (const message of [one, two]) if (message) expectPictured(message);
    expect(payloads(channel)).toHaveLength(2);
    expect(one?.nonce).toBe(two?.nonce);
    expect(payloads(channel).map((body) => body.enforce_nonce)).toEqual([true, true]);
  });

  it("that its caller withholds is not sent without the picture either", async () => {
    const { channel } = world.room();
    const own = new Error("the row is somebody else's");
    const before = (): Promise<void> => Promise.reject(own);
    const chat = { platform: "discord", id: channel };
    await expect(adapter.post(chat, answerTo("今天"), { before })).rejects.toBe(own);
    expect(world.proxy.seen.filter((path) => path.includes(channel))).toEqual([]);
  });

  it("to a closed channel fails as before, and blames no picture", async () => {
    refuse(refusal(403, 50_013), 3);
    const chat = { platform: "discord", id: world.room().channel };
    await expect(adapter.post(chat, answerTo("今天"))).rejects.toMatchObject({ kind: "gone" });
    expect(leftOut()).toEqual([]);
  });
});

describe("where Discord does not take the picture", () => {
  const onAttachment = { attachments: { 0: { description: { _errors: [{ code: "X", message: "no" }] } } } };

  it.each([
    ["may not be attached", refusal(403, 50_013), "refused with 50013"],
    ["is too large for Discord", refusal(413, 40_005), "refused with 40005"],
    [
      "is too large for what stands before Discord",
      { status: 413, body: "<html>", headers: { "content-type": "text/html" } },
      "No Description",
    ],
    [
      "is not what Discord wants",
      refusal(400, 50_035, onAttachment),
      "refused with 50035\nattachments[0].description[X]: no",
    ],
  ])("because it %s, the answer goes out without, and one line says why", async (_why, answer, reason) => {
    const room = world.room();
    for (const count of [1, 2]) {
      refuse(answer);
      const message = await told(room, "地图", count);
      expectPlain(message);
      expect(message.embeds[0]?.title).toBe("地图");
    }
    refuse(answer);
    await world.slash(room, "map", { topic: "半导体" });
    const message = await world.heard(room.channel, 3);
    expectPlain(message);
    expect(message.embeds[0]?.title).toBe("/map 半导体");
    expect(leftOut()).toEqual([reason]);
  });

  it("nor the embed, it is text", async () => {
    const room = world.room();
    refuse(refusal(403, 50_013), 2);
    const message = await told(room, "地图");
    expectPlain(message);
    expect(message.embeds).toEqual([]);
    expect(message.content).toContain("地图");
  });

  it("for another reason, nothing is tried again", async () => {
    const { channel } = world.room();
    refuse(refusal(400, 50_035, { embeds: { 0: { title: { _errors: [{ code: "X", message: "no" }] } } } }));
    const chat = { platform: "discord", id: channel };
    await expect(adapter.post(chat, answerTo("今天"))).rejects.toMatchObject({ kind: "refused" });
    expect(world.proxy.seen.filter((path) => path.includes(channel))).toHaveLength(1);
  });
});

describe("a picture that", () => {
  it("cannot be drawn is left out without a word: who draws has said why", async () => {
    draw = () => Promise.resolve(undefined);
    const room = world.room();
    expectPlain(await told(room, "地图"));
    await world.slash(room, "map", { topic: "半导体" });
    expectPlain(await world.heard(room.channel, 2));
    expect(leftOut()).toEqual([]);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("no renderer"))],
    [
      "throws",
      () => {
        throw new Error("no renderer");
      },
    ],
  ])("%s is left out, and said once", async (_how, failing: Draw) => {
    draw = failing;
    const room = world.room();
    expectPlain(await told(room, "地图"));
    expectPlain(await told(room, "地图", 2));
    expect(leftOut()).toEqual(["no renderer"]);
  });

  it("is never done holds no answer up for more than 2 s", async () => {
    draw = () => new Promise(() => undefined);
    const rooms = [world.room(), world.room()];
    const started = performance.now();
    const messages = await Promise.all(rooms.map((room) => told(room, "地图")));
    const took = performance.now() - started;
    for (const message of messages) expectPlain(message);
    expect(took).toBeGreaterThan(1_900);
    expect(took).toBeLessThan(6_000);
    expect(leftOut()).toEqual(["the picture was not drawn within 2000 ms"]);
  });

  it("fails after its time disturbs nobody", async () => {
    draw = () =>
      new Promise((_resolve, reject) => {
        setTimeout(() => reject(new Error("too late to matter")), 2_100);
      });
    const room = world.room();
    expectPlain(await told(room, "地图"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    draw = () => Promise.resolve(DRAWN);
    expectPictured(await told(room, "地图", 2));
    expect(log.text()).not.toContain("too late to matter");
  });
});
