/** The environment, checked. Only main.ts reads it, and hands it here. */
import { z } from "zod";

const optional = z.string().trim().min(1).optional();

export const Config = z.object({
  /** Folder of the dataset. */
  YUEQUN_DATA: optional,
});
export type Config = z.infer<typeof Config>;

/** @throws Error naming every variable that is wrong, never its value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ""));
  const parsed = Config.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is not usable. See .env.example.\n${lines.join("\n")}`);
}
