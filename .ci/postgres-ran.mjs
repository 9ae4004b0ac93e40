/** Fails where a PostgreSQL server answers and the tests that need one did not run. argv: vitest's JSON report. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const url = new URL(process.env.TEST_DATABASE_URL || "postgres://127.0.0.1:5432");

const answers = await new Promise((resolve) => {
  const socket = connect(Number(url.port || 5432), url.hostname, () => {
    socket.destroy();
    resolve(true);
  });
  socket.on("error", () => resolve(false));
});

const { testResults } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tests = testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.fullName.includes("PostgreSQL"));
const passed = tests.filter((test) => test.status === "passed").length;

if (answers && (passed === 0 || passed < tests.length)) {
  process.stderr.write(
    `A PostgreSQL server answers at ${url.host}, but only ${passed} of ${tests.length} tests that need one ran.\n`,
  );
  process.exit(1);
}
process.stdout.write(
  answers ? `${passed} tests ran on PostgreSQL.\n` : "No PostgreSQL server here: its tests were skipped.\n",
);
