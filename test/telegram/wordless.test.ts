/** What people send that has no words. */
import { describe, expect, test } from "vitest";
import { user } from "../support/telegram/incoming.ts";
import { ann, home, running, server, serverPerTest, settled, street, textsIn } from "./support.ts";

serverPerTest();

const HELP = "我只看得懂文字：请把问题打字发给我，例如“半导体有哪些核心城市”。";
/** Far from the numbers the server gives by itself. */
let lastId = 1_000;
/** A message of that kind. */
const send = (from: typeof ann, chat: object, content: object): void =>
  void server.pushUpdate({ message: { message_id: (lastId += 100), date: 1, chat, from, ...content } });

describe("in a private chat", () => {
  test.each(["voice", "sticker", "photo", "video_note", "document", "location", "contact", "poll"])(
    "a %s gets one line of help",
    async (kind) => {
      await running();
      send(ann, home, { [kind]: {} });
      await settled();
      expect(textsIn(home)).toEqual([HELP]);
    },
  );

  test("a burst gets one line, and the next burst another", async () => {
    let now = 0;
    await running({ now: () => now });
    for (const _ of [1, 2, 3]) send(ann, home, { photo: [], media_group_id: "1" });
    await settled();
    expect(textsIn(home)).toEqual([HELP]);
    now = 60_000;
    send(ann, home, { voice: {} });
    await settled();
    expect(textsIn(home)).toEqual([HELP, HELP]);
  });

  test("it is in the language of the person, unless the chat has set one", async () => {
    const [tang, eve] = [user(31, "T", { language_code: "zh-hant" }), user(32, "E", { language_code: "fr" })];
    await running({ setting: async ({ id }) => (id === "33" ? "en" : undefined) });
    for (const from of [tang, eve, user(33, "S")])
      send(from, { id: from.id, type: "private" }, { voice: {} });
    await settled();
    expect(server.sent(31)[0]?.text).toMatch(/^我只看得懂文字：請/u);
    expect(server.sent(32)[0]?.text).toMatch(/^I understand words only/u);
    expect(server.sent(33)[0]?.text).toMatch(/^I understand words only/u);
  });

  test("a service message gets nothing", async () => {
    await running();
    send(ann, home, { pinned_message: {} });
    send(ann, home, { message_auto_delete_timer_changed: {} });
    await settled();
    expect(textsIn(home)).toEqual([]);
  });
});

test("in a group they are not meant for the bot", async () => {
  await running();
  send(ann, street, { sticker: {}, reply_to_message: { message_id: 1, from: server.bot } });
  await settled();
  expect(textsIn(street)).toEqual([]);
});
