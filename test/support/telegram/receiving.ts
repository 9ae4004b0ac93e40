/**
 * Ours, for tests: getMe, getUpdates, the webhook methods, close and logOut.
 * Not covered: the ten minutes that close has to wait after a start, the certificate of a webhook.
 */

import type { Context, Method } from "./context.ts";
import type { Params } from "./params.ts";
import { ApiError, badRequest } from "./types.ts";
import { checkSecretToken, checkWebhookUrl } from "./webhook.ts";

const MAX_POLL_SECONDS = 50;
const CONFLICT =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

const getMe: Method = ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
});

const getUpdates: Method = async ({ params, updates, webhook, signal }) => {
  if (webhook.settings) throw new ApiError(409, CONFLICT);
  const offset = params.integer("offset", 0);
  const limit = clamp(params.integer("limit", 100), 1, 100);
  const timeout = clamp(params.integer("timeout", 0), 0, MAX_POLL_SECONDS);
  updates.allowed = readAllowed(params, updates.allowed);
  return await updates.poll(offset, limit, timeout * 1000, signal);
};

const setWebhook: Method = (context) => {
  const { params, updates, webhook } = context;
  const url = params.text("url");
  if (url === "") return deleteWebhook(context);
  const secretToken = params.text("secret_token");
  checkSecretToken(secretToken);
  checkWebhookUrl(url);
  const maxConnections = clamp(params.integer("max_connections", 40), 1, 100);
  updates.allowed = readAllowed(params, updates.allowed);
  if (params.flag("drop_pending_updates")) updates.clear();
  updates.endForWebhook();
  webhook.set({ url, secretToken, maxConnections });
  return true;
};

const deleteWebhook: Method = ({ params, updates, webhook }) => {
  if (params.flag("drop_pending_updates")) updates.clear();
  webhook.set(undefined);
  return true;
};

const getWebhookInfo: Method = ({ updates, webhook }) => {
  const { settings, lastError } = webhook;
  return {
    url: settings?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: updates.pending.length,
    ...(settings && { max_connections: settings.maxConnections }),
    ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
    ...(updates.allowed && { allowed_updates: updates.allowed }),
  };
};

const close: Method = ({ updates }) => {
  updates.end();
  return true;
};

const logOut: Method = ({ updates, webhook, onLogOut }: Context) => {
  updates.end();
  webhook.set(undefined);
  onLogOut();
  return true;
};

export const receivingMethods = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  close,
  logOut,
};

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The kinds asked for: kept when not given, the default again when the list is empty. */
function readAllowed(params: Params, current: string[] | undefined): string[] | undefined {
  const given = params.json("allowed_updates", "allowed_updates");
  if (given === undefined) return current;
  if (!Array.isArray(given) || !given.every((kind) => typeof kind === "string")) {
    throw badRequest("allowed_updates must be an Array of String (refused by this test server)");
  }
  return given.length > 0 ? given : undefined;
}
