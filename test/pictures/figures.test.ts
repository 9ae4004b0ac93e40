/** Figures: the facts the answers lead with, honest bars, gaps as gaps. */
import { describe, expect, it } from "vitest";
import { keyFigures } from "../../src/core/ask/overview.ts";
import { type FigureRow, giverOf } from "../../src/core/ask/relations.ts";
import { amountOf } from "../../src/core/say/figure.ts";
import { ZH_NAMES } from "../../src/core/say/zh-names.ts";
import { figureOf, lengthOf, STATUSES } from "../../src/pictures/amounts.ts";
import { dataset, has, rect, relations, scene, texts, words } from "./support.ts";

const scopes = (["支柱", "新兴"] as const).map(
  (scope) => [scope, scene({ kind: "figures", scope })] as const,
);
const clustersOf = (scope: string): string[] =>
  dataset.clusters.filter((c) => c.class === scope).map((c) => c.id);

const line = (of: ReturnType<typeof scene>, id: string): string =>
  texts(of)
    .filter((t) => t.id.replace(/:\d+$/, "") === id || t.id === id)
    .map((t) => t.text)
    .join("");

describe.each(scopes)("the figures of the %s clusters", (scope, of) => {
  it("have a row for each of the ten", () => {
    for (const cluster of clustersOf(scope)) expect(has(of, `cluster:${cluster}`), cluster).toBe(true);
    expect(texts(of).filter((t) => t.id.startsWith("cluster:"))).toHaveLength(10);
  });

  it("show a figure or say that the documents have none, never nothing", () => {
    for (const cluster of clustersOf(scope))
      for (const status of STATUSES) {
        const found = figureOf(relations, cluster, status);
        const shown = line(of, `${status}:${cluster}`);
        if (found) expect(shown, cluster).toContain(amountOf(found));
        else expect(shown, cluster).toBe("文件未写");
      }
  });

  it("name measure and source of every figure, and the year where it is not the heading's", () => {
    for (const cluster of clustersOf(scope))
      for (const status of STATUSES) {
        const found = figureOf(relations, cluster, status);
        if (!found) continue;
        const measure = line(of, `${status}:${cluster}:measure`);
        expect(measure).toContain(ZH_NAMES.measures[found.figure.measure]);
        if (status !== "target" || found.figure.year !== 2025)
          expect(measure).toContain(String(found.figure.year));
        expect(line(of, `${status}:${cluster}`)).toMatch(/［\d+］$/);
      }
  });

  it("take the facts the overview takes, where it has one", () => {
    for (const cluster of clustersOf(scope)) {
      const shown = STATUSES.flatMap((status) => figureOf(relations, cluster, status)?.fact.id ?? []);
      for (const { id } of keyFigures(relations, cluster).map((row) => row.fact))
        expect(shown, cluster).toContain(id);
    }
  });

  it("draw bars from zero, on one scale", () => {
    const bars = clustersOf(scope).flatMap((cluster) =>
      STATUSES.flatMap((status) => {
        const found = figureOf(relations, cluster, status);
        const length = found && lengthOf(found);
        return length === undefined ? [] : [{ id: `bar:${status}:${cluster}`, length }];
      }),
    );
    expect(bars.length).toBeGreaterThan(9);
    const longest = bars.reduce((one, other) => (other.length > one.length ? other : one));
    const scale = rect(of, longest.id).w / longest.length;
    // A pixel of rounding; the shortest is three pixels long, or nobody would see it.
    for (const { id, length } of bars)
      expect(Math.abs(rect(of, id).w - Math.max(3, length * scale)), id).toBeLessThanOrEqual(1);
  });

  it("draw no bar for what is no sum of money", () => {
    for (const cluster of clustersOf(scope))
      for (const status of STATUSES) {
        const found = figureOf(relations, cluster, status);
        if (!found || lengthOf(found) === undefined)
          expect(has(of, `bar:${status}:${cluster}`), `${status} ${cluster}`).toBe(false);
      }
  });

  it("draw a hollow bar for a part and for a draft, which is called one", () => {
    for (const cluster of clustersOf(scope))
      for (const status of STATUSES) {
        const found = figureOf(relations, cluster, status);
        if (!found || lengthOf(found) === undefined) continue;
        const draft = giverOf(dataset, found.fact) === "draft";
        const hollow = rect(of, `bar:${status}:${cluster}`).stroke !== undefined;
        expect(hollow, `${status} ${cluster}`).toBe(draft || found.figure.of !== undefined);
        if (draft) expect(line(of, `${status}:${cluster}:measure`)).toContain("征求意见稿：");
      }
  });

  it("mark what the sources disagree about, and say what it is", () => {
    for (const cluster of clustersOf(scope))
      for (const status of STATUSES) {
        const found = figureOf(relations, cluster, status);
        if (!found?.fact.conflict) continue;
        expect(line(of, `${status}:${cluster}`), cluster).toContain("＊");
        const title = dataset.conflict.get(found.fact.conflict)?.title ?? "?";
        const all = words(of).replaceAll("\n", "").replaceAll(" ", "");
        expect(all).toContain(title.replaceAll(" ", ""));
      }
  });

  it("tell the same amounts in their alternative", () => {
    for (const cluster of clustersOf(scope))
      for (const status of STATUSES) {
        const found = figureOf(relations, cluster, status);
        if (found) expect(of.alt).toContain(amountOf(found));
      }
  });
});

it("a figure in words stands as text", () => {
  const [row] = relations.figures;
  if (!row) throw new Error("no figures");
  const figure = { measure: "growth", status: "target", words: "与全省增速基本同步", year: 2025 } as const;
  const told: FigureRow = { ...row, figure, measure: "growth", status: "target", amount: undefined };
  expect(amountOf(told)).toBe("与全省增速基本同步");
  expect(lengthOf(told)).toBeUndefined();
});
