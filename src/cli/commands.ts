/** Every command there is, in the order of the help. What a command needs is loaded only when it is given. */
import { COMMANDS } from "../app/commands.ts";
import { type Config, READS, readConfig, readsOf } from "../app/config.ts";
import { PLATFORMS, type Row } from "../app/platforms.ts";
import { labelOf } from "../dataset/release.ts";
import { ask } from "./ask.ts";
import type { CliCommand } from "./command.ts";
import { start } from "./start.ts";
import { dataArgs } from "./args.ts";
import { checkedIn, configIn, datasetIn, say, warn, type World } from "./world.ts";

/** What is done, said line by line, and done well unless it throws. */
const done =
  (work: (world: World, args: readonly string[]) => unknown): CliCommand["run"] =>
  async (world, args) => {
    await work(world, args);
    return 0;
  };

const stored = (world: World): Config => configIn(world, READS.store);

const ANSWERING: readonly CliCommand[] = [
  {
    name: "start",
    usages: [["npm start", "run every platform whose token is in .env; without one, chat in this terminal"]],
    run: start,
  },
  {
    name: "ask",
    usages: [
      [
        'npm run --silent ask -- "问题"',
        "answer one question",
        "both: --lang zh|tw|en answers in that language, --long shows all of an answer",
      ],
      [
        "npm run --silent ask -- --jsonl",
        'one JSON object a line on stdin: {"id", "text", "chat"?, "locale"?}; always all',
      ],
    ],
    run: ask,
  },
];

const OPERATING: readonly CliCommand[] = [
  {
    name: "data:check",
    usages: [
      [
        "npm run data:check",
        "check the dataset and what YUEQUN_DATA lays over it, list every fault",
        "(-- --data FOLDER: what is laid over it instead)",
      ],
    ],
    run: done((world, args) => {
      const folders = dataArgs(args) ?? configIn(world, READS.data).YUEQUN_DATA;
      const dataset = checkedIn(world, { YUEQUN_DATA: folders });
      const { facts, sources, conflicts, releases, superseded } = dataset;
      say(`${facts.length} facts, ${sources.length} sources, ${conflicts.length} conflicts: no faults`);
      if (releases.length < 2) return;
      for (const release of releases) say(`  ${labelOf(release)}: ${release.facts} facts`);
      if (superseded.size > 0) say(`  superseded: ${[...superseded.keys()].join(", ")}`);
    }),
  },
  {
    name: "daily:preview",
    usages: [["npm run daily:preview", "what a new chat would get (-- --days 14 --topic 深圳)"]],
    run: done(async (world, args) => {
      const { preview } = await import("./operate.ts");
      preview(datasetIn(world, configIn(world, READS.data)), args, Date.now(), say);
    }),
  },
  {
    name: "daily:status",
    usages: [["npm run daily:status", "what was sent, what waits, which posts are in doubt"]],
    run: done(async (world) => (await import("./operate.ts")).status(stored(world), Date.now(), say)),
  },
  {
    name: "feedback",
    usages: [
      [
        "npm run feedback",
        "which kinds of answers and which facts people vote against; with",
        "LOG_UNANSWERED=true also the questions nobody could answer",
      ],
    ],
    run: done(async (world) => {
      const { feedback } = await import("./operate.ts");
      const config = stored(world);
      await feedback(config, datasetIn(world, config), say);
    }),
  },
  {
    name: "backup",
    usages: [["npm run backup -- FILE", "a consistent copy of everything stored, while the bot runs"]],
    run: done(async (world, args) => (await import("./operate.ts")).backup(stored(world), args, say)),
  },
  {
    name: "restore",
    usages: [
      ["npm run restore -- FILE", "back to such a copy, on either engine (--force: also over what is there)"],
    ],
    run: done(async (world, args) =>
      (await import("./restore.ts")).restore(stored(world), args, Date.now(), say),
    ),
  },
  {
    name: "documents",
    usages: [
      [
        "npm run documents -- add FILE",
        "documents of your own: PDF, DOCX, HTML, Markdown, text (-- list, show, remove;",
        "facts ID proposes facts, --review keeps them; -- --help: more)",
      ],
    ],
    helpsItself: true,
    run: async (world, args) => (await import("./documents.ts")).documents(world, args),
  },
  {
    name: "doctor",
    usages: [["npm run doctor", "check settings, tokens, rights, clock, database, proxy (-- --json)"]],
    run: async (world, args) => (await import("./doctor.ts")).doctor(world, args),
  },
  {
    name: "pictures",
    usages: [
      [
        "npm run pictures",
        "draw every map, card, the matrix and the figures into pictures/",
        "(-- --readme: those of the README into docs/; -- --help: more)",
      ],
    ],
    helpsItself: true,
    async run(world, args) {
      const { runPictures } = await import("../pictures/command.ts");
      const { root } = world;
      const folders = { pictures: `${root}pictures`, docs: `${root}docs`, fonts: `${root}assets/font` };
      const dataset = () => datasetIn(world, configIn(world, READS.data));
      return runPictures({ dataset, folders, print: say, warn }, args);
    },
  },
];

/** What can be done on platforms. */
const operationsOn = (row: Row): CliCommand[] =>
  row.operations.map((operation) => ({
    name: operation.name,
    usages: [[`npm run ${operation.name}`, ...operation.help]],
    run: done(({ environment, home }, args) => {
      const config = readConfig(environment, readsOf(row), home);
      const token = config[row.token];
      if (token === undefined) throw new Error(`${row.token} is not set; see .env.example.`);
      return operation.run(token, config, { args, commands: COMMANDS, print: say });
    }),
  }));

export const CLI: readonly CliCommand[] = [...ANSWERING, ...OPERATING, ...PLATFORMS.flatMap(operationsOn)];
