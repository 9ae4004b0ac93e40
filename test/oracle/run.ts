/** `npx tsx test/oracle/run.ts [a|b|c|…] [count] [--show N] [--kind K] [--seed S]`: asks the bot and counts, per kind. */
import { dataset, newBot } from "../support/bot.ts";
import { type Asked, KINDS, questions } from "./generate.ts";
import { type Judgement, judge } from "./judge.ts";
import { loadTables } from "./tables.ts";

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const show = Number(option("show") ?? 20);
const seed = Number(option("seed") ?? 1);
const kindWanted = option("kind");
const [table = "a", count = "5000"] = args;

const tables = await loadTables();
const phrasings = tables.find((t) => t.letter === table)?.phrasings;
if (!phrasings) throw new Error(`no table ${table}: there are ${tables.map((t) => t.letter).join(", ")}`);
const bot = newBot();
const asked = questions(dataset, phrasings, Number(count), seed).filter(
  (q) => kindWanted === undefined || q.case.kind === kindWanted,
);

interface Seen {
  asked: Asked;
  judgement: Judgement;
  line: string;
}

const start = performance.now();
const seen = asked.map((q): Seen => {
  const answer = bot({ text: q.text, chat: { platform: "test", id: "oracle" } });
  return {
    asked: q,
    judgement: judge(answer, q.truth),
    line: `[${answer.outcome}${answer.verdict ? ` ${answer.verdict}` : ""}] ${answer.title.text}`,
  };
});
const seconds = ((performance.now() - start) / 1000).toFixed(1);

const tally = (of: readonly Seen[]): string => {
  const n = (j: Judgement): number => of.filter((s) => s.judgement === j).length;
  const share = of.length === 0 ? "-" : `${((100 * n("right")) / of.length).toFixed(1)} %`;
  return [of.length, n("right"), n("false"), n("withheld"), share].map((x) => String(x).padStart(9)).join("");
};

console.log(
  `${"kind".padEnd(12)}${["asked", "right", "false", "withheld", ""].map((x) => x.padStart(9)).join("")}`,
);
for (const kind of KINDS) {
  const of = seen.filter((s) => s.asked.case.kind === kind);
  if (of.length > 0) console.log(`${kind.padEnd(12)}${tally(of)}`);
}
console.log(`${"all".padEnd(12)}${tally(seen)}   ${seconds} s`);

for (const judgement of ["false", "withheld"] as const) {
  const of = seen.filter((s) => s.judgement === judgement);
  if (of.length > 0) console.log(`\n${judgement}: ${Math.min(show, of.length)} of ${of.length}`);
  for (const { asked: q, line } of of.slice(0, show)) {
    const truth = "verdict" in q.truth ? q.truth.verdict : q.truth.names.join("、") || "(none)";
    console.log(`- ${q.case.kind}#${q.phrasing} ${q.text}\n    ${line}\n    truth: ${truth}`);
  }
}
