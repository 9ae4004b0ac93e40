/** Who may change what a chat has set: asked of Telegram at that moment. */
import { expect, test } from "vitest";
import { user } from "../support/telegram/incoming.ts";
import {
  ann,
  bob,
  firstIn,
  home,
  plainAnswer,
  running,
  server,
  serverPerTest,
  street,
  tellsAdmin,
  texts,
  town,
} from "./support.ts";

serverPerTest();

test("in a private chat it is whoever writes, without a call", async () => {
  await running({}, tellsAdmin);
  server.message(home, ann, "/daily on");
  expect(await texts(home, 1)).toEqual(["管理员：true"]);
  expect(server.callsOf("getChatMember")).toEqual([]);
});

test.each([
  ["creator", true],
  ["administrator", true],
  ["member", false],
  ["restricted", false],
  ["left", false],
] as const)("in a group a %s: %s", async (status, isAdmin) => {
  await running({}, tellsAdmin);
  server.addChat(town);
  server.setMember(town.id, bob, status);
  server.message(town, bob, "/daily on");
  expect(await texts(town, 1)).toEqual([`管理员：${isAdmin}`]);
});

test("is asked anew every time, and not where nobody wants to know", async () => {
  await running({}, (question, asker) =>
    question.text === "/help" ? plainAnswer("怎么问") : tellsAdmin(question, asker),
  );
  server.addChat(town);
  server.message(town, bob, "/help");
  server.message(town, bob, "/daily on");
  await texts(town, 2);
  server.setAdministrators(town.id, [bob]);
  server.message(town, bob, "/daily on");
  expect(await texts(town, 3)).toEqual(["怎么问", "管理员：false", "管理员：true"]);
  expect(server.callsOf("getChatMember")).toHaveLength(2);
});

test("an administrator who writes as the group is one, without a call", async () => {
  await running({}, tellsAdmin);
  server.addChat(town);
  const anonymous = user(1_087_968_824, "Group", { is_bot: true });
  server.message(town, anonymous, "/daily on", { sender_chat: town } as object);
  expect(await texts(town, 1)).toEqual(["管理员：true"]);
  expect(server.callsOf("getChatMember")).toEqual([]);
});

test("with a button it is whoever presses, not whoever asked", async () => {
  const next = [{ label: "开启", ask: "/daily on" }];
  await running({}, (question, asker) =>
    question.text === "/daily" ? plainAnswer("设置", { next }) : tellsAdmin(question, asker),
  );
  server.addChat(town);
  server.setAdministrators(town.id, [ann]);
  server.message(town, ann, "/daily");
  await texts(town, 1);
  server.press(bob, firstIn(town), "q:/daily on");
  server.press(ann, firstIn(town), "q:/daily on");
  expect(await texts(town, 3)).toEqual(["设置", "管理员：false", "管理员：true"]);
});

test("a group that became a supergroup is asked under its new id", async () => {
  await running({}, tellsAdmin);
  server.addChat(street);
  server.setMember(street.id, ann, "creator");
  server.message(street, ann, "/daily on");
  await texts(street, 1);
  server.migrate(street.id, town, ann);
  server.message(street, ann, "/daily on");
  expect(await texts(town, 1)).toEqual(["管理员：true"]);
});

test("where Telegram gives no answer the question rejects, and can be answered all the same", async () => {
  await running({}, tellsAdmin);
  server.addChat(town);
  const refuse = (error_code: number, description: string, parameters = {}): void =>
    server.failNext({ method: "getChatMember", response: { error_code, description, parameters } });
  refuse(400, "Bad Request: PARTICIPANT_ID_INVALID");
  refuse(502, "Bad Gateway");
  refuse(429, "Too Many Requests: retry after 3", { retry_after: 3 });
  for (let i = 0; i < 3; i += 1) server.message(town, bob, "/daily on");
  expect(await texts(town, 3)).toEqual(["没查到：refused", "没查到：uncertain", "没查到：retry-after"]);
});

test("a rejection nobody catches ends in an apology, in its turn", async () => {
  await running({}, async (question, asker) => plainAnswer(`${question.text} ${await asker.isAdmin()}`));
  server.addChat(town);
  server.failNext({
    method: "getChatMember",
    response: { error_code: 403, description: "Forbidden: bot was kicked from the supergroup chat" },
  });
  server.message(town, bob, "/daily on");
  server.message(town, bob, "/daily off");
  const [first, second] = await texts(town, 2);
  expect(first).toContain("抱歉");
  expect(second).toBe("/daily off false");
});

test("nobody is behind inline mode and a greeting", async () => {
  const asked: string[] = [];
  await running({}, async ({ text, chat }, asker) => {
    asked.push(`${text} ${chat.user} ${await asker.isAdmin()}`);
    return plainAnswer("好");
  });
  server.inlineQuery(ann, "/daily on");
  await server.waitFor(() => server.callsOf("answerInlineQuery")[0]);
  server.memberUpdate(town, ann, "left", "member");
  await texts(town, 1);
  expect(asked).toEqual(["/daily on undefined false", "/help undefined false"]);
});
