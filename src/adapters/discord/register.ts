/** Tells Discord which slash commands there are. Run by hand, never at start: the limit is 200 new ones a day. */
import { isDeepStrictEqual } from "node:util";
import { REST, Routes } from "discord.js";
import { ProxyAgent } from "undici";
import * as z from "zod";
import type { Command } from "../../core/commands.ts";
import { redact } from "../../shared/redact.ts";
import { type Definition, type MenuDefinition, registrations } from "./commands.ts";
import { tokenProblem } from "./failure.ts";
import { createWire } from "./wire.ts";

export interface RegisterOptions {
  token: string;
  /** Every command there is. */
  commands: readonly Command[];
  /** Id of the application; asked of Discord where not given. */
  appId?: string | undefined;
  /** One server only, at once visible; without it everywhere. */
  guild?: string | undefined;
  /** Address of the API without version. */
  apiRoot?: string | undefined;
  /** Address of an HTTP(S) proxy. */
  proxy?: string | undefined;
  /** Takes the lines that say what changes. */
  print: (line: string) => void;
}

type Wanted = Pick<Definition | MenuDefinition, "name" | "integration_types" | "contexts">;
/** What Discord holds; it adds fields of its own, which are no difference. */
const Registered = z.array(z.looseObject({ name: z.string() }));
const Application = z.looseObject({ id: z.string() });

/**
 * Replaces the registered commands by ours where they differ, after printing the difference.
 * @returns the number of commands added, changed or removed; 0 when there was nothing to do.
 * @throws Error in one line, without the token: wrong token, unknown guild, no connection.
 */
export function registerCommands(options: RegisterOptions): Promise<number> {
  // Without the cause: it holds more than one line, and addresses.
  return bringUpToDate(restOf(options), options).catch((error: unknown) => {
    throw new Error(
      tokenProblem(error) ?? `Discord did not take the commands: ${redact(error, options.token)}`,
    );
  });
}

async function bringUpToDate(
  rest: REST,
  { appId, guild, commands, print }: RegisterOptions,
): Promise<number> {
  const path = await routeOf(rest, appId, guild);
  const query = new URLSearchParams({ with_localizations: "true" });
  const all = registrations(commands);
  const wanted = guild === undefined ? all : all.map(forOneServer);
  const changes = difference(Registered.parse(await rest.get(path, { query })), wanted);
  for (const change of changes) print(change);
  if (changes.length === 0) print("The commands are up to date.");
  else await rest.put(path, { body: wanted });
  return changes.length;
}

/** Where it is: Discord does not take it of commands for one server. */
function forOneServer<D extends Wanted>({ integration_types: _types, contexts: _contexts, ...rest }: D) {
  return rest;
}

function restOf({ token, apiRoot, proxy }: RegisterOptions): REST {
  const agent = proxy === undefined ? {} : { agent: new ProxyAgent(proxy) };
  const makeRequest = createWire(token, proxy);
  return new REST({ ...(apiRoot === undefined ? {} : { api: apiRoot }), ...agent, makeRequest }).setToken(
    token,
  );
}

async function routeOf(
  rest: REST,
  appId: string | undefined,
  guild: string | undefined,
): Promise<`/${string}`> {
  const id = appId ?? Application.parse(await rest.get(Routes.currentApplication())).id;
  return guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
}

/** Lines like `+ cluster`, `~ city: description`, `- old`. Pure. */
export function difference(registered: readonly { name: string }[], wanted: readonly Wanted[]): string[] {
  const known = new Map(registered.map((command) => [command.name, command]));
  const names = new Set(wanted.map(({ name }) => name));
  const ours = wanted.flatMap((command) => changed(known.get(command.name), command));
  return [...ours, ...[...known.keys()].filter((name) => !names.has(name)).map((name) => `- ${name}`)];
}

function changed(registered: object | undefined, wanted: Wanted): string[] {
  if (!registered) return [`+ ${wanted.name}`];
  const held = new Map(Object.entries(registered));
  const fields = Object.entries(wanted).filter(
    ([key, value]) => !isDeepStrictEqual(bare(held.get(key)), bare(value)),
  );
  return fields.length === 0 ? [] : [`~ ${wanted.name}: ${fields.map(([key]) => key).join(", ")}`];
}

/** Without what Discord leaves out or fills in: empty lists, null, false. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(bare);
  if (value === null || value === false) return undefined;
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, bare(inner)] as const);
  return Object.fromEntries(
    entries.filter(([, inner]) => inner !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
