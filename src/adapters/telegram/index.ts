/** Telegram as a platform: createTelegramAdapter(options). */
import { randomBytes } from "node:crypto";
import { ROLES } from "../../shared/roles.ts";
import { redact } from "../../shared/redact.ts";
import type { Platform } from "../shared/descriptor.ts";
import { NOTHING_SET } from "../shared/locale.ts";
import { createManners } from "../shared/manners.ts";
import { createSaid } from "../shared/said.ts";
import { createShelf } from "../shared/shelf.ts";
import { createChats } from "./chats.ts";
import { syncCommands } from "./commands.ts";
import { createDelivery } from "./delivery.ts";
import { syncDescriptions } from "./descriptions.ts";
import { createHandler } from "./handler.ts";
import { createSuggest } from "./inline.ts";
import type { TelegramOptions } from "./options.ts";
import { createOutgoing } from "./outgoing.ts";
import { createKeys } from "./pages.ts";
import { createPhotos } from "./photos.ts";
import { createPictured } from "./pictured.ts";
import { placeOf } from "./order.ts";
import { UPDATE_KINDS } from "./schema.ts";
import { createTransport } from "./transport/index.ts";

/** `start` and `stop` as the transport says; see there. */
export function createTelegramAdapter(options: TelegramOptions): Platform {
  const {
    commands,
    log,
    now = Date.now,
    complete = () => [],
    setting = NOTHING_SET,
    draw = async () => undefined,
    manners = createManners(),
    vote,
    inbox,
    roles = ROLES,
  } = options;
  const sharing = inbox && { inbox, roles, placeOf };
  const transport = createTransport({ ...options, sharing }, UPDATE_KINDS);
  const chats = createChats(options.handlers ?? {}, log);
  const shelf = createShelf(undefined, inbox);
  const said = createSaid();
  const deliver = createDelivery({ transport, chats, photos: createPhotos() });
  const outgoing = createOutgoing({
    transport,
    shelf,
    said,
    counts: vote !== undefined,
    nextKey: createKeys(randomBytes(3).toString("hex")),
    deliver,
    deliverPictured: createPictured(deliver, draw, log),
  });
  const shared = { commands, vote, transport, outgoing, chats, shelf, said, setting, manners, now, log };

  /** Sets what Telegram shows of the bot, as often as it takes. */
  function keepShown(what: string, sync: typeof syncDescriptions): Promise<void> {
    const step = async (): Promise<void> => {
      const changed = await sync(transport.call);
      log.info({ platform: "telegram", changed }, `${what} are up to date`);
    };
    return transport.insist(step, (error) =>
      log.warn({ platform: "telegram" }, `${what} were not set: ${redact(error)}`),
    );
  }

  /** Once this process is the one that speaks for the bot. */
  async function show(): Promise<void> {
    await transport.leading();
    await Promise.all([
      keepShown("the menus of commands", (call) => syncCommands(call, commands)),
      keepShown("the descriptions", syncDescriptions),
    ]);
  }

  return {
    platform: "telegram",
    async start(attend) {
      await transport.start(createHandler({ ...shared, attend, suggest: createSuggest(attend, complete) }));
      void show();
    },
    post: ({ id: chat, thread }, answer, fence) =>
      outgoing.answer(
        { chat, thread: thread === undefined ? undefined : Number(thread) },
        answer,
        "unasked",
        fence,
      ),
    stop: transport.stop,
    health: transport.health,
  };
}
