/**
 * Ours, for tests: the methods that the test server has, by lower-cased name.
 * Not covered: every other method of the Bot API, which is answered with a 404.
 */

import { chatMethods } from "./chats.ts";
import { commandMethods } from "./commands.ts";
import { descriptionMethods } from "./descriptions.ts";
import type { Method } from "./context.ts";
import { messageMethods } from "./messages.ts";
import { queryMethods } from "./queries.ts";
import { receivingMethods } from "./receiving.ts";

export const METHODS = new Map<string, Method>(
  Object.entries({
    ...messageMethods,
    ...queryMethods,
    ...commandMethods,
    ...descriptionMethods,
    ...chatMethods,
    ...receivingMethods,
  }).map(([name, method]) => [name.toLowerCase(), method]),
);
