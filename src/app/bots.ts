/** Whose bots the configuration asks for. */
import type { Config } from "./config.ts";
import { PLATFORMS, type Row } from "./platforms.ts";

/** A bot on its platform. */
export interface Bot {
  row: Row;
  token: string;
  /** Platform and account, `platform:123456`. */
  id: string;
}

/** The platforms whose token is set, in the order of the table. */
export const botsOf = (config: Config): Bot[] =>
  PLATFORMS.flatMap((row) => {
    const token = config[row.token];
    return token === undefined ? [] : [{ row, token, id: botOf(row, token) }];
  });

/** Platform and account of a token: a new token of the same bot finds its subscriptions again. */
export function botOf({ name, account }: Pick<Row, "name" | "account">, token: string): string {
  const id = account(token) ?? "";
  return `${name}:${/^\d{3,25}$/u.test(id) ? id : "bot"}`;
}
