/** What stands in every message of Discord and says nothing. */
export const BARE_MESSAGE = {
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
} as const;
