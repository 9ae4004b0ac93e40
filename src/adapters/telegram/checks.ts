/** What Telegram says of the bot. */
import * as z from "zod";
import type { Command } from "../../core/commands.ts";
import { fail, type Finding, ok, warn } from "../../shared/finding.ts";
import { clockFinding, type Get, type Reply, strange, unreached } from "../../shared/reach.ts";
import { type Menu, type MenuCommand, menus } from "./commands.ts";

export interface TelegramParts {
  get: Get;
  token: string;
  /** https://api.telegram.org unless given. */
  apiRoot: string | undefined;
  proxy: boolean;
  /** The address that is to receive updates; undefined: they are polled. */
  webhookUrl: string | undefined;
  /** Every command there is. */
  commands: readonly Command[];
  /** Seconds since the epoch. */
  nowS: () => number;
}

type Call = (method: string, query?: Record<string, string>) => Promise<Reply>;

const Me = z.object({
  result: z.object({
    id: z.number(),
    username: z.string().optional(),
    can_join_groups: z.boolean().optional(),
    can_read_all_group_messages: z.boolean().optional(),
    supports_inline_queries: z.boolean().optional(),
  }),
});
const Webhook = z.object({
  result: z.object({
    url: z.string(),
    pending_update_count: z.number().optional(),
    last_error_date: z.number().optional(),
    last_error_message: z.string().optional(),
  }),
});
const Commands = z.object({ result: z.array(z.object({ command: z.string(), description: z.string() })) });

const TOKEN = "telegram: token";

export async function checkTelegram(parts: TelegramParts): Promise<Finding[]> {
  const { get, token, apiRoot = "https://api.telegram.org", proxy } = parts;
  const call: Call = (method, query = {}) =>
    get(`${apiRoot}/bot${token}/${method}?${new URLSearchParams(query).toString()}`);
  try {
    const reply = await call("getMe");
    const clock = clockFinding("telegram: clock", reply.clockAheadMs);
    const me = Me.safeParse(reply.body).data?.result;
    if (!me) return [refusal(reply), ...clock];
    return [
      ok(TOKEN, `@${me.username ?? "?"}, ${me.id}`),
      ...clock,
      ...settingsOf(me),
      ...(await receiving(call, parts)),
      await menusOf(call, menus(parts.commands)),
    ];
  } catch (error) {
    return [unreached("telegram: network", error instanceof Error ? error.message : String(error), proxy)];
  }
}

/** 404 where the token has not even the form of one. */
const refusal = (reply: Reply): Finding =>
  reply.status === 401 || reply.status === 404
    ? fail(
        TOKEN,
        "Telegram does not know it",
        "Get one from @BotFather with /newbot or /token, and put it into TELEGRAM_TOKEN.",
      )
    : strange(TOKEN, reply);

function settingsOf(me: z.infer<typeof Me>["result"]): Finding[] {
  const privacy = "telegram: privacy mode";
  const groups = "telegram: groups";
  const inline = "telegram: inline mode";
  return [
    me.can_read_all_group_messages === true
      ? warn(
          privacy,
          "off: the bot is sent everything that is written in its groups",
          "It needs none of that: /setprivacy at @BotFather, Enable; then remove it from its groups and add it again.",
        )
      : ok(privacy, "on: in groups it sees only what is meant for it"),
    me.can_join_groups === false
      ? warn(groups, "it cannot be added to any", "/setjoingroups at @BotFather, Enable.")
      : ok(groups, "it can be added to them"),
    me.supports_inline_queries === false
      ? warn(inline, "off", "For answers in the inline box of any chat: /setinline at @BotFather.")
      : ok(inline, "on"),
  ];
}

/** An error of the webhook that is older no longer matters. */
const RECENT_S = 3_600;

async function receiving(call: Call, { webhookUrl, nowS }: TelegramParts): Promise<Finding[]> {
  const check = "telegram: receiving";
  const reply = await call("getWebhookInfo");
  const info = Webhook.safeParse(reply.body).data?.result;
  if (!info) return [strange(check, reply)];
  const waiting = `${info.pending_update_count ?? 0} updates wait`;
  if (webhookUrl === undefined) return [polled(check, info.url, waiting)];
  if (info.url !== webhookUrl)
    return [
      warn(
        check,
        "the webhook is not set to TELEGRAM_WEBHOOK_URL",
        "The bot sets it when it starts. If it runs, another program uses this token: stop that, or get a token of its own.",
      ),
    ];
  const isRecent = nowS() - (info.last_error_date ?? 0) < RECENT_S;
  if (info.last_error_message !== undefined && isRecent)
    return [
      warn(
        check,
        `Telegram could not deliver: ${info.last_error_message}; ${waiting}`,
        "Check that TELEGRAM_WEBHOOK_URL is reachable from the internet and leads to TELEGRAM_WEBHOOK_PORT.",
      ),
    ];
  return [ok(check, `by webhook, ${waiting}`)];
}

const polled = (check: string, url: string, waiting: string): Finding =>
  url === ""
    ? ok(check, `by polling, ${waiting}`)
    : warn(
        check,
        "a webhook is set although updates are to be polled",
        "The bot removes it when it starts. If another program set it, that loses its updates: get a token for each.",
      );

async function menusOf(call: Call, wanted: readonly Menu[]): Promise<Finding> {
  const check = "telegram: commands";
  let different = 0;
  for (const { scope, language, commands } of wanted) {
    const reply = await call("getMyCommands", { scope: JSON.stringify(scope), language_code: language });
    const shown = Commands.safeParse(reply.body).data?.result;
    if (!shown) return strange(check, reply);
    const text = (list: readonly MenuCommand[]): string =>
      list.map((one) => `${one.command} ${one.description}`).join("\n");
    if (text(shown) !== text(commands)) different += 1;
  }
  return different === 0
    ? ok(check, `${wanted.length} menus are up to date`)
    : warn(check, `${different} of ${wanted.length} menus differ`, "The bot sets them when it starts.");
}
