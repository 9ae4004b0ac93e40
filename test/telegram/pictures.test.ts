/** Answers that carry a picture: one message where they fit under it, two where they do not, text where it cannot go. */
import { describe, expect, test } from "vitest";
import type { Draw } from "../../src/adapters/shared/drawing.ts";
import type { Answer, Locale, Picture } from "../../src/core/types.ts";
import { createPictures } from "../../src/pictures/pictures.ts";
import { PostError } from "../../src/shared/post-error.ts";
import { dataset, newBot } from "../support/bot.ts";
import { PNG } from "../support/telegram/harness.ts";
import type { Call, Chat, Message } from "../support/telegram/types.ts";
import {
  ann,
  bob,
  ENDLESS,
  forum,
  home,
  logged,
  plainAnswer,
  running,
  server,
  serverPerTest,
  settled,
  street,
  town,
} from "./support.ts";

serverPerTest();

const platform = "telegram";
const picture: Picture = { kind: "matrix" };
const draw: Draw = async ({ kind }) => ({ name: `${kind}-0123456789.png`, bytes: PNG, alt: "一张图" });
const next = [{ label: "更多", ask: "/fact" }];
const title = { text: "广州是 7 个集群的核心。", facts: [], marks: [1] };
const items = (count: number): Answer["blocks"] => [
  { kind: "list", items: Array.from({ length: count }, (_, i) => `第 ${i} 条${"产业".repeat(20)}`) },
];
/** About 200 characters. */
const short = plainAnswer("", { title, picture, next, blocks: items(4) });
/** About 1,400 characters: one page, too long for a caption. */
const long = plainAnswer("", { title, picture, next, blocks: items(30) });
/** Several pages of about 1,800. */
const longest = plainAnswer("", { title, picture, next, blocks: items(100) });
/** Several pages for its many bold headings, each short. */
const headed = plainAnswer("", {
  title,
  picture,
  next,
  blocks: Array.from({ length: 200 }, (_, i) => ({ kind: "list" as const, heading: `${i}`, items: ["好"] })),
});

const says = (answer: Answer) => (): Answer => answer;
const failure = (error_code: number, description: string, parameters?: object) => ({
  method: "sendPhoto",
  response: { error_code, description, ...(parameters && { parameters }) },
});
const NO_RIGHTS = failure(400, "Bad Request: not enough rights to send photos to the chat");
const WRONG_ID = failure(400, "Bad Request: wrong file identifier/HTTP URL specified");

