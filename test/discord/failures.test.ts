import { MessageFlags } from "discord-api-types/v10";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Platform } from "../../src/adapters/shared/descriptor.ts";
import type { PostError } from "../../src/shared/post-error.ts";
import { LONG, SHORT } from "../support/discord/answers.ts";
import { realAsk, startBot, type TestLog } from "../support/discord/bot.ts";
import { buttonsOf, createWorld, type Room, shown, TOKEN, type World } from "../support/discord/world.ts";

let world: World;
let adapter: Platform;
let log: TestLog;

beforeAll(async () => {
  world = await createWorld();
  ({ adapter, log } = await startBot(world.apiRoot, (question) => {
    if (question.text.includes("崩")) throw new Error(`the core broke on ${TOKEN}`);
    return question.text === "长" ? LONG : realAsk(question);
  }));
});

afterEach(() => {
  world.proxy.clear();
  log.lines.length = 0;
});

afterAll(async () => {
  await adapter.stop();
  await world.stop();
});

const refusal = (status: number, code: number) => ({
  status,
  body: JSON.stringify({ code, message: `refused with ${code}` }),
  headers: { "content-type": "application/json" },
});

/** What the bot answers to a question it certainly can answer. */
async function answerNow(room: Room = world.room()): Promise<string> {
  const before = await world.botMessages(room.channel);
  await world.mention(room, "半导体");
  return shown(await world.heard(room.channel, before.length + 1));
}

const CALLBACK = /\/callback/u;
const MESSAGES = /\/channels\/\d+\/messages$/u;

