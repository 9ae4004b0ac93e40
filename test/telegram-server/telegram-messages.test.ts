/** Drives the Telegram test server with the real telegraf library over loopback: messages and photos. */

import { describe, expect, test } from "vitest";
import { PNG, ann, home, newBot, raw, refusal, server, serverPerTest } from "../support/telegram/harness.ts";

serverPerTest();

describe("messages", () => {
  test("texts are measured after parsing", async () => {
    const { telegram } = newBot();
    const html = { parse_mode: "HTML" } as const;
    const sent = await telegram.sendMessage(11, `<b>${"x".repeat(4096)}</b>`, html);
    expect(sent.entities).toEqual([{ type: "bold", offset: 0, length: 4096 }]);
    expect(await refusal(telegram.sendMessage(11, "x".repeat(4097)))).toBe(
      "400 Bad Request: message is too long",
    );
    expect(await refusal(telegram.sendMessage(11, "😀".repeat(2049)))).toBe(
      "400 Bad Request: message is too long",
    );
    expect(await refusal(telegram.sendMessage(11, ""))).toBe("400 Bad Request: message text is empty");
    expect(await refusal(telegram.sendMessage(11, "<b> </b>", html))).toBe(
      "400 Bad Request: text must be non-empty",
    );
    expect(await refusal(telegram.sendMessage(11, "x", { parse_mode: "MarkdownV2" }))).toContain(
      "not supported",
    );
  });

  test.each([
    ["<b>x", `Can't find end tag corresponding to start tag "b"`],
    ["ü<b>x</i>", `Unmatched end tag at byte offset 6, expected "</b>", found "</i>"`],
    ["a<br>", 'Unsupported start tag "br" at byte offset 1'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b", "Unclosed start tag at byte offset 0"],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["R&D", 'Unescaped "&" or unsupported HTML entity at byte offset 1'],
    ["a&nbsp;b", 'Unescaped "&" or unsupported HTML entity at byte offset 1'],
    ["a > b", 'Unescaped ">" at byte offset 2'],
    ["<b><code>x</code></b>", 'Tag "code" can\'t be nested in tag "b" at byte offset 3'],
    ["<code><b>x</b></code>", 'Tag "b" can\'t be nested in tag "code" at byte offset 6'],
    ['<a href="/x">x</a>', 'Tag "a" must have an absolute "href" at byte offset 0'],
    ["a &#xD800; b", "Text contains invalid Unicode characters after decoding HTML entities"],
  ])("HTML %s is refused", async (text, reason) => {
    const call = newBot().telegram.sendMessage(11, text, { parse_mode: "HTML" });
    expect(await refusal(call)).toBe(`400 Bad Request: can't parse entities: ${reason}`);
  });

  test("HTML becomes text and entities", async () => {
    const text = `<u>&lt;&#x1F600;</u> <a href="https://e.org/?a=1&amp;b=2">l</a><pre><code class="language-ts">c</code></pre><span class="tg-spoiler"><i>s</i></span>`;
    const sent = await newBot().telegram.sendMessage(11, text, { parse_mode: "HTML" });
    expect(sent.text).toBe("<😀 lcs");
    expect(sent.entities).toEqual([
      { type: "underline", offset: 0, length: 3 },
      { type: "text_link", offset: 4, length: 1, url: "https://e.org/?a=1&b=2" },
      { type: "pre", offset: 5, length: 1, language: "ts" },
      { type: "italic", offset: 6, length: 1 },
      { type: "spoiler", offset: 6, length: 1 },
    ]);
  });

  test("keyboards are checked and pressed", async () => {
    const { telegram } = newBot();
    const keyboard = (button: object, count = 1) => ({
      reply_markup: {
        inline_keyboard: Array.from({ length: count }, () => [
          button as { text: string; callback_data: string },
        ]),
      },
    });
    const send = (button: object, count?: number) =>
      refusal(telegram.sendMessage(11, "x", keyboard(button, count)));
    expect(await send({ text: "t", callback_data: "粤".repeat(22) })).toBe(
      "400 Bad Request: BUTTON_DATA_INVALID",
    );
    expect(await send({ text: "", callback_data: "d" })).toContain("button text must be non-empty");
    expect(await send({ text: "t" })).toContain("Text buttons are unallowed in the inline keyboard");
    expect(await send({ text: "t", url: "localhost" })).toContain("is invalid: Wrong HTTP URL");
    expect(await send({ text: "t", callback_data: "d" }, 101)).toBe(
      "400 Bad Request: reply markup is too long",
    );
    const message = await telegram.sendMessage(11, "x", keyboard({ text: "t", callback_data: "d" }));
    const shown = server.stored(11, message.message_id);
    const id = shown && server.press(ann, shown, "d");
    expect(shown && (() => server.press(ann, shown, "e"))).toThrow("shows no button");
    expect(await telegram.answerCbQuery(id ?? "", "ok")).toBe(true);
    const old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    expect(await refusal(telegram.answerCbQuery(id ?? ""))).toBe(old);
    expect(await refusal(telegram.answerCbQuery("999"))).toBe(old);
  });

  test("edits need a change, the bot's own message and the right kind", async () => {
    const { telegram } = newBot();
    const { message_id } = await telegram.sendMessage(11, "one");
    await telegram.editMessageText(11, message_id, undefined, "two");
    expect(server.sent(11)).toMatchObject([{ text: "two" }]);
    const again = telegram.editMessageText(11, message_id, undefined, "two");
    expect(await refusal(again)).toMatch(
      /^400 Bad Request: message is not modified: specified new message content/,
    );
    const theirs = server.message(home, ann, "mine");
    expect(await refusal(telegram.editMessageText(11, theirs.message_id, undefined, "x"))).toContain(
      "message can't be edited",
    );
    expect(await refusal(telegram.editMessageText(11, 999, undefined, "x"))).toContain(
      "message to edit not found",
    );
    const markup = { inline_keyboard: [[{ text: "t", callback_data: "d" }]] };
    await telegram.editMessageReplyMarkup(11, message_id, undefined, markup);
    expect(server.stored(11, message_id)).toMatchObject({ text: "two", reply_markup: markup });
  });

  test("replies need their message unless told otherwise", async () => {
    const { telegram } = newBot();
    const gone = "400 Bad Request: message to be replied not found";
    expect(await refusal(telegram.sendMessage(11, "x", { reply_parameters: { message_id: 77 } }))).toBe(gone);
    expect(
      (await raw("sendMessage", { chat_id: 11, text: "x", reply_to_message_id: 77 })).body["description"],
    ).toBe(gone.slice(4));
    const optional = { reply_parameters: { message_id: 77, allow_sending_without_reply: true } };
    expect(await telegram.sendMessage(11, "x", optional)).not.toHaveProperty("reply_to_message");
  });
});

describe("photos", () => {
  test("an upload's file id is sent again, an unknown one is refused", async () => {
    const { telegram } = newBot();
    const first = await telegram.sendPhoto(
      11,
      { source: PNG, filename: "map.png" },
      { caption: "<b>c</b>", parse_mode: "HTML" },
    );
    expect(server.callsOf("sendPhoto")[0]?.files).toMatchObject([{ field: "photo", filename: "map.png" }]);
    expect(first).toMatchObject({ caption: "c", photo: [{ width: 1, height: 1 }] });
    const fileId = first.photo.at(-1)?.file_id ?? "";
    expect(server.fileData(fileId)).toEqual(PNG);
    expect((await telegram.sendPhoto(11, fileId)).photo).toEqual(first.photo);
    expect(await refusal(telegram.sendPhoto(11, "AgACunknown"))).toBe(
      "400 Bad Request: wrong file identifier/HTTP URL specified",
    );
    expect(await refusal(telegram.sendPhoto(11, { source: Buffer.from("text") }))).toBe(
      "400 Bad Request: IMAGE_PROCESS_FAILED",
    );
    expect(await refusal(telegram.sendPhoto(11, fileId, { caption: "x".repeat(1025) }))).toContain(
      "message caption is too long",
    );
    const edited = telegram.editMessageText(11, first.message_id, undefined, "x");
    expect(await refusal(edited)).toContain("there is no text in the message to edit");
  });

  test("a caption is edited and keeps its photo; a text has none to edit", async () => {
    const { telegram } = newBot();
    const { message_id, photo } = await telegram.sendPhoto(11, { source: PNG }, { caption: "a" });
    const caption = (text: string, message = message_id) =>
      telegram.editMessageCaption(11, message, undefined, text, { parse_mode: "HTML" });
    expect(await caption("<b>b</b>")).toMatchObject({
      caption: "b",
      photo,
      caption_entities: [{ type: "bold" }],
    });
    expect(await refusal(caption("<b>b</b>"))).toContain("message is not modified");
    expect(await refusal(caption("x".repeat(1025)))).toContain("message caption is too long");
    const text = await telegram.sendMessage(11, "x");
    expect(await refusal(caption("b", text.message_id))).toContain(
      "there is no caption in the message to edit",
    );
  });

  test("a message's media is replaced by an upload", async () => {
    const { telegram } = newBot();
    const { message_id } = await telegram.sendMessage(11, "text");
    await telegram.editMessageMedia(11, message_id, undefined, {
      type: "photo",
      media: { source: PNG },
      caption: "new",
    });
    expect(server.sent(11)).toMatchObject([{ message_id, caption: "new", photo: [{ width: 1 }] }]);
    expect(server.sent(11)[0]).not.toHaveProperty("text");
  });
});
