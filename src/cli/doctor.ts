/** `npm run doctor`: looks at everything the bot needs, and says what to do. Changes nothing, and shows no secret. */
import { COMMANDS } from "../app/commands.ts";
import { type Config, READS, readConfig } from "../app/config.ts";
import { loadDataset } from "../dataset/load.ts";
import { databaseFindings } from "../doctor/database.ts";
import { checkDiscord } from "../doctor/discord.ts";
import { fail, type Finding, hasFailed, linesOf, ok, warn } from "../doctor/finding.ts";
import { envFileFindings, folderFinding, portFinding, proxyFinding } from "../doctor/machine.ts";
import { checkTelegram } from "../doctor/telegram.ts";
import { createGet, type Get } from "../doctor/web.ts";
import { redact } from "../shared/redact.ts";
import { inspectStore } from "../store/inspect.ts";

export interface DoctorOptions {
  environment: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from, with .env. */
  home: string;
  /** Folder of the dataset that comes with the program. */
  dataset: string;
  version: string;
  json: boolean;
  print: (line: string) => void;
}

/** @returns the exit code: 1 where something fails. */
export async function doctor({ json, print, ...options }: DoctorOptions): Promise<number> {
  const findings = await examine(options);
  if (json) print(JSON.stringify({ ok: !hasFailed(findings), findings }, undefined, 2));
  else for (const line of linesOf(findings)) print(line);
  return hasFailed(findings) ? 1 : 0;
}

/** In the same .env for compose.yaml. */
const OF_COMPOSE = ["COMPOSE_PROFILES", "POSTGRES_PASSWORD"];

type Patient = Omit<DoctorOptions, "json" | "print">;

async function examine({ environment, home, dataset, version }: Patient): Promise<Finding[]> {
  const { config, findings } = configuration(environment, home);
  const secrets = [config.TELEGRAM_TOKEN, config.DISCORD_TOKEN, config.DATABASE_URL];
  const get = createGet(config.HTTPS_PROXY, secrets, Date.now);
  const { HEALTH_PORT: port, HEALTH_HOST: host } = config;
  return [
    ok("program", `Yuequn ${version}, Node ${process.version}, ${process.platform} ${process.arch}`),
    ...envFileFindings(`${home}.env`, [...READS.everything, ...OF_COMPOSE]),
    ...findings,
    datasetFinding(config.YUEQUN_DATA ?? dataset),
    ...(await database(config)),
    ...(port === undefined ? [] : [await portFinding(port, host)]),
    ...(config.HTTPS_PROXY === undefined ? [] : [await proxyFinding(config.HTTPS_PROXY)]),
    ...(await telegram(config, get)),
    ...(await discord(config, get)),
  ];
}

/** Everything that is wrong with the settings, and those that can be used all the same. */
function configuration(
  environment: Patient["environment"],
  home: string,
): { config: Config; findings: Finding[] } {
  const check = "configuration";
  const read = (names: readonly (keyof Config)[]): Config => readConfig(environment, names, home);
  try {
    const config = read(READS.everything);
    return { config, findings: [ok(check, "every setting can be used"), ...platformsFinding(config)] };
  } catch (error) {
    const faults = redact(error).split("\n").slice(1);
    const usable = READS.everything.filter((name) => isUsable(() => read([name])));
    // What is wrong together is wrong with the webhook.
    const config = isUsable(() => read(usable))
      ? read(usable)
      : read(usable.filter((n) => !n.includes("WEBHOOK")));
    return {
      config,
      findings: faults.map((fault) =>
        fail(check, fault.trim(), "Correct it in .env; .env.example explains it."),
      ),
    };
  }
}

function isUsable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

const platformsFinding = ({ DISCORD_TOKEN, TELEGRAM_TOKEN }: Config): Finding[] =>
  DISCORD_TOKEN === undefined && TELEGRAM_TOKEN === undefined
    ? [
        warn(
          "platforms",
          "no token is set: the bot only chats in a terminal",
          "Put DISCORD_TOKEN or TELEGRAM_TOKEN into .env.",
        ),
      ]
    : [];

function datasetFinding(folder: string): Finding {
  try {
    return ok("dataset", `${loadDataset(folder).facts.length} facts, no faults`);
  } catch (error) {
    const [first = ""] = redact(error).split("\n");
    return fail("dataset", first, "npm run data:check lists every fault; is YUEQUN_DATA right?");
  }
}

async function database(config: Config): Promise<Finding[]> {
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = config;
  const folder = databaseUrl === undefined ? [folderFinding(dataDir)] : [];
  try {
    return [...folder, ...databaseFindings(await inspectStore({ dataDir, databaseUrl }), Date.now())];
  } catch (error) {
    const remedy =
      databaseUrl === undefined
        ? "Put a backup in its place with npm run restore, or let this user read it."
        : "Check that the server runs and that address, user and password in DATABASE_URL are right.";
    return [...folder, fail("database", redact(error, databaseUrl), remedy)];
  }
}

async function telegram(config: Config, get: Get): Promise<Finding[]> {
  const token = config.TELEGRAM_TOKEN;
  if (token === undefined) return [];
  const { menus } = await import("../adapters/telegram/commands.ts");
  return checkTelegram({
    get,
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    proxy: config.HTTPS_PROXY !== undefined,
    webhookUrl: config.TELEGRAM_WEBHOOK_URL,
    menus: menus(COMMANDS),
    nowS: () => Date.now() / 1_000,
  });
}

async function discord(config: Config, get: Get): Promise<Finding[]> {
  const token = config.DISCORD_TOKEN;
  if (token === undefined) return [];
  const [{ registrations }, { difference }] = await Promise.all([
    import("../adapters/discord/commands.ts"),
    import("../adapters/discord/register.ts"),
  ]);
  return checkDiscord({
    get,
    token,
    apiRoot: config.DISCORD_API_ROOT,
    appId: config.DISCORD_APP_ID,
    proxy: config.HTTPS_PROXY !== undefined,
    differences: (registered) => difference(registered, registrations(COMMANDS)),
  });
}
