/** `npm run bench -- documents --file TEXT`: what is proposed from a text of one's own, to be judged by whoever knows it. */
import { proposedFrom } from "./extraction.ts";

const [file = ""] = process.argv.slice(2);
process.stdout.write(`${proposedFrom(file)}\n`);
