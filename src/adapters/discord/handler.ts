/** What happens on each event of the gateway: who is answered, and by what. */
import type { Guild, Interaction, Message } from "discord.js";
import type { Chat, Locale, Question } from "../../core/types.ts";
import { noticeLocale } from "../shared/locale.ts";
import type { Manners } from "../shared/manners.ts";
import { NOBODY } from "../shared/nobody.ts";
import { createBursts, WORDLESS } from "../shared/wordless.ts";
import { type ActingParts, createActing, isAsking } from "./acting.ts";
import { askerOfMessage } from "./admin.ts";
import { type AnsweringParts, createAnswering } from "./answering.ts";
import { greet } from "./greeting.ts";
import { isWordless, keyOf, questionFromMessage, withReplied } from "./incoming.ts";
import { createOffers, type OffersParts } from "./offers.ts";
import { sendBody, sendBook } from "./outgoing.ts";
import type { Book } from "./pages.ts";
import { type Words, WORDS } from "./words.ts";

export interface Handlers {
  message: (message: Message) => Promise<void>;
  interaction: (interaction: Interaction) => Promise<void>;
  guild: (guild: Guild) => Promise<void>;
}

export type HandlerOptions = AnsweringParts &
  OffersParts &
  Omit<ActingParts, "answering" | "admit"> & { manners: Manners };

export function createHandlers(options: HandlerOptions): Handlers {
  const { setting, now, manners, said, turns, illustrator, failed } = options;
  const answering = createAnswering(options);
  const { answer, drawn } = answering;
  const offer = createOffers(options);
  const beginsBurst = createBursts(now);
  const admit = ({ user = "", id }: Chat): ReturnType<Manners["admit"]> => manners.admit(user, id, now());
  const act = createActing({ ...options, answering, admit });

  /** What is said besides answers, in the language of who asked. */
  const localeFor = ({ chat, hint }: Pick<Question, "chat" | "hint">): Promise<Locale> =>
    noticeLocale(setting, chat, hint);
  const wordsFor = async (question: Pick<Question, "chat" | "hint">): Promise<Words> =>
    WORDS[await localeFor(question)];
  const admitWordless = ({ id }: Chat): "wordless" | "silent" => (beginsBurst(id) ? "wordless" : "silent");

  async function message(incoming: Message): Promise<void> {
    const question = questionFromMessage(incoming, incoming.client.user.id, now());
    if (!question) return;
    const admitted = isWordless(incoming) ? admitWordless(question.chat) : admit(question.chat);
    if (admitted === "silent") return;
    await turns
      .run(keyOf(question.chat), () => respond(incoming, question, admitted))
      .catch((error: unknown) => failed(error, incoming.channelId));
  }

  async function respond(
    incoming: Message,
    question: Question,
    admitted: "answer" | "notice" | "wordless",
  ): Promise<void> {
    const { id, channelId: channel, client } = incoming;
    const sending = { channel, nonce: id, replyTo: id };
    if (admitted !== "answer") {
      const locale = await localeFor(question);
      const content = admitted === "notice" ? WORDS[locale].tooFast : WORDLESS[locale].wordless;
      return void (await sendBody(client.rest, sending, { content }));
    }
    const answered = await answer(withReplied(question, incoming, said), askerOfMessage(incoming), id);
    const send = (book: Book): Promise<string> => sendBook(client.rest, sending, book);
    const sent = await illustrator.withOrWithout(await drawn(answered), send);
    said.keep(channel, sent, answered.answer);
  }

  return {
    message,
    async interaction(interaction) {
      if (interaction.isAutocomplete()) return offer(interaction);
      if (isAsking(interaction)) return act(interaction);
    },
    guild: (guild) =>
      greet(
        guild,
        async (question) => drawn(await answer(question, NOBODY, guild.id)),
        wordsFor,
        now(),
        failed,
      ),
  };
}
