/** How adapters say what happens. Never texts of messages, never tokens. */

/** Plain values only, so that any logger can write them. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Logger {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

const nothing = (): void => undefined;

/** Says nothing. */
export const SILENT: Logger = { info: nothing, warn: nothing, error: nothing };
