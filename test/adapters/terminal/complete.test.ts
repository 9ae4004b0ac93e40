/** What Tab offers. */
import { describe, expect, it } from "vitest";
import { createCompleter } from "../../../src/adapters/terminal/complete.ts";
import { QUIT } from "../../../src/adapters/terminal/index.ts";
import { COMMANDS } from "../../../src/app/commands.ts";
import { dataset, newBot } from "../../support/bot.ts";

const complete = createCompleter(dataset, COMMANDS, QUIT);

describe("Tab", () => {
  it.each([
    ["/cl", ["/cluster "], "/cl"],
    ["／ＣＬ", ["/cluster "], "／ＣＬ"],
    ["/MAT", ["/matrix"], "/MAT"],
    ["/qui", ["/quit"], "/qui"],
    ["/语", ["/语言 "], "/语"],
    ["/f", ["/fact ", "/figures ", "/forget"], "/f"],
  ])("completes the command %s", (line, names, end) => {
    const [found, replaced] = complete(line);
    expect([found.toSorted(), replaced]).toEqual([names, end]);
  });

  it.each([
    ["佛", ["佛山"], "佛"],
    ["深圳在半导", ["半导体与集成电路"], "半导"],
    ["核心城市有珠", ["珠海"], "珠"],
    ["/role 深圳 集成", ["集成电路"], "集成"],
    ["廣", ["廣州"], "廣"],
    ["what of SHENZ", ["Shenzhen"], "SHENZ"],
    ["ｓｈｅｎｚ", ["Shenzhen"], "ｓｈｅｎｚ"],
    ["穗", ["广州"], "穗"],
    ["gz", ["Guangzhou"], "gz"],
    ["role of sha", ["Shantou", "Shaoguan", "Shanwei"], "sha"],
    ["semic", ["Semiconductors and integrated circuits"], "semic"],
  ])("completes the name at the end of %s", (line, names, end) => {
    const [found, replaced] = complete(line);
    expect(found.toSorted()).toEqual(names.toSorted());
    expect(replaced).toBe(end);
  });

  it("offers what the command takes", () => {
    const [clusters] = complete("/cluster ");
    expect(clusters).toEqual(dataset.clusters.map(({ id }) => id));
    expect(complete("/city ")[0]).toHaveLength(dataset.cities.length);
    expect(complete("/city 新")[0]).toEqual([]);
    expect(complete("/cluster 深")[0]).toEqual([]);
  });

  it.each(["/list 广", "/language e", "天气", "", "半导体 ", "/nonsense", "x".repeat(5_000), "？！"])(
    "offers nothing where there is nothing to offer: %s",
    (line) => {
      expect(complete(line)[0]).toEqual([]);
    },
  );

  it("offers names that are understood", () => {
    const bot = newBot();
    for (const typed of "abcdefghijklmnopqrstuvwxyz广深珠汕佛韶湛肇江茂惠梅河阳清东中潮揭云新绿智汽先现软超生半高激数安精".split(
      "",
    ))
      for (const name of complete(typed)[0]) {
        const { clusters, cities } = bot({ text: name, chat: { platform: "test", id: name } });
        expect([...clusters, ...cities].length, name).toBeGreaterThan(0);
      }
  });
});
