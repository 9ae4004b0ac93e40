/** A process that opens a store and asks for a lease: argv is the options, the bot, and who asks. */
import { openStore, type StoreOptions } from "../../src/store/open.ts";

const [options = "", bot = "", owner = ""] = process.argv.slice(2);
const store = await openStore(JSON.parse(options) as StoreOptions);
process.stdout.write((await store.leases.take(bot, owner)) ? "leads" : "waits");
await store.close();
