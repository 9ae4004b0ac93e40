/** What `--help` says. */
export const HELP = `Yuequn 粤群: answers about Guangdong's 20 strategic industrial clusters, with sources.

  npm start                            run every platform whose token is in .env; without one, chat in this terminal
  npm run --silent ask -- "问题"        answer one question
                                       both: --lang zh|tw|en answers in that language, --long shows all of an answer
  npm run --silent ask -- --jsonl      one JSON object a line on stdin: {"id", "text", "chat"?, "locale"?}; always all
  npm run data:check                   check the dataset, list every fault
  npm run daily:preview                what a new chat would get (-- --days 14 --topic 深圳)
  npm run daily:status                 what was sent, what waits, which posts are in doubt
  npm run feedback                     which kinds of answers and which facts people vote against; with
                                       LOG_UNANSWERED=true also the questions nobody could answer
  npm run backup -- FILE               a consistent copy of everything stored, while the bot runs
  npm run restore -- FILE              back to such a copy, on either engine (--force: also over what is there)
  npm run doctor                       check settings, tokens, rights, clock, database, proxy (-- --json)
  npm run pictures                     draw every map, card, the matrix and the figures into pictures/
                                       (-- --readme: those of the README into docs/; -- --help: more)
  node launch.mjs --version            the version
  npm run discord:commands             tell Discord which commands there are (-- --guild ID: one server only)

Installed as a package it is \`yuequn COMMAND\` (\`npx yuequn start\`, \`npx yuequn ask "问题"\`), with .env and var/ in
the folder it is started from.

Exit codes: 0 well, 1 faulty data or failure, 2 wrong use; --jsonl: 1 if a line was malformed.
Settings: see .env.example.`;
