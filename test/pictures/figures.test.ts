/** Figures: one unit, one scale, sorted; only what is alike is a share of the target; a draft scales nothing. */
import { describe, expect, it } from "vitest";
import { type FigureRow, sizeOf } from "../../src/core/ask/relations.ts";
import { LOCALES } from "../../src/core/types.ts";
import { drawnIn, isAlike, isHollow, mostOf, shareOf, sorted, trackOf } from "../../src/pictures/amounts.ts";
import { ticksTo } from "../../src/pictures/dots.ts";
import { ask } from "../support/bot.ts";
import { dataset, has, line, rect, relations, scene, shape, texts } from "./support.ts";

const scopes = (["支柱", "新兴"] as const).map((scope) => {
  const clusters = dataset.clusters.filter((c) => c.class === scope).map((c) => c.id);
  const tracks = clusters.map((cluster) => trackOf(relations, cluster));
  return [scope, scene({ kind: "figures", scope }), tracks] as const;
});

const DRAWN = ["base", "latest", "target"] as const;

describe.each(scopes)("the figures of the %s clusters", (scope, of, tracks) => {
  it("have a row for each that has a sum, and name the others in a footnote", () => {
    for (const track of tracks) {
      const isDrawn = drawnIn(track).length > 0;
      expect(has(of, `track:${track.cluster}`), track.cluster).toBe(isDrawn);
      const notes = texts(of).filter((t) => t.id.startsWith("footnote:"));
      if (!isDrawn) expect(notes.map((t) => t.text).join("")).toContain(track.cluster);
      for (const key of DRAWN)
        expect(has(of, `${key}:${track.cluster}`), `${key} ${track.cluster}`).toBe(track[key] !== undefined);
    }
  });

  it("stand by what is aimed at, the largest first", () => {
    const shown = of.shapes.flatMap(({ id, y }) =>
      id.startsWith("track:") ? [{ cluster: id.slice(6), y }] : [],
    );
    const order = shown.toSorted((a, b) => a.y - b.y).map(({ cluster }) => cluster);
    expect(order).toEqual(
      sorted(tracks)
        .filter((track) => drawnIn(track).length > 0)
        .map(({ cluster }) => cluster),
    );
    const targets = order.flatMap((cluster) => trackOf(relations, cluster).target ?? []).map(sizeOf);
    expect(targets).toEqual(targets.toSorted((a, b) => b - a));
  });

  it("lie from zero on one scale", () => {
    const most = mostOf(tracks);
    const [left, right] = [24 + 9, 720 - 24 - 9];
    for (const track of tracks)
      for (const key of DRAWN) {
        const row = track[key];
        if (!row) continue;
        const { x, w } = rect(of, `${key}:${track.cluster}`);
        const middle = left + ((right - left) * sizeOf(row)) / most;
        expect(Math.abs(x + w / 2 - middle), `${key} ${track.cluster}`).toBeLessThanOrEqual(0.5);
      }
  });

  it("never take the scale of a draft, nor draw one, but tell it", () => {
    for (const track of tracks) {
      for (const row of drawnIn(track)) {
        expect(row.giver).not.toBe("draft");
        expect(sizeOf(row)).toBeLessThanOrEqual(mostOf(tracks));
      }
      if (!track.draft) continue;
      expect(has(of, `target:${track.cluster}`)).toBe(false);
      expect(line(of, `figure:${track.cluster}`)).toMatch(/征求稿 [\d.]+ 不画/u);
    }
    const formal = tracks.flatMap(drawnIn).map(sizeOf);
    expect(mostOf(tracks)).toBe(Math.max(...formal));
  });

  it("are all in one unit, which is named once", () => {
    const told = texts(of).filter((t) => /^(?:key|axis|figure|share):/.test(t.id));
    const units = told.flatMap((t) => t.text.match(/万?亿元/gu) ?? []);
    expect(units).toEqual([scope === "支柱" ? "万亿元" : "亿元"]);
  });

  it("tell a share of the target of what is alike, rounded down, and of nothing else", () => {
    for (const track of tracks) {
      const share = shareOf(track);
      const said = line(of, `share:${track.cluster}`);
      const { latest, target } = track;
      expect(share !== undefined, track.cluster).toBe(
        latest !== undefined && target !== undefined && isAlike(latest, target),
      );
      if (!share || !latest || !target) {
        expect(said).toBe(latest && target ? "口径不同，不算比例" : "");
        continue;
      }
      expect(said).toContain(`${Math.floor((100 * sizeOf(latest)) / sizeOf(target) + 1e-9)}%`);
    }
  });

  it("agree with the answer about who has reached the target", () => {
    for (const track of tracks) {
      const share = shareOf(track);
      if (!share) continue;
      const answer = ask(`${track.cluster} 2025 年的目标完成了吗？`);
      expect(answer.facts, track.cluster).toContain(track.target?.fact.id);
      expect(answer.verdict === "yes", `${track.cluster}: ${answer.title.text}`).toBe(share.reached);
    }
  });

  it("draw what is of another kind hollow", () => {
    for (const track of tracks)
      for (const key of ["base", "latest"] as const) {
        const row = track[key];
        if (row) expect(rect(of, `${key}:${track.cluster}`).stroke !== undefined).toBe(isHollow(track, row));
      }
  });

  it("name amounts, years and sources of every row", () => {
    for (const track of tracks) {
      if (drawnIn(track).length === 0) continue;
      const said = line(of, `figure:${track.cluster}`);
      expect(said).toMatch(/［\d+］$/u);
      for (const row of [track.base, track.latest]) if (row) expect(said).toContain(`${row.figure.year} 年`);
    }
  });

  it("tell the same in their alternative", () => {
    for (const { cluster } of tracks) expect(of.alt).toContain(`${cluster}：`);
  });

  it("state in their title who has reached the target and who is nearest", () => {
    const title = line(of, "title");
    for (const track of tracks) if (shareOf(track)?.reached) expect(title).toContain(track.cluster);
    expect(title).toMatch(/完成 \d+%/u);
  });
});

