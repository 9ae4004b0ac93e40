/** Cards as Telegram has them: edited where they stand, sent anew where they are gone, refused on the button. */
import { expect, test } from "vitest";
import type { Ask } from "../../src/core/types.ts";
import {
  ann,
  bob,
  firstIn,
  home,
  plainAnswer,
  running,
  server,
  serverPerTest,
  texts,
  textsIn,
  town,
} from "./support.ts";

serverPerTest();

/** A card that says what it was asked. */
const card: Ask = ({ text }) =>
  plainAnswer(`卡片：${text}`, {
    outcome: "clarify",
    card: [[{ label: "关", ask: "/off" }], [{ label: "不行", ask: "/no" }]],
  });
const refuses: Ask = (question) =>
  question.text === "/no"
    ? plainAnswer("只有管理员能改。", { outcome: "clarify", aside: true })
    : card(question);
const toasts = () => server.callsOf("answerCallbackQuery").map(({ params }) => params);

test("a card is edited, and its button is told when that is done", async () => {
  await running({}, card);
  server.message(home, ann, "/card");
  await texts(home, 1);
  server.press(ann, firstIn(home), "c:/off");
  await server.waitFor(() => toasts().length === 1);
  expect(textsIn(home)).toEqual(["卡片：/off"]);
  server.press(ann, firstIn(home), "c:/off");
  await server.waitFor(() => toasts().length === 2);
  expect(toasts()[1]).not.toHaveProperty("text");
});

test("a card that is gone is sent anew", async () => {
  await running({}, card);
  server.message(home, ann, "/card");
  await texts(home, 1);
  server.callbackQuery(ann, { message_id: 4_711, chat: home, date: 0 }, "c:/off");
  expect(await texts(home, 2)).toEqual(["卡片：/card", "卡片：/off"]);
});

test("a refusal is told to who pressed, until it is read, and changes nothing", async () => {
  await running({}, refuses);
  server.message(town, ann, "/help");
  await texts(town, 1);
  server.press(bob, firstIn(town), "c:/no");
  await server.waitFor(() => toasts().length === 1);
  expect(toasts()[0]).toMatchObject({ text: "只有管理员能改。", show_alert: "true" });
  expect(textsIn(town)).toEqual(["卡片：/help"]);
});

test("a failure stops the clock on the button, and says so", async () => {
  await running({}, (question) => {
    if (question.text === "/off") throw new Error("broken");
    return card(question);
  });
  server.message(home, ann, "/card");
  await texts(home, 1);
  server.press(ann, firstIn(home), "c:/off");
  await server.waitFor(() => toasts().length === 1);
  expect(toasts()[0]?.["text"]).toContain("没能答上来");
});
