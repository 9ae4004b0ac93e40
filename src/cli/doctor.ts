/** `doctor`: looks at everything the bot needs, and says what to do. Changes nothing, and shows no secret. */
import { type Bot, botsOf } from "../app/bots.ts";
import { COMMANDS } from "../app/commands.ts";
import { checkConfig, type Config, type Fault, READS } from "../app/config.ts";
import { TOKENS } from "../app/platforms.ts";
import { labelsOf } from "../dataset/release.ts";
import { databaseFindings } from "../doctor/database.ts";
import { envFileFindings, folderFinding, portFinding, proxyFinding } from "../doctor/machine.ts";
import { createGet } from "../doctor/web.ts";
import { fail, type Finding, hasFailed, linesOf, ok, warn } from "../shared/finding.ts";
import { redact } from "../shared/redact.ts";
import { UsageError } from "../shared/usage-error.ts";
import { inspectStore } from "../store/inspect.ts";
import { checkedIn, say, versionOf, type World } from "./world.ts";

/** @returns the exit code: 1 where something fails. @throws UsageError */
export async function doctor(world: World, args: readonly string[]): Promise<number> {
  const wrong = args.find((arg) => arg !== "--json" && arg !== "--");
  if (wrong !== undefined) throw new UsageError(`${wrong}: doctor takes --json or nothing.`);
  const findings = await examine(world);
  if (args.includes("--json")) say(JSON.stringify({ ok: !hasFailed(findings), findings }, undefined, 2));
  else for (const line of linesOf(findings)) say(line);
  return hasFailed(findings) ? 1 : 0;
}

/** In the same .env for compose.yaml. */
const OF_COMPOSE = ["COMPOSE_PROFILES", "DOMAIN", "POSTGRES_PASSWORD"];

async function examine(world: World): Promise<Finding[]> {
  const { config, faults } = usable(world);
  const { HEALTH_PORT: port, HEALTH_HOST: host, HTTPS_PROXY: proxy } = config;
  const bots = botsOf(config);
  const { version, platform, arch } = process;
  return [
    ok("program", `Yuequn ${versionOf(world)}, Node ${version}, ${platform} ${arch}`),
    ...envFileFindings(`${world.home}.env`, [...READS.everything, ...OF_COMPOSE]),
    ...configurationFindings(faults, bots),
    datasetFinding(world, config),
    ...(await database(config)),
    ...(port === undefined ? [] : [await portFinding(port, host)]),
    ...(proxy === undefined ? [] : [await proxyFinding(proxy)]),
    ...(await platformFindings(bots, config)),
  ];
}

/** The settings that can be used, and everything that is wrong with the others. */
function usable(
  world: World,
  variables: readonly (typeof READS.everything)[number][] = READS.everything,
): { config: Config; faults: Fault[] } {
  const checked = checkConfig(world.environment, variables, world.home);
  if ("config" in checked) return { config: checked.config, faults: [] };
  const { faults } = checked;
  const rest = variables.filter((name) => faults.every(({ variable }) => variable !== name));
  return { config: usable(world, rest.length < variables.length ? rest : []).config, faults };
}

function configurationFindings(faults: readonly Fault[], bots: readonly Bot[]): Finding[] {
  const check = "configuration";
  if (faults.length > 0)
    return faults.map(({ variable, message }) =>
      fail(check, `${variable}: ${message}`, "Correct it in .env; .env.example explains it."),
    );
  const well = ok(check, "every setting can be used");
  if (bots.length > 0) return [well];
  const remedy = `Put ${TOKENS.join(" or ")} into .env.`;
  return [well, warn("platforms", "no token is set: the bot only chats in a terminal", remedy)];
}

function datasetFinding(world: World, config: Config): Finding {
  try {
    const { facts, releases } = checkedIn(world, config);
    return ok("dataset", `${facts.length} facts (${labelsOf(releases)}), no faults`);
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

async function platformFindings(bots: readonly Bot[], config: Config): Promise<Finding[]> {
  const secrets = [...bots.map(({ token }) => token), config.DATABASE_URL];
  const tools = { get: createGet(config.HTTPS_PROXY, secrets, Date.now), commands: COMMANDS, now: Date.now };
  const found: Finding[] = [];
  // One after the other: each says how far the clock is off.
  for (const { row, token } of bots) found.push(...(await row.examine(token, config, tools)));
  return found;
}
