/** What of a bot's work a process does; together they do all of it. */

/**
 * `receive`: takes what people ask and answers it. `send`: the daily posts, where it holds their lease. `web`: listens for
 * what platforms post to us.
 */
export const ROLES = ["receive", "send", "web"] as const;
export type Role = (typeof ROLES)[number];
export type Roles = readonly Role[];
