/** Updates of Telegram's, in and out of shape, through the code that takes them in; a strict server sees what is sent. */
import fc from "fast-check";
import { COMMANDS } from "../../src/app/commands.ts";
import { createSaid } from "../../src/adapters/shared/said.ts";
import { createShelf } from "../../src/adapters/shared/shelf.ts";
import { NOTHING_SET } from "../../src/adapters/shared/locale.ts";
import { createChats } from "../../src/adapters/telegram/chats.ts";
import { createDelivery } from "../../src/adapters/telegram/delivery.ts";
import { createHandler } from "../../src/adapters/telegram/handler.ts";
import { createSuggest } from "../../src/adapters/telegram/inline.ts";
import { createOutgoing } from "../../src/adapters/telegram/outgoing.ts";
import { createKeys } from "../../src/adapters/telegram/pages.ts";
import { createPhotos } from "../../src/adapters/telegram/photos.ts";
import { createPictured } from "../../src/adapters/telegram/pictured.ts";
import { toPostError } from "../../src/adapters/telegram/transport/failure.ts";
import { createLedger } from "../../src/adapters/telegram/transport/ledger.ts";
import { Numbered } from "../../src/adapters/telegram/transport/numbered.ts";
import { createQueue } from "../../src/adapters/telegram/transport/queue.ts";
import type { Transport } from "../../src/adapters/telegram/transport/types.ts";
import { border } from "./border.ts";
import { patient, wholeBot, type WholeBot } from "./bot.ts";
import { damaged, isWellFormed, type Json, oddJson, oddNumber, oddText } from "./odd.ts";
import { ME, StrictTelegram } from "./strict-telegram.ts";

interface Input {
  update: Json;
  /** A question in order: this chat has to get an answer. */
  asks?: number;
}

const ENDLESS = { count: Infinity, windowMs: 1 };

const person = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 40 }),
  is_bot: fc.constant(false),
  first_name: oddText,
  language_code: fc.constantFrom("zh-hans", "zh-TW", "en", "x", ""),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const privateChat = ({ id, first_name }: Person) => ({ id, type: "private", first_name });
const groupChat = (id: number, type: string) => ({
  id: type === "group" ? -id : -1_000_000_000_000 - id,
  type,
  title: "群",
});
const message = { message_id: 7, date: 1_790_000_000 };

const own = { id: ME.id, is_bot: true, first_name: "bot", username: ME.username };
const reply = fc.option(
  fc.record({
    text: oddText,
    from: fc.constant(own),
    message_id: fc.integer({ min: 1, max: 50 }),
    date: fc.constant(1),
  }),
  { nil: undefined },
);

const inPrivate = fc.tuple(person, oddText, reply).map(([from, text, to]): Input => {
  const chat = privateChat(from);
  const about = to && { reply_to_message: { ...to, chat }, quote: { text: to.text, position: 0 } };
  return { update: { message: { ...message, from, chat, text, ...about } }, asks: chat.id };
});

const inGroup = fc
  .tuple(
    person,
    oddText,
    fc.constantFrom("group", "supergroup"),
    fc.boolean(),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([from, said, type, isTopic, thread]): Input => {
    const chat = groupChat(from.id % 2 ** 31, type);
    const mention = `@${ME.username}`;
    const topic = isTopic && type === "supergroup" && { is_topic_message: true, message_thread_id: thread };
    const entities = [{ type: "mention", offset: 0, length: mention.length }];
    return {
      update: { message: { ...message, from, chat, text: `${mention} ${said}`, entities, ...topic } },
      asks: chat.id,
    };
  });

const presses = fc.oneof(
  oddText,
  oddText.map((text) => `q:${text}`),
  fc
    .tuple(fc.constantFrom("c:", "card:", "p:", "page:", "v1:+:members:", "v1:-:fact:"), oddText)
    .map((parts) => parts.join("")),
  fc.constantFrom("v1:+:members:F001,F002", "q:/daily", "q:/help", "p:abc:1"),
);
const press = fc.tuple(person, presses, fc.boolean()).map(([from, data, isPhoto]): Input => {
  const shown = { ...message, chat: privateChat(from), text: "x", ...(isPhoto && { photo: [] }) };
  return { update: { callback_query: { id: "1", from, data, message: shown, chat_instance: "1" } } };
});
const inline = fc
  .tuple(person, oddText)
  .map(([from, query]): Input => ({ update: { inline_query: { id: "1", from, query, offset: "" } } }));
const member = fc
  .tuple(person, fc.constantFrom("member", "left", "kicked", "restricted", "administrator"))
  .map(([from, status]): Input => {
    const [before, after] = [{ status: "left" }, { status, is_member: status === "restricted" }];
    const chat = groupChat(from.id % 1_000, "supergroup");
    return {
      update: { my_chat_member: { chat, from, date: 1, old_chat_member: before, new_chat_member: after } },
    };
  });
