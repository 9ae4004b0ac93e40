/** What is offered while somebody types into an option. */
import type { AutocompleteInteraction } from "discord.js";
import type { Command } from "../../core/commands.ts";
import type { Locale } from "../../core/types.ts";
import type { Pool } from "./command-options.ts";
import { completes } from "./commands.ts";
import { CODES, codeOf } from "./failure.ts";
import { hintOf } from "./incoming.ts";
import type { DiscordOptions } from "./options.ts";
import { zonesLike } from "./zones.ts";

/** Discord shows no more, and no longer ones. */
const MOST_CHOICES = 25;
const MOST_CHOICE_LENGTH = 100;

export interface OffersParts {
  commands: readonly Command[];
  complete: DiscordOptions["complete"];
}

export function createOffers({ commands, complete }: OffersParts) {
  function namesFor(typed: string, pool: Pool | undefined, locale: Locale): string[] {
    if (pool === undefined) return [];
    return pool === "zone" ? zonesLike(typed) : complete(typed, pool, MOST_CHOICES, locale);
  }

  return async (interaction: AutocompleteInteraction): Promise<void> => {
    const { name, value } = interaction.options.getFocused(true);
    const pool = completes(commands, interaction.commandName, name);
    const names = namesFor(value, pool, hintOf(interaction) ?? "zh-CN").slice(0, MOST_CHOICES);
    const texts = names.map((text) => text.slice(0, MOST_CHOICE_LENGTH));
    try {
      await interaction.respond(texts.map((text) => ({ name: text, value: text })));
    } catch (error) {
      // The next letter was typed before this list arrived.
      if (codeOf(error) !== CODES.unknownInteraction && codeOf(error) !== CODES.alreadyAcknowledged)
        throw error;
    }
  };
}
