/** One suite for every platform, with its real library: questions that take time, and posts with a last word. */
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/app/commands.ts";
import { createTelegramAdapter } from "../../src/adapters/telegram/index.ts";
import { createTerminal } from "../../src/adapters/terminal/index.ts";
import { SILENT } from "../../src/shared/log.ts";
import type { Adapter, Attend, Chat } from "../../src/core/types.ts";
import { SHORT } from "../support/discord/answers.ts";
import { startBot } from "../support/discord/bot.ts";
import { createWorld, shown } from "../support/discord/world.ts";
import { privateChat, user } from "../support/telegram/incoming.ts";
import { createTelegramServer } from "../support/telegram/server.ts";

/** A person alone with the bot. */
interface Stage {
  adapter: Adapter;
  chat: Chat;
  ask(text: string): unknown;
  /** Everything the bot has said so far. */
  heard(): Promise<string>;
  close(): Promise<unknown>;
}

const onTerminal = async (attend: Attend): Promise<Stage> => {
  const input = new PassThrough();
  const output = new PassThrough();
  let said = "";
  output.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const adapter = createTerminal({ input, output, commands: COMMANDS, onLeave: () => undefined });
  await adapter.start(attend);
  return {
    adapter,
    chat: { platform: "terminal", id: "terminal" },
    ask: (text) => input.write(`${text}\n`),
    heard: () => Promise.resolve(said),
    close: () => adapter.stop(),
  };
};

const onTelegram = async (attend: Attend): Promise<Stage> => {
  const server = await createTelegramServer();
  const ann = user(11, "Ann");
  server.addChat(privateChat(ann));
  const { token, apiRoot } = server;
  const adapter = createTelegramAdapter({
    token,
    commands: COMMANDS,
    apiRoot,
    log: SILENT,
    timing: { pollSeconds: 1 },
  });
  await adapter.start(attend);
  return {
    adapter,
    chat: { platform: "telegram", id: String(ann.id) },
    ask: (text) => server.message(privateChat(ann), ann, text),
    heard: () =>
      Promise.resolve(
        server
          .sent(ann.id)
          .map(({ text }) => text)
          .join("\n"),
      ),
    close: () => adapter.stop().then(() => server.close()),
  };
};

const onDiscord = async (attend: Attend): Promise<Stage> => {
  const world = await createWorld();
  const room = await world.directRoom(world.room().user);
  const { adapter } = await startBot(world.apiRoot, attend);
  return {
    adapter,
    chat: { platform: "discord", id: room.channel },
    ask: (text) => world.direct(room, text),
    heard: async () => (await world.botMessages(room.channel)).map(shown).join("\n"),
    close: () => adapter.stop().then(() => world.stop()),
  };
};

describe.each([
  { name: "terminal", open: onTerminal },
  { name: "telegram", open: onTelegram },
  { name: "discord", open: onDiscord },
])("$name", ({ open }) => {
  let stage: Stage;
  let asked: string[];

  const attend: Attend = async ({ text }, asker) => {
    asked.push(text);
    await sleep(text.includes("慢") ? 150 : 0);
    return { ...SHORT, title: { ...SHORT.title, text: `答${text}${await asker.isAdmin()}` } };
  };
  beforeAll(async () => {
    stage = await open(attend);
  });
  beforeEach(() => void (asked = []));
  afterAll(() => stage.close());

  const hears = (text: string) => expect.poll(() => stage.heard()).toContain(text);

  it("waits for an answer that takes time, and keeps the order within a chat", async () => {
    await stage.ask("慢一");
    await stage.ask("快二");
    await hears("答快二");
    const heard = await stage.heard();
    expect(heard.indexOf("答慢一")).toBeGreaterThanOrEqual(0);
    expect(heard.indexOf("答慢一")).toBeLessThan(heard.indexOf("答快二"));
    expect(asked).toEqual(["慢一", "快二"]);
  });

  it("takes a person alone with it for the administrator", async () => {
    await stage.ask("独处");
    await hears("答独处true");
  });

  it("asks a post's caller before it is sent, and sends nothing where the caller says no", async () => {
    const post = (text: string, before: () => Promise<void>) =>
      stage.adapter.post(stage.chat, { ...SHORT, title: { ...SHORT.title, text } }, { key: text, before });
    const own = new Error("somebody else's");
    await expect(post("收回的一条", () => Promise.reject(own))).rejects.toBe(own);
    let heardBefore = "";
    await post("放行的一条", async () => void (heardBefore = await stage.heard()));
    await hears("放行的一条");
    expect(heardBefore).not.toContain("放行的一条");
    expect(await stage.heard()).not.toContain("收回的一条");
  });
});
