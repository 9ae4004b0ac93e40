/** Several processes of the bot on one server, as an operator starts them, that can be killed and started again. */
import { type Balancer, createBalancer, createWay, type Way } from "../balancer.ts";
import { freePort, later, ready, start } from "../process.ts";
import { ENGINES } from "../stores.ts";
import { createTelegramServer, type TelegramServer, type TelegramServerOptions } from "../telegram/server.ts";

export interface Crew {
  server: TelegramServer;
  /** Where the database is, past the way that can stand still. */
  databaseUrl: string;
  way: Way;
  balancer: Balancer;
  /** Numbers of those that run. */
  alive(): number[];
  /** SIGKILL, or SIGTERM. @returns once it is over. */
  end(member: number, signal?: NodeJS.Signals): Promise<void>;
  /** @returns once it is ready. */
  begin(member: number): Promise<void>;
}

export interface CrewOptions {
  processes: number;
  /** They poll instead of being posted to. */
  isPolling?: boolean;
  /** What each of them has besides. */
  env?: (member: number) => Record<string, string>;
  telegram?: TelegramServerOptions;
}

const SECRET = "one-secret-for-all";
const READY_MS = 60_000;

/** Starts all of them; `cleanUp` ends everything. */
export async function createCrew({ processes, isPolling, env, telegram }: CrewOptions): Promise<Crew> {
  const server = await createTelegramServer({ webhookRetryMs: 50, ...telegram });
  later(() => server.close());
  const engine = ENGINES.find(({ name }) => name === "PostgreSQL");
  if (engine?.isThere !== true) throw new Error("no PostgreSQL answers");
  const { options, remove } = await engine.place();
  later(remove);
  const { databaseUrl = "" } = options;
  const way = await createWay(Number(new URL(databaseUrl).port || 5432));
  later(() => way.close());
  const through = new URL(databaseUrl);
  through.port = String(way.port);
  const members = new Map<number, ReturnType<typeof start>>();
  const ports = new Map<number, number>();
  const balancer = await createBalancer(() => [...ports.values()]);
  later(() => balancer.close());

  const hook = async (member: number): Promise<Record<string, string>> => {
    ports.set(member, ports.get(member) ?? (await freePort()));
    return {
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${balancer.port}/hook`,
      TELEGRAM_WEBHOOK_PORT: String(ports.get(member)),
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    };
  };

  async function begin(member: number): Promise<void> {
    const health = await freePort();
    const begun = start({
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATABASE_URL: through.href.replaceAll("+", "%20"),
      HEALTH_PORT: String(health),
      LOG_LEVEL: "warn",
      ...(isPolling === true ? {} : await hook(member)),
      ...env?.(member),
    });
    members.set(member, begun);
    // Or it is ended before that, on purpose.
    const isReady = ready(health, 200, READY_MS).catch(() => "late" as const);
    if ((await Promise.race([isReady, begun.code])) !== "late" || members.get(member) !== begun) return;
    begun.child.kill();
    throw new Error(`process ${member} is not ready: ${await begun.logs}`);
  }

  await begin(0);
  // The first one has built the program and made the tables.
  await Promise.all(Array.from({ length: processes - 1 }, (_, index) => begin(index + 1)));
  return {
    server,
    databaseUrl,
    way,
    balancer,
    alive: () => [...members.keys()],
    async end(member, signal = "SIGKILL") {
      const one = members.get(member);
      members.delete(member);
      one?.child.kill(signal);
      await one?.code;
    },
    begin,
  };
}
