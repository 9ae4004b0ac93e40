/** The shared engine: a PostgreSQL server, for several processes. */
import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";
import Cursor from "pg-cursor";

/** Connections of one process. */
const MOST_CONNECTIONS = 5;
/** A server that does not answer must not hold up whoever waits. */
const CONNECT_MS = 3_000;
const STATEMENT_MS = 15_000;

/**
 * @param url postgres://user:password@host:port/database.
 * @param onTrouble told when an idle connection breaks; the pool makes a new one when it needs it.
 */
export function openServer(url: string, onTrouble: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: "yuequn",
    // Ours are milliseconds and counts, which a double holds exactly.
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // Without a listener a restart of the server would end the process: on the pool for idle connections, on each for
  // those in use between two statements.
  pool.on("error", onTrouble);
  pool.on("connect", (client) => void client.on("error", onTrouble));
  return new PostgresDialect({ pool, cursor: Cursor });
}