const labels = (message: Message | undefined): string[] =>
  (message?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
const dataOf = (message: Message, label: string): string =>
  (message.reply_markup?.inline_keyboard ?? []).flat().find(({ text }) => text === label)?.callback_data ??
  "";
/** What each message of the bot is, in order. */
const shapes = (chat: Chat): string[] =>
  server.sent(chat.id).map(({ photo, text }) => (photo ? "photo" : text === undefined ? "?" : "text"));
/** Sends of the bot, in order, by how they went. */
const sends = (): string[] =>
  server.calls
    .filter(({ method }) => /^(?:send|edit)/u.test(method))
    .map(({ method, response }) => `${method}${response?.ok === true ? "" : " ✗"}`);
const uploads = (): Call[] => server.callsOf("sendPhoto").filter(({ files }) => files.length > 0);
const lines = (): string[] => logged.filter((line) => line.includes("without its picture"));

async function sentTo(chat: Chat, count: number): Promise<Message[]> {
  await server.waitFor(() => server.sent(chat.id).length >= count);
  await settled();
  return server.sent(chat.id);
}

/** The bot's answer to one question of Ann's in her private chat. */
async function answered(count: number): Promise<Message[]> {
  server.message(home, ann, "一");
  return sentTo(home, count);
}

const kindOf = (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => "sent",
    (error: unknown) => (error instanceof PostError ? error.kind : "?"),
  );

describe("an answer that fits under its picture", () => {
  test("is one message: picture, text and buttons", async () => {
    await running({ draw }, says(short));
    const [message, ...others] = await answered(1);
    expect(others).toEqual([]);
    expect(message?.caption).toMatch(/^广州是 7 个集群的核心。［1］\n• 第 0 条/u);
    expect(message?.caption_entities).toMatchObject([{ type: "bold", offset: 0 }]);
    expect(labels(message)).toEqual(["更多"]);
    expect(server.fileData(message?.photo?.at(-1)?.file_id ?? "")).toEqual(PNG);
    expect(uploads()[0]?.files).toMatchObject([{ field: "photo", filename: "matrix-0123456789.png" }]);
    expect(sends()).toEqual(["sendPhoto"]);
  });

  test("is drawn in the language of the answer", async () => {
    const asked: Locale[] = [];
    const drawIn: Draw = (what, locale) => {
      asked.push(locale);
      return draw(what, locale);
    };
    await running({ draw: drawIn }, says({ ...short, locale: "en" }));
    await answered(1);
    expect(asked).toEqual(["en"]);
  });

  test("has its pages turned under the picture, which is not sent again", async () => {
    await running({ draw }, says(headed));
    const [message] = await answered(1);
    if (!message) throw new Error("nothing was sent");
    const shown = (): Message => server.sent(home.id)[0] ?? message;
    const seen = [shown().caption ?? ""];
    for (let label = "下一页 ⟩"; labels(shown()).includes(label);) {
      const before = shown().caption;
      server.press(ann, shown(), dataOf(shown(), label));
      await server.waitFor(() => shown().caption !== before);
      seen.push(shown().caption ?? "");
    }
    await settled();
    expect(seen.length).toBeGreaterThan(1);
    expect(Math.max(...seen.map((text) => text.length))).toBeLessThanOrEqual(1_024);
    for (let i = 0; i < 200; i += 1) expect(seen.join("\n")).toContain(`${i}：`);
    expect(shown().photo).toEqual(message.photo);
    expect(sends()).toEqual(["sendPhoto", ...seen.slice(1).map(() => "editMessageCaption")]);
  });

  test("keeps its page when two people turn it at once", async () => {
    await running({ draw }, says(headed));
    const [message] = await answered(1);
    if (!message) throw new Error("nothing was sent");
    const data = dataOf(message, "下一页 ⟩");
    server.press(ann, message, data);
    server.callbackQuery(bob, message, data);
    await settled();
    expect(server.sent(home.id)[0]?.caption).toContain("第 2 页");
    expect(logged.filter((line) => line.includes("could not"))).toEqual([]);
  });

  test("stands under it up to the very last character Telegram takes, and no further", async () => {
    const of = (units: number): Answer => {
      const text = "好".repeat(units - title.text.length - "［1］\n".length - 2);
      return { ...short, blocks: [{ kind: "text", text: `${text}&<` }] };
    };
    await running({ draw }, ({ text }) => of(Number(text)));
    server.message(home, ann, "1024");
    server.message(home, ann, "1025");
    const [first, ...others] = await sentTo(home, 3);
    expect(first?.caption).toHaveLength(1_024);
    expect(shapes(home)).toEqual(["photo", "photo", "text"]);
    expect(others[1]?.text).toHaveLength(1_025);
  });
});

describe("an answer too long for a caption", () => {
  test("comes whole after its picture, with the buttons, and the picture says what it is", async () => {
    await running({ draw }, says(long));
    const [photo, text, ...others] = await answered(2);
    expect(others).toEqual([]);
    expect(photo?.caption).toBe("广州是 7 个集群的核心。");
    expect(photo?.caption_entities).toMatchObject([{ type: "bold", length: 13 }]);
    expect(photo?.reply_markup).toBeUndefined();
    expect(text?.text).toContain("第 29 条");
    expect(text?.text).toContain("广州是 7 个集群的核心。［1］");
    expect(labels(text)).toEqual(["更多"]);
  });

  test("is turned in the message with the text, and the picture is not sent again", async () => {
    await running({ draw }, says(longest));
    const [, text] = await answered(2);
    if (!text) throw new Error("no text was sent");
    expect(labels(text)).toEqual(["下一页 ⟩", "更多"]);
    server.press(ann, text, dataOf(text, "下一页 ⟩"));
    await settled();
    expect(server.sent(home.id)[1]?.text).toContain("第 2 页");
    expect(sends()).toEqual(["sendPhoto", "sendMessage", "editMessageText"]);
  });

  test.each([
    ["whole sentences where they fit", `${"一".repeat(60)}。${"二".repeat(60)}。${"三".repeat(60)}。`, 122],
    ["a piece of one that does not end", "一".repeat(300), 128],
    ["no halves of characters", "😀".repeat(100), 127],
  ])("puts a short title under the picture: %s", async (_, text, units) => {
    await running({ draw }, says({ ...long, title: { ...title, text } }));
    const [photo] = await answered(2);
    expect(photo?.caption).toHaveLength(units);
  });

  test("quotes the question once in a group, above the picture", async () => {
    await running({ draw }, says(long));
    const question = server.message(town, ann, "/help");
    const [photo, text] = await sentTo(town, 2);
    expect(photo?.reply_to_message?.message_id).toBe(question.message_id);
    expect(text?.text).toBeDefined();
    expect(text?.reply_to_message).toBeUndefined();
    expect(uploads()[0]?.params["reply_parameters"]).toEqual({
      message_id: question.message_id,
      allow_sending_without_reply: true,
    });
  });

  test("stays in its topic, both of it; a caption does too", async () => {
    await running({ draw }, ({ text }) => (text === "/help" ? long : short));
    server.addChat(forum);
    server.addTopic(forum.id, 7);
    const topic = { message_thread_id: 7, is_topic_message: true };
    server.message(forum, ann, "/help", topic);
    const question = server.message(forum, ann, "/list", topic);
    const messages = await sentTo(forum, 3);
    expect(messages.map(({ message_thread_id }) => message_thread_id)).toEqual([7, 7, 7]);
    // By its id this time, so not as a form.
    expect(uploads()).toHaveLength(1);
    expect(messages[2]?.reply_to_message?.message_id).toBe(question.message_id);
  });

  test("takes a turn in the queue for each of its messages", async () => {
    await running({ draw, limits: { ...ENDLESS, chat: { count: 1, windowMs: 1_000 } } }, says(long));
    await answered(2);
    const [photo] = server.callsOf("sendPhoto");
    const [text] = server.callsOf("sendMessage");
    // The first may have been long under way.
    expect((text?.time ?? 0) - (photo?.time ?? 0)).toBeGreaterThanOrEqual(500);
  });
});

describe("a picture Telegram has", () => {
  test("is sent by the id of its largest size, in another chat too", async () => {
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(1_200, 16);
    wide.writeUInt32BE(800, 20);
    await running({ draw: async () => ({ name: "wide.png", bytes: wide, alt: "" }) }, says(short));
    const [first] = await answered(1);
    server.message(town, bob, "/help");
    const [second] = await sentTo(town, 1);
    expect(uploads()).toHaveLength(1);
    expect(first?.photo).toHaveLength(2);
    expect(server.callsOf("sendPhoto")[1]?.params["photo"]).toBe(first?.photo?.[1]?.file_id);
    expect(second?.photo).toEqual(first?.photo);
  });

  test("but does not know by that id any more is uploaded once, and known from then on", async () => {
    await running({ draw }, says(short));
    await answered(1);
    server.failNext(WRONG_ID);
    await answered(2);
    await answered(3);
    expect(shapes(home)).toEqual(["photo", "photo", "photo"]);
    expect(sends()).toEqual(["sendPhoto", "sendPhoto ✗", "sendPhoto", "sendPhoto"]);
    expect(server.callsOf("sendPhoto").map(({ files }) => files.length)).toEqual([1, 0, 1, 0]);
    expect(lines()).toEqual([]);
  });

  test("and refuses as a file as well leaves the text, after one upload", async () => {
    await running({ draw }, says(short));
    server.failNext({ ...WRONG_ID, times: 9 });
    await answered(1);
    expect(sends()).toEqual(["sendPhoto ✗", "sendPhoto ✗", "sendMessage"]);
  });

  test("is another one where the name is another", async () => {
    const kinds: Picture[] = [{ kind: "matrix" }, { kind: "card", city: "广州" }];
    await running({ draw }, ({ text }) => ({ ...short, picture: kinds[Number(text)] ?? picture }));
    server.message(home, ann, "0");
    server.message(home, ann, "1");
    await sentTo(home, 2);
    expect(uploads()).toHaveLength(2);
  });
});

describe("an answer whose picture cannot go out is its text", () => {
  test.each([
    ["there is nobody to draw", undefined],
    ["it cannot be drawn", async () => undefined],
    ["drawing it throws, against its promise", () => Promise.reject(new Error("no renderer"))],
  ] satisfies [string, Draw | undefined][])("where %s", async (_, drawing) => {
    await running({ draw: drawing }, says(short));
    const [message] = await answered(1);
    expect(message?.text).toContain("第 0 条");
    expect(labels(message)).toEqual(["更多"]);
    expect(sends()).toEqual(["sendMessage"]);
  });

  test.each([
    ["photos are forbidden in the group", NO_RIGHTS],
    ["photos are forbidden, in other words", failure(400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN")],
    ["its measures are refused", failure(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")],
    ["it is too big", failure(413, "Request Entity Too Large")],
  ])("where %s: with its buttons and its quote, and one line in the log", async (_, fault) => {
    await running({ draw }, ({ text }) => (text === "/help" ? short : long));
    server.failNext({ ...fault, times: 3 });
    for (const text of ["/help", "/list", "/list"]) {
      const question = server.message(town, ann, text);
      await settled();
      const message = server.sent(town.id).at(-1);
      expect(message?.reply_to_message?.message_id).toBe(question.message_id);
      expect(labels(message)).toEqual(["更多"]);
    }
    expect(shapes(town)).toEqual(["text", "text", "text"]);
    expect(lines()).toHaveLength(1);
  });

  test("tells every other reason in the log as well", async () => {
    await running({ draw }, says(short));
    server.failNext(NO_RIGHTS);
    server.failNext(failure(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
    await answered(1);
    await answered(2);
    expect(lines()).toHaveLength(2);
  });

  test("has its pages turned as text", async () => {
    await running({ draw }, says(headed));
    server.failNext(NO_RIGHTS);
    const [message] = await answered(1);
    if (!message) throw new Error("nothing was sent");
    server.press(ann, message, dataOf(message, "下一页 ⟩"));
    await settled();
    expect(server.sent(home.id)[0]?.text).toContain("第 2 页");
  });

  test("where Telegram does not read its HTML: whole and plain rather than cut under the picture", async () => {
    await running({ draw }, says(short));
    const unread = "Bad Request: can't parse entities: Unsupported start tag";
    server.failNext(failure(400, unread));
    server.failNext({ ...failure(400, unread), method: "sendMessage" });
    const [message] = await answered(1);
    expect(message?.text).toContain("第 3 条");
    expect(message?.entities).toBeUndefined();
  });

  test.each([
    ["under it", short, ["photo", "text"]],
    ["after it", long, ["photo", "text"]],
  ])(
    "where nobody knows whether it arrived: it is not sent again, the text %s is",
    async (_, answer, seen) => {
      await running({ draw }, says(answer));
      server.failNext({ ...failure(502, "Bad Gateway"), apply: true });
      await answered(2);
      expect(shapes(home)).toEqual(seen);
      expect(sends()).toEqual(["sendPhoto ✗", "sendMessage"]);
    },
  );
});

describe("a picture that meets what texts meet", () => {
  test("is sent again after 429 and 503", async () => {
    await running({ draw }, says(short));
    server.failNext(failure(429, "Too Many Requests: retry after 0", { retry_after: 0 }));
    server.failNext(failure(503, "Service Unavailable"));
    await answered(1);
    expect(shapes(home)).toEqual(["photo"]);
    expect(lines()).toEqual([]);
  });

  test.each([
    ["under it", short, ["photo"]],
    ["after it", long, ["photo", "text"]],
  ])("follows a group that became a supergroup, with the text %s", async (_, answer, seen) => {
    const moved: string[] = [];
    await running(
      { draw, handlers: { moved: (from, to) => void moved.push(`${from} → ${to}`) } },
      () => answer,
    );
    server.addChat(street);
    server.migrate(street.id, town, ann, false);
    server.message(street, ann, "/help");
    await sentTo(town, seen.length);
    expect(shapes(town)).toEqual(seen);
    expect(moved).toEqual([`${street.id} → ${town.id}`]);
    expect(sends()).toEqual(["sendPhoto ✗", "sendPhoto", ...seen.slice(1).map(() => "sendMessage")]);
  });

  test("quotes no other message of the new group where the text goes there alone", async () => {
    await running({ draw }, says(long));
    server.addChat(street);
    server.migrate(street.id, town, ann, false);
    for (let i = 0; i < 3; i += 1) server.message(town, bob, "不相干");
    server.message(street, ann, "/help");
    await settled();
    server.failNext(NO_RIGHTS);
    server.message(street, ann, "/help");
    await sentTo(town, 3);
    expect(server.sent(town.id).map(({ reply_to_message: quoted }) => quoted)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("leaves a topic that was deleted", async () => {
    await running({ draw }, says(long));
    server.addChat(forum);
    server.message(forum, ann, "/help", { message_thread_id: 9, is_topic_message: true });
    await sentTo(forum, 2);
    expect(shapes(forum)).toEqual(["photo", "text"]);
  });

  test("to somebody who blocked the bot ends it: no text is tried", async () => {
    const gone: string[] = [];
    await running({ draw, handlers: { gone: (chat) => void gone.push(chat) } }, says(long));
    server.addChat(home);
    server.block(home.id);
    server.message(home, ann, "一");
    await settled();
    expect(sends()).toEqual(["sendPhoto ✗"]);
    expect(gone).toEqual([String(home.id)]);
  });

  test("is no part of what is said inline", async () => {
    await running({ draw }, says(short));
    server.inlineQuery(ann, "深圳");
    const call = await server.waitFor(() => server.callsOf("answerInlineQuery")[0]);
    expect(call.params["results"]).toMatchObject([{ type: "article" }]);
    expect(sends()).toEqual([]);
  });
});

describe("a post with a picture", () => {
  const chat = { platform, id: String(home.id) };

  test("is known by the message with the text", async () => {
    const adapter = await running({ draw });
    server.addChat(home);
    const one = await adapter.post(chat, short);
    expect(server.stored(home.id, Number(one.id))?.photo).toBeDefined();
    const two = await adapter.post(chat, long);
    expect(server.stored(home.id, Number(two.id))?.text).toContain("第 29 条");
    expect(shapes(home)).toEqual(["photo", "photo", "text"]);
  });

  test("asks before every request, repeated ones too", async () => {
    const adapter = await running({ draw });
    server.addChat(home);
    const counts: number[] = [];
    const before = async (): Promise<void> => void counts.push(sends().length);
    server.failNext(failure(429, "Too Many Requests: retry after 0", { retry_after: 0 }));
    await adapter.post(chat, long, { before });
    expect(counts).toEqual([0, 1, 2]);
    expect(sends()).toEqual(["sendPhoto ✗", "sendPhoto", "sendMessage"]);
  });

  test.each([
    [0, short],
    [0, long],
    [1, long],
  ])("goes no further than its caller lets it: %i requests", async (most, answer) => {
    const adapter = await running({ draw });
    server.addChat(home);
    for (const own of [new Error("the row is somebody else's"), new PostError("refused", "of the caller")]) {
      const sent = sends().length;
      const before = async (): Promise<void> => {
        if (sends().length - sent >= most) throw own;
      };
      await expect(adapter.post(chat, answer, { before })).rejects.toBe(own);
      expect(sends()).toHaveLength(sent + most);
    }
    expect(lines()).toEqual([]);
  });

  test("refused or in doubt as a picture is delivered as text", async () => {
    const adapter = await running({ draw });
    server.addChat(home);
    server.failNext(NO_RIGHTS);
    expect(await kindOf(adapter.post(chat, short))).toBe("sent");
    server.failNext({ ...failure(502, "Bad Gateway"), apply: true });
    expect(await kindOf(adapter.post(chat, long))).toBe("sent");
    expect(shapes(home)).toEqual(["text", "photo", "text"]);
  });

  test("whose only message is in doubt is in doubt, and nothing follows", async () => {
    const adapter = await running({ draw });
    server.addChat(home);
    server.failNext({ ...failure(502, "Bad Gateway"), apply: true });
    expect(await kindOf(adapter.post(chat, short))).toBe("uncertain");
    expect(shapes(home)).toEqual(["photo"]);
  });

  test("to a chat that is gone, or that is to wait for long, is not tried as text", async () => {
    const adapter = await running({ draw });
    server.addChat(home);
    server.addChat(street);
    server.kick(street.id);
    expect(await kindOf(adapter.post({ platform, id: String(street.id) }, long))).toBe("gone");
    server.failNext(failure(429, "Too Many Requests: retry after 900", { retry_after: 900 }));
    expect(await kindOf(adapter.post(chat, long))).toBe("retry-after");
    expect(sends()).toEqual(["sendPhoto ✗", "sendPhoto ✗"]);
  });

  test("sent again for its text alone does not show the picture twice", async () => {
    const adapter = await running({ draw });
    server.addChat(home);
    const posting = { key: "row 1" };
    server.failNext({
      ...failure(400, "Bad Request: not enough rights to send text messages to the chat"),
      method: "sendMessage",
    });
    expect(await kindOf(adapter.post(chat, long, posting))).toBe("refused");
    expect(await kindOf(adapter.post(chat, long, posting))).toBe("sent");
    expect(await kindOf(adapter.post(chat, long, { key: "row 2" }))).toBe("sent");
    expect(shapes(home)).toEqual(["photo", "text", "photo", "text"]);
  });
});

test("real pictures under and before real answers", async () => {
  const troubles: string[] = [];
  const pictures = createPictures({
    dataset,
    folder: "no such folder",
    fonts: new URL("../../assets/font", import.meta.url).pathname,
    onTrouble: (reason) => void troubles.push(reason),
  });
  const seen: Answer[] = [];
  const bot = newBot();
  await running({ draw: (what, locale) => pictures.draw(what, locale) }, (question) => {
    const answer = bot(question);
    seen.push(answer);
    return answer;
  });
  for (const text of ["/map 半导体", "/map 深圳", "/matrix", "/figures 支柱", "/map 半导体"]) {
    const before = server.sent(home.id).length;
    server.message(home, ann, text);
    await server.waitFor(() => server.sent(home.id).length > before);
    await settled();
  }
  expect(troubles).toEqual([]);
  expect(logged.filter((line) => /could not|without/u.test(line))).toEqual([]);
  expect(seen.every((answer) => answer.picture)).toBe(true);
  expect(server.callsOf("sendPhoto").map(({ files }) => files.length)).toEqual([1, 1, 1, 1, 0]);
  const captions = server.sent(home.id).flatMap(({ caption }) => caption?.length ?? []);
  expect(Math.max(...captions)).toBeLessThanOrEqual(1_024);
  const said = server.sent(home.id).map(({ text, caption }) => text ?? caption ?? "");
  for (const { title: first } of seen) expect(said.join("\n")).toContain(first.text);
});