/** Others than those that ask: an answer follows its group to the new one. */
const moved = fc.tuple(fc.integer({ min: 2 ** 32, max: 2 ** 32 + 50 }), oddNumber).map(([id, to]): Input => ({
  update: { message: { ...message, chat: groupChat(id, "group"), migrate_to_chat_id: to } },
}));

const whole = fc.oneof(inPrivate, inPrivate, inGroup, press, inline, member, moved);
const broken = damaged(whole.map(({ update }) => update)).map((update): Input => ({ update }));
const inputs: fc.Arbitrary<Input> = fc.oneof(
  { weight: 5, arbitrary: whole },
  { weight: 6, arbitrary: broken },
  { weight: 1, arbitrary: oddJson.map((update): Input => ({ update })) },
);

/** One handler with all its rooms, before a strict server. */
function intake(bot: WholeBot, server: StrictTelegram) {
  const chats = createChats({}, bot.log);
  const [shelf, said] = [createShelf(), createSaid()];
  const queue = createQueue({ limits: { overall: ENDLESS, chat: ENDLESS, group: ENDLESS }, retryFirstMs: 1 });
  // What the server answers, nobody can know the type of.
  const call = ((method: string, payload: object) =>
    server.call(method, payload).catch((error: unknown) => {
      throw toPostError(error);
    })) as Transport["call"];
  const transport = { call, send: queue.send, me: () => ME };
  const deliver = createDelivery({ transport, chats, photos: createPhotos() });
  const outgoing = createOutgoing({
    transport,
    shelf,
    said,
    counts: true,
    nextKey: createKeys("fuzz"),
    deliver,
    deliverPictured: createPictured(deliver, async () => undefined, bot.log),
  });
  const complete = (): string[] => [];
  return createHandler({
    attend: bot.attend,
    commands: COMMANDS,
    vote: bot.vote,
    transport,
    outgoing,
    chats,
    shelf,
    said,
    setting: NOTHING_SET,
    suggest: createSuggest(bot.attend, complete),
    manners: patient(),
    now: Date.now,
    log: bot.log,
  });
}

/** What an update in a foreign shape is told to the log as: the field, and nothing that stands in it. */
const CLEAR = /^an update could not be dealt with: malformed at [\w.]*(?: \(\w+\))(?:, [\w.]* \(\w+\))*/u;
/** What Telegram says to buttons of another time. */
const OLD =
  /message to edit not found|query is too old|message is not modified|there is no (?:text|caption)/u;

function look(lines: readonly string[]): "refused" | undefined {
  const bad = lines.filter((line) => !CLEAR.test(line) && !OLD.test(line));
  if (bad.length > 0) throw new Error(`logged: ${bad.join(" | ").slice(0, 600)}`);
  return lines.length > 0 ? "refused" : undefined;
}

/** A fresh one now and then: what is remembered is bounded, and a run is long. */
const FRESH = 1_000;

export const telegram = border<Input>({
  name: "telegram",
  corpus: [
    { update: JSON.parse('{"message":{"__proto__":{"text":"x"},"constructor":1}}') as Json },
    { update: { message: null } },
    {
      update: {
        message: {
          ...message,
          chat: { id: 1e308, type: "private" },
          from: { id: 1e308, is_bot: false },
          text: "深圳",
        },
      },
    },
    { update: { callback_query: { id: "1", from: { id: 1, is_bot: false }, data: "v1:+:members:F001" } } },
  ],
  inputs,
  async open() {
    const bot = await wholeBot();
    let server = new StrictTelegram();
    let handle = intake(bot, server);
    let ledger = createLedger(10_000);
    let number = 0;
    return {
      async meet({ update, asks }) {
        number += 1;
        if (number % FRESH === 0) {
          server = new StrictTelegram();
          handle = intake(bot, server);
          ledger = createLedger(10_000);
        }
        server.begin(update);
        // As it comes: JSON with a number, from a poll or a webhook.
        const body: unknown = JSON.parse(
          JSON.stringify({ ...(typeof update === "object" ? update : { update }), update_id: number }),
        );
        const numbered = Numbered.safeParse(body);
        if (!numbered.success) return "no number";
        await ledger.accept(numbered.data.update_id, () => handle(numbered.data));
        const refused = look(bot.logged());
        if (!server.sent.every((one) => isWellFormed({ ...one, callback_query_id: "", inline_query_id: "" })))
          throw new Error("half of a sign was sent");
        if (asks !== undefined && !server.sentTo.has(asks)) throw new Error("a question without an answer");
        return refused ?? (server.sent.length > 0 ? "answered" : "ignored");
      },
      close: () => bot.close(),
    };
  },
});
