/**
 * Ours, for tests: the descriptions of the bot, kept by language.
 * Not covered: a language without its own is answered with what it has itself, not with the default.
 */

import type { Method } from "./context.ts";
import type { Params } from "./params.ts";
import { badRequest } from "./types.ts";

const MOST = { description: 512, short_description: 120 } as const;
type Kind = keyof typeof MOST;

export const descriptionKey = (kind: Kind, language: string): string => `${kind} ${language}`;

function keyOf(params: Params, kind: Kind): string {
  const language = params.text("language_code");
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("invalid language code specified");
  return descriptionKey(kind, language);
}

const setting =
  (kind: Kind): Method =>
  ({ params, descriptions }) => {
    const text = params.text(kind);
    if ([...text].length > MOST[kind]) throw badRequest(`${kind} is too long`);
    descriptions.set(keyOf(params, kind), text);
    return true;
  };

const getting =
  (kind: Kind): Method =>
  ({ params, descriptions }) => ({ [kind]: descriptions.get(keyOf(params, kind)) ?? "" });

export const descriptionMethods = {
  setMyDescription: setting("description"),
  getMyDescription: getting("description"),
  setMyShortDescription: setting("short_description"),
  getMyShortDescription: getting("short_description"),
};
