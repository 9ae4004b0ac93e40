/**
 * Who may change what the bot does in a server: those who may manage it. Asked of Discord at that moment, kept by nobody.
 * A question that Discord does not answer rejects: whoever asked is told so, and is taken for neither.
 */
import { type Message, type PermissionsBitField, PermissionFlagsBits } from "discord.js";
import type { Asker } from "../../core/types.ts";
import type { Asking } from "./incoming.ts";

const mayManage = (permissions: Readonly<PermissionsBitField>): boolean =>
  permissions.any([PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator]);

/** Discord sends the permissions of that moment with every interaction in a server. */
export const askerOfInteraction = ({ guildId, memberPermissions }: Asking): Asker => ({
  isAdmin: () =>
    Promise.resolve(guildId === null || (memberPermissions !== null && mayManage(memberPermissions))),
});

/** With a message it sends only the roles a person had when they were last seen: the member is fetched anew. */
export const askerOfMessage = (message: Message): Asker => ({
  isAdmin: async () => {
    if (!message.inGuild()) return true;
    const member = await message.guild.members.fetch({ user: message.author.id, force: true });
    return mayManage(member.permissions);
  },
});