describe("a track", () => {
  const [row] = relations.figures;
  if (!row) throw new Error("no figures");
  const of = (value: number, more: Partial<FigureRow> = {}): FigureRow => ({
    ...row,
    measure: "revenue",
    figure: { measure: "revenue", status: "target", value, unit: "亿元", year: 2025 },
    amount: { value: value * 1e8, base: "元" },
    ...more,
  });
  const none = { cluster: "新能源", base: undefined, latest: undefined, target: undefined, draft: undefined };

  it("rounds no share up to a hundred", () => {
    const result = of(9999, { status: "result" });
    expect(shareOf({ ...none, latest: result, target: of(10_000) })).toMatchObject({
      percent: 99,
      reached: false,
    });
  });

  it("has no share of a target of another kind", () => {
    expect(shareOf({ ...none, latest: of(9999, { measure: "scale" }), target: of(10_000) })).toBeUndefined();
  });

  it("has no scale of a draft", () => {
    expect(
      mostOf([
        { ...none, draft: of(70_000) },
        { ...none, target: of(500) },
      ]),
    ).toBe(500e8);
  });
});

it("the axis has few and round steps", () => {
  expect(ticksTo(11_163)).toEqual([0, 5000, 10_000]);
  expect(ticksTo(5)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(ticksTo(0.9)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
});

it.each(LOCALES)("an amount is the same in every language: %s", (locale) => {
  const of = scene({ kind: "figures", scope: "新兴" }, locale);
  const said = line(of, "figure:新能源", " ");
  expect(said).toContain(locale === "en" ? "1,116 in 2024; target 1,000 or more" : "2024 年 11163");
  expect(shape(of, "latest:新能源").x).toBe(
    shape(scene({ kind: "figures", scope: "新兴" }), "latest:新能源").x,
  );
});
