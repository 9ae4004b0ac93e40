/** Where commands can be used: in servers, with the bot alone, and wherever a person takes along what they installed. */
import { ApplicationIntegrationType, type BaseInteraction, InteractionContextType } from "discord.js";

/** What a definition says of it. Discord takes it of commands for everywhere alone, not of those for one server. */
export interface Places {
  integration_types: ApplicationIntegrationType[];
  contexts: InteractionContextType[];
}

const { GuildInstall, UserInstall } = ApplicationIntegrationType;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

export const EVERYWHERE: Places = {
  integration_types: [GuildInstall, UserInstall],
  contexts: [Guild, BotDM, PrivateChannel],
};

/** Where the bot itself is, and can post unasked. */
export const AT_HOME: Places = { integration_types: [GuildInstall], contexts: [Guild, BotDM] };

/** Whether the bot is only somebody's guest in a place: it can answer there, and post nothing. */
export const isVisiting = ({ context, authorizingIntegrationOwners: owners }: BaseInteraction): boolean =>
  context !== BotDM && owners.userId !== null && owners.guildId === null;
