/**
 * Ours, for tests: getChat, getChatMember, getChatAdministrators, getChatMemberCount, sendChatAction and
 * leaveChat.
 * Not covered: single rights of administrators, custom titles, restrictions, invite links, most fields of
 * getChat, a chat action being seen for five seconds.
 */

import type { Context, Method } from "./context.ts";
import { badRequest, type User } from "./types.ts";
import type { ChatState, MemberStatus } from "./world.ts";

const ACTIONS = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);
const ADMIN_RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
};

const getChat: Method = ({ params, world }) => ({
  ...world.readable(params.text("chat_id")).chat,
  accent_color_id: 0,
  max_reaction_count: 11,
});

const getChatMember: Method = (context) => {
  const { params, world } = context;
  const userId = params.integer("user_id", 0);
  if (userId <= 0) throw badRequest("invalid user_id specified");
  const state = readableMembers(context);
  const user = world.users.get(userId);
  if (!user) throw badRequest("user not found");
  return member(user, state.members.get(userId) ?? "left");
};

const getChatAdministrators: Method = (context) => {
  const state = readableMembers(context);
  if (state.chat.type === "private") throw badRequest("there are no administrators in the private chat");
  const isAdministrator = (status: MemberStatus) => status === "creator" || status === "administrator";
  const found: unknown[] = [];
  for (const [id, status] of state.members) {
    const user = context.world.users.get(id);
    if (user && isAdministrator(status)) found.push(member(user, status));
  }
  return found;
};

const getChatMemberCount: Method = (context) => {
  const statuses = [...readableMembers(context).members.values()];
  return statuses.filter((status) => status !== "left" && status !== "kicked").length;
};

const sendChatAction: Method = ({ params, world }) => {
  if (!ACTIONS.has(params.text("action"))) throw badRequest("wrong parameter action in request");
  const state = world.writable(params.text("chat_id"));
  world.topic(state, params.integer("message_thread_id", 0));
  return true;
};

const leaveChat: Method = ({ params, world, updates, now }) => {
  const state = world.writable(params.text("chat_id"));
  if (state.chat.type === "private") throw badRequest("chat member status can't be changed in private chats");
  const before = state.members.get(world.bot.id) ?? "member";
  state.access = "left";
  state.members.set(world.bot.id, "left");
  updates.push({
    my_chat_member: {
      chat: state.chat,
      from: world.bot,
      date: Math.floor(now() / 1000),
      old_chat_member: member(world.bot, before),
      new_chat_member: member(world.bot, "left"),
    },
  });
  return true;
};

export const chatMethods = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  sendChatAction,
  leaveChat,
};

/** A chat whose members the bot may read: it has to be in there. */
function readableMembers({ params, world }: Context): ChatState {
  return world.writable(params.text("chat_id"));
}

/** A ChatMember object of the given status. */
export function member(user: User, status: MemberStatus): Record<string, unknown> {
  if (status === "creator") return { user, status, is_anonymous: false };
  if (status === "administrator") return { user, status, ...ADMIN_RIGHTS };
  if (status === "kicked") return { user, status, until_date: 0 };
  if (status === "restricted")
    return { user, status, is_member: true, can_send_messages: false, until_date: 0 };
  return { user, status };
}
