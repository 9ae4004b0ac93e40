/** Yes and no, over the whole dataset: a true claim is never denied, a false one never confirmed. */
import { describe, expect, it } from "vitest";
import { buildRelations } from "../../src/core/ask/relations.ts";
import { ZH_NAMES } from "../../src/core/say/zh-names.ts";
import type { Fact, Figure } from "../../src/dataset/schema.ts";
import { dataset, say } from "../support/bot.ts";

const relations = buildRelations(dataset);

const GROUPS = { 支柱: "十大支柱集群", 新兴: "十大新兴集群", 全部: "20个集群" } as const;

/** Facts about one subject whose figure is the whole's, undisputed and official or reported. */
function claims(): { fact: Fact; figure: Figure & { value: number; unit: string }; subject: string }[] {
  return dataset.facts.flatMap((fact) => {
    const layer = dataset.document.get(fact.document)?.layer;
    const subject = fact.clusters[0] ?? (fact.group ? GROUPS[fact.group] : "");
    const simple =
      fact.clusters.length + Number(fact.group !== undefined) === 1 &&
      fact.cities.length < 2 &&
      !fact.regions;
    if (layer === "draft" || fact.disputed || fact.background || !simple || subject === "") return [];
    return (fact.figures ?? []).flatMap((figure) => {
      const { value, unit, of } = figure;
      return value === undefined || unit === undefined || of !== undefined || figure.status === "threshold"
        ? []
        : [{ fact, figure: { ...figure, value, unit }, subject: `${fact.cities[0] ?? ""}${subject}` }];
    });
  });
}

const question = (subject: string, figure: Figure, value: string): string =>
  `${subject}${figure.year}年${ZH_NAMES.measures[figure.measure]}${figure.status === "target" ? "目标" : ""}是${value}吗`;

describe("figures", () => {
  it.each(claims().map((c) => [c.fact.id, c] as const))("%s", (_id, { figure, subject }) => {
    expect(say(question(subject, figure, `${figure.value}${figure.unit}`))).not.toMatch(
      /^不是(?!，这个数不可信)/,
    );
    const wrong = Number((figure.value * 1.37 + 0.11).toFixed(2));
    expect(say(question(subject, figure, `${wrong}${figure.unit}`))).not.toMatch(/^是/);
  });
});

describe("roles", () => {
  const given = dataset.clusters.flatMap(({ id }) =>
    dataset.cities.map((city) => ({
      cluster: id,
      city: city.id,
      core: (relations.rolesOfCluster.get(id) ?? []).filter(
        (r) => r.city === city.id && r.giver === "province" && r.tier === "core" && !r.sub,
      ),
    })),
  );

  it.each(given.filter((g) => g.core.length > 0))("$city is a core city of $cluster", ({ cluster, city }) => {
    expect(say(`${city}是${cluster}集群的核心城市吗`)).toMatch(/^是核心：/);
    expect(say(`${city}不是${cluster}集群的核心城市，对吗`)).toMatch(/^不对，/);
    expect(say(`只有${city}是${cluster}集群的核心城市吗`)).not.toMatch(/^是/);
  });

  it.each(given.filter((g) => g.core.length === 0))(
    "$city is not called a core city of $cluster",
    ({ cluster, city }) => {
      expect(say(`${city}是${cluster}集群的核心城市吗`)).not.toMatch(/^是/);
    },
  );
});

describe("classes", () => {
  it.each(dataset.clusters)("$id is of class $class and of no other", ({ id, class: own }) => {
    const other = own === "支柱" ? "新兴" : "支柱";
    expect(say(`${id}是${own}集群吗`)).toMatch(/^是：/);
    expect(say(`${id}是${other}集群吗`)).toMatch(/^不是：/);
    expect(say(`${id}不是${own}集群，对吧`)).toMatch(/^不对：/);
  });
});

it.each([
  "东莞智能机器人2027年1000亿元的目标是省里定的吗",
  "深圳20+8是省里定的吗",
  "2023—2025年版行动计划把深圳列为新能源的核心吗",
  "软件的双核心是广州和珠海吗",
  "云浮有稀土中心吗",
  "广州重点发展特种机器人吗",
  "生物医药2025年营收目标不到1万亿吗",
  "意见是5月20日出台的吗",
  "广州汽车2024年还是全国第一吗",
  "广州是三星最多的城市吗",
  "海上风电的核心城市是深圳吗",
  "汽车是第9个万亿级集群吗",
  "20个行动计划是农业农村厅牵头的吗",
])("does not confirm: %s", (text) => {
  expect(say(text)).not.toMatch(/^是/);
});

it.each([
  "《意见》文号是粤府函〔2020〕82号吗",
  "东海岛在湛江吗",
  "云浮被支持发展特色软件吗",
  "新能源是万亿级集群吗",
  "20个行动计划是省工信厅牵头的吗",
  "软件的双核心是广州和深圳吗",
])("confirms: %s", (text) => {
  expect(say(text)).toMatch(/^是：/);
});