describe("an interaction", () => {
  it("Discord does not know any more (10062) is let go", async () => {
    const room = world.room();
    world.proxy.inject({ match: CALLBACK, answer: refusal(404, 10_062) });
    await world.slash(room, "help");
    expect(await answerNow(room)).toContain("半导体");
    expect(await world.botMessages(room.channel)).toHaveLength(1);
    expect(log.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("already acknowledged (40060), because the answer to the first attempt was lost, is answered all the same", async () => {
    const room = world.room();
    world.proxy.inject({ match: CALLBACK, answer: refusal(502, 0), late: true });
    await world.slash(room, "cluster", { cluster: "半导体" });
    expect(shown(await world.heard(room.channel))).toContain("半导体");
  });

  it.each([10_062, 40_060])("that is over while a page is turned (%i) disturbs nobody", async (code) => {
    const room = world.room();
    await world.mention(room, "长");
    const first = await world.heard(room.channel);
    const next = buttonsOf(first).find(({ disabled, id }) => !disabled && id.startsWith("page:"));
    world.proxy.inject({ match: CALLBACK, answer: refusal(404, code) });
    await world.press(room, first.id, next?.id ?? "");
    expect(await answerNow(room)).toContain("半导体");
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("whose autocomplete came too late is let go", async () => {
    world.proxy.inject({ match: CALLBACK, answer: refusal(404, 10_062) });
    await world.type(world.room(), "cluster", "cluster", "半");
    expect(await answerNow()).toContain("半导体");
    expect(log.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });
});

describe("when the core fails", () => {
  it("a command is answered to the person alone", async () => {
    const room = world.room();
    await world.slash(room, "cluster", { cluster: "崩" });
    const notice = await world.heard(room.channel);
    expect(notice.content).toBe("这次没答上来，请再问一次。");
    expect(notice.flags).toBe(MessageFlags.Ephemeral);
    expect(await answerNow()).toContain("半导体");
  });

  it("a message is logged, without its text and without the token", async () => {
    await world.mention(world.room(), "崩溃吧");
    expect(await answerNow()).toContain("半导体");
    expect(log.text()).toContain("could not answer");
    expect(log.text()).not.toContain(TOKEN);
    expect(log.text()).not.toContain("崩溃吧");
  });
});

describe("a message", () => {
  it("sent twice, because the answer to the first attempt was lost, carries the same nonce", async () => {
    const room = world.room();
    world.proxy.inject({ match: MESSAGES, answer: { status: 502 }, late: true });
    const id = await world.mention(room, "半导体");
    const twice = [await world.heard(room.channel, 1), await world.heard(room.channel, 2)];
    expect(twice.map(({ nonce }) => nonce)).toEqual([id, id]);
    const sent = world.proxy.forwarded
      .filter(({ path }) => path.includes(room.channel))
      .map(({ body }) => JSON.parse(body) as object);
    expect(sent).toMatchObject([{ enforce_nonce: true }, { enforce_nonce: true }]);
  });

  it("into a channel where it may not write is logged once, not each time", async () => {
    const room = world.room();
    world.proxy.inject({
      match: (request) => request.url?.includes(room.channel) === true,
      answer: refusal(403, 50_013),
      times: 100,
    });
    for (const question of ["深圳", "广州", "佛山"]) await world.mention(room, question);
    // Each is tried with an embed and without.
    await expect.poll(() => world.proxy.seen.filter((path) => path.includes(room.channel))).toHaveLength(6);
    expect(await answerNow()).toContain("半导体");
    expect(log.lines.filter(({ message }) => message.includes("may not write"))).toHaveLength(1);
  });

  it("is sent as text where embeds are not allowed", async () => {
    const room = world.room();
    world.proxy.inject({
      match: new RegExp(`${room.channel}/messages`, "u"),
      answer: refusal(403, 50_013),
    });
    await world.mention(room, "半导体");
    const answer = await world.heard(room.channel);
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toContain("半导体");
  });

  it.each([
    ["there is no right to read the history", 403, { code: 160_002, message: "Cannot reply" }],
    ["there is none to refer to a message", 403, { code: 160_009, message: "Cannot reference" }],
    [
      "the message takes no answers",
      400,
      {
        code: 50_035,
        message: "Invalid Form Body",
        errors: { message_reference: { _errors: [{ code: "REPLIES_CANNOT_REPLY", message: "No" }] } },
      },
    ],
  ])("is answered without a reference where %s", async (_why, status, body) => {
    const room = world.room();
    const headers = { "content-type": "application/json" };
    world.proxy.inject({
      match: new RegExp(`${room.channel}/messages`, "u"),
      answer: { status, body: JSON.stringify(body), headers },
    });
    await world.mention(room, "半导体");
    const answer = await world.heard(room.channel);
    expect(shown(answer)).toContain("半导体");
    expect(answer.message_reference).toBeUndefined();
    expect(log.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("is answered as text without a reference where it may neither embed nor read the history", async () => {
    const room = world.room();
    const match = new RegExp(`${room.channel}/messages`, "u");
    for (const code of [160_002, 50_013, 160_002]) world.proxy.inject({ match, answer: refusal(403, code) });
    await world.mention(room, "半导体");
    expect((await world.heard(room.channel)).content).toContain("半导体");
  });

  it("that is wrong in any other way is not sent again", async () => {
    const room = world.room();
    const match = new RegExp(`${room.channel}/messages`, "u");
    world.proxy.inject({ match, answer: refusal(400, 50_035), times: 9 });
    await world.mention(room, "深圳");
    await expect.poll(() => log.text()).toContain("could not answer");
    expect(world.proxy.seen.filter((path) => match.test(path))).toHaveLength(1);
  });

  it("is sent after the wait a rate limit asks for", async () => {
    const room = world.room();
    const headers = {
      "content-type": "application/json",
      "retry-after": "0.05",
      "x-ratelimit-scope": "user",
    };
    world.proxy.inject({
      match: MESSAGES,
      answer: { status: 429, headers, body: JSON.stringify({ retry_after: 0.05, global: false }) },
    });
    expect(await answerNow(room)).toContain("半导体");
  });

  it("survives a connection cut in the middle", async () => {
    world.proxy.inject({ match: MESSAGES, drop: "before" });
    await world.mention(world.room(), "半导体");
    expect(await answerNow()).toContain("半导体");
  });
});

describe("a post", () => {
  it.each([
    ["a deleted channel", 404, 10_003, "gone"],
    ["a channel it may not see", 403, 50_001, "gone"],
    ["a channel it may not write to", 403, 50_013, "gone"],
    ["a message Discord will never take", 400, 50_035, "refused"],
    ["a refused token", 401, 0, "temporary"],
  ])("to %s fails as such", async (_name, status, code, kind) => {
    world.proxy.inject({ match: MESSAGES, answer: refusal(status, code), times: 2 });
    await expect(
      adapter.post({ platform: "discord", id: world.room().channel }, SHORT),
    ).rejects.toMatchObject({ name: "PostError", kind });
    world.proxy.clear();
    await expect.poll(() => adapter.health().authenticated).toBe(true);
  });

  it("to a channel that does not exist says gone, and logs it once", async () => {
    const nowhere = { platform: "discord", id: "1000000000000000001" };
    await expect(adapter.post(nowhere, SHORT)).rejects.toMatchObject({ kind: "gone" });
    await expect(adapter.post(nowhere, SHORT)).rejects.toMatchObject({ kind: "gone" });
    expect(log.lines.filter(({ message }) => message.includes("may not write"))).toHaveLength(1);
  });

  it.each([
    ["deleted", 404, 10_003],
    ["archived", 400, 50_083],
  ])("to a thread that was %s says that the thread is gone", async (_how, status, code) => {
    world.proxy.inject({ match: MESSAGES, answer: refusal(status, code) });
    const thread = { platform: "discord", id: world.room().channel, thread: "1000000000000000002" };
    await expect(adapter.post(thread, SHORT)).rejects.toMatchObject({ kind: "thread-gone" });
  });

  it("that Discord may or may not have taken is uncertain", async () => {
    world.proxy.inject({ match: MESSAGES, answer: { status: 502 }, times: 10 });
    await expect(
      adapter.post({ platform: "discord", id: world.room().channel }, SHORT),
    ).rejects.toMatchObject({ kind: "uncertain" });
  });

  it("that would have to wait long says how long", async () => {
    const headers = {
      "content-type": "application/json",
      "retry-after": "600",
      "x-ratelimit-scope": "user",
    };
    world.proxy.inject({
      match: MESSAGES,
      answer: { status: 429, headers, body: JSON.stringify({ retry_after: 600, global: false }) },
    });
    const failed = adapter.post({ platform: "discord", id: world.room().channel }, SHORT);
    await expect(failed).rejects.toMatchObject({
      kind: "retry-after",
      retryAfterMs: expect.closeTo(600_000, -4) as number,
    });
  });

  it("has its last word before every request, the plain one too", async () => {
    const { channel } = world.room();
    world.proxy.inject({ match: MESSAGES, answer: refusal(403, 50_013) });
    const requests = (): number => world.proxy.seen.filter((path) => path.includes(channel)).length;
    const seen: number[] = [];
    const before = async (): Promise<void> => void seen.push(requests());
    await adapter.post({ platform: "discord", id: channel }, SHORT, { key: "monday", before });
    expect(seen).toEqual([0, 1]);
    expect(requests()).toBe(2);
  });

  it("that its caller withholds is not sent, and the caller's own error comes back", async () => {
    const { channel } = world.room();
    const own = new Error("the row is somebody else's");
    const before = (): Promise<void> => Promise.reject(own);
    await expect(adapter.post({ platform: "discord", id: channel }, SHORT, { before })).rejects.toBe(own);
    expect(world.proxy.seen.filter((path) => path.includes(channel))).toEqual([]);
  });

  it("has its fence around the requests the library repeats by itself: what one proves, it proves of itself alone", async () => {
    const { channel } = world.room();
    const events: string[] = [];
    const before = async (): Promise<void> => void events.push("before");
    const refused = async ({ kind, retryAfterMs }: PostError): Promise<void> =>
      void events.push(`${kind} ${retryAfterMs ?? ""}`);
    const headers = { "retry-after": "0.05", "x-ratelimit-scope": "shared" };
    world.proxy.inject({ match: MESSAGES, answer: { status: 502 }, late: true });
    world.proxy.inject({ match: MESSAGES, answer: { ...refusal(429, 0), headers } });
    world.proxy.inject({ match: MESSAGES, answer: refusal(404, 10_003) });
    const failed = adapter.post({ platform: "discord", id: channel }, SHORT, { before, refused });
    await expect(failed).rejects.toMatchObject({ kind: "gone" });
    expect(events).toEqual(["before", "before", "retry-after 50", "before", "refused "]);
  });

  it("is not sent by the library again where its caller withholds the repetition", async () => {
    const { channel } = world.room();
    const own = new Error("the row is somebody else's");
    let asked = 0;
    const before = (): Promise<void> => ((asked += 1) === 1 ? Promise.resolve() : Promise.reject(own));
    world.proxy.inject({ match: MESSAGES, answer: { status: 502 } });
    await expect(adapter.post({ platform: "discord", id: channel }, SHORT, { before })).rejects.toBe(own);
    expect(asked).toBe(2);
    expect(await world.botMessages(channel)).toEqual([]);
  });

  it("has the same nonce at every attempt, and another one for another key", async () => {
    const { channel } = world.room();
    const chat = { platform: "discord", id: channel };
    for (const key of ["monday", "monday", "tuesday"]) await adapter.post(chat, SHORT, { key });
    const nonces = (await world.botMessages(channel)).map(({ nonce }) => String(nonce));
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]).toBe(nonces[1]);
    expect(nonces.every((nonce) => nonce.length <= 25)).toBe(true);
  });
});

describe("a 401 on one call", () => {
  it("makes the bot say that it is not authenticated, until a call succeeds again", async () => {
    world.proxy.inject({ answer: refusal(401, 0), times: 1000 });
    await world.mention(world.room(), "半导体");
    await expect.poll(() => adapter.health().authenticated).toBe(false);
    expect(adapter.health().alive).toBe(true);
    expect(adapter.health().reason).toContain("DISCORD_TOKEN");
    expect(log.lines.filter(({ level }) => level === "error")).toMatchObject([
      { fields: { reason: expect.stringContaining("DISCORD_TOKEN") as string } },
    ]);
    world.proxy.clear();
    await expect.poll(() => adapter.health().authenticated).toBe(true);
    expect(await answerNow()).toContain("半导体");
  });
});

describe("the gateway", () => {
  it("closed by Discord is connected again", async () => {
    const room = world.room();
    world.closeGateway(4007);
    await expect.poll(() => adapter.health().alive).toBe(false);
    await expect.poll(() => adapter.health().alive).toBe(true);
    expect(await answerNow(room)).toContain("半导体");
    expect(log.lines.map(({ message }) => message)).toContain("discord: connected again");
  });

  it("closed for good (4004) is logged in to anew", async () => {
    world.closeGateway(4004);
    await expect.poll(() => adapter.health().alive).toBe(false);
    expect(adapter.health().authenticated).toBe(false);
    await expect.poll(() => adapter.health().alive && adapter.health().authenticated).toBe(true);
    expect(await answerNow()).toContain("半导体");
  });
});
