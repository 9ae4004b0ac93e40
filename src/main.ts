/** Where it begins. The only file that reads the environment. */
import { fileURLToPath } from "node:url";
import { config as loadEnv } from "dotenv";
import { runCommand } from "./cli/run.ts";
import { connectPatiently } from "./shared/network.ts";

/** The program's folder, with a slash at its end; the same seen from src and from dist. */
const ROOT = fileURLToPath(new URL("../", import.meta.url));

/**
 * Where .env is read and var/ is kept: beside the program; where that was installed as a package, which the next version
 * replaces, in the folder it is started from.
 */
const HOME = /[\\/]node_modules[\\/]/u.test(ROOT) ? `${process.cwd()}/` : ROOT;

// A reader that went away (| head) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
// Quiet: a missing .env is the ordinary case.
loadEnv({ quiet: true, path: `${HOME}.env` });
connectPatiently();
process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  root: ROOT,
  home: HOME,
});
