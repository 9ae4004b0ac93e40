/** Which answers have a picture, and that whoever cannot see it reads the same. */
import { describe, expect, it } from "vitest";
import { buildRelations } from "../../src/core/ask/relations.ts";
import { ask, dataset, say } from "../support/bot.ts";

const relations = buildRelations(dataset);
const isNamed = (cluster: string, city: string): boolean =>
  (relations.rolesOfCluster.get(cluster) ?? []).some(
    (r) => r.city === city && r.giver === "province" && !r.sub,
  );

const clusters = dataset.clusters.map(({ id }) => id);
const cities = dataset.cities.map(({ id }) => id);

describe("/map", () => {
  it.each(clusters)("of the cluster %s names every city the province names in it", (cluster) => {
    const answer = ask(`/map ${cluster}`);
    expect(answer.picture).toEqual({ kind: "map", cluster });
    const text = say(`/map ${cluster}`);
    for (const city of cities) {
      if (isNamed(cluster, city)) expect(text).toContain(city);
    }
  });

  it.each(cities)("of the city %s is its card", (city) => {
    expect(ask(`/map ${city}`)).toMatchObject({ picture: { kind: "card", city }, cities: [city] });
  });

  it.each([
    ["/map", "/map 后面要写集群或城市"],
    ["/map 火星", "没认出“火星”里的集群或城市"],
  ])("%s asks back with offers, and has no picture", (text, problem) => {
    const answer = ask(text);
    expect(answer).toMatchObject({ outcome: "clarify" });
    expect(answer.picture).toBeUndefined();
    expect(answer.title.text).toContain(problem);
    expect(answer.next.length).toBeGreaterThan(0);
  });

  it("understands names as people write them", () => {
    for (const text of ["/map 芯片", "/map bandaoti", "/map 半導體", "半导体分布图"])
      expect(ask(text).picture, text).toEqual({ kind: "map", cluster: "半导体与集成电路" });
  });
});

describe("/matrix", () => {
  const answer = ask("/matrix");
  const lines = answer.blocks.flatMap((block) => (block.kind === "facts" ? block.items : []));

  it("has a line for each of the 20 clusters, and the picture", () => {
    expect(lines.map(({ text }) => text.split("：")[0])).toEqual(clusters);
    expect(answer.picture).toEqual({ kind: "matrix" });
  });

  it.each(clusters)("%s: exactly the cities the province names", (cluster) => {
    const line = lines.find(({ text }) => text.startsWith(`${cluster}：`))?.text ?? "";
    for (const city of cities) expect(line.includes(city), city).toBe(isNamed(cluster, city));
  });

  it.each(["矩阵", "给我看看 20 个集群 21 个市的矩阵", "全景图"])("is also what “%s” gets", (text) => {
    expect(ask(text).picture).toEqual({ kind: "matrix" });
  });
});

describe("/figures", () => {
  it.each([
    ["/figures 支柱", "支柱"],
    ["/figures 新兴", "新兴"],
    ["/figures", "支柱"],
    ["支柱集群的目标", "支柱"],
    ["新兴集群的营收", "新兴"],
  ] as const)("%s: the picture of the class", (text, scope) => {
    expect(ask(text)).toMatchObject({ outcome: "answer", picture: { kind: "figures", scope } });
  });

  it.each(["支柱", "新兴"] as const)(
    "of %s says for each cluster what there is, or that there is nothing",
    (scope) => {
      const text = say(`/figures ${scope}`);
      for (const { id } of dataset.clusters.filter((cluster) => cluster.class === scope))
        expect(text).toContain(id);
    },
  );
});

describe("a question with a shape", () => {
  it.each([
    ["半导体有哪些核心城市", { kind: "map", cluster: "半导体与集成电路" }],
    ["/cluster 汽车", { kind: "map", cluster: "汽车产业" }],
    ["深圳是哪些集群的核心", { kind: "card", city: "深圳" }],
    ["/city 云浮", { kind: "card", city: "云浮" }],
    ["/compare 广州 深圳", { kind: "compare-cities", cities: ["广州", "深圳"] }],
    ["/compare 半导体 新能源", { kind: "compare-clusters", clusters: ["半导体与集成电路", "新能源"] }],
  ])("%s carries it", (text, picture) => {
    expect(ask(text).picture).toEqual(picture);
  });

  it.each(["深圳是半导体的核心吗", "半导体的目标是多少", "/fact 深圳", "/help", "你好", "天气怎么样"])(
    "%s is a sentence and carries none",
    (text) => {
      expect(ask(text).picture).toBeUndefined();
    },
  );
});
