/** The ten clusters of a class: where they started, what was reached, what is aimed at. */
import type { Relations } from "../../core/ask/relations.ts";
import type { ClusterClass } from "../../dataset/schema.ts";
import { figuresAlt } from "../alts.ts";
import { mostOf, shareOf, sorted, type Track, trackOf, unitFor } from "../amounts.ts";
import { drawTracks } from "../dots.ts";
import type { Font } from "../font.ts";
import type { Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";
import { heading, newSheet, toScene } from "../sheet.ts";

const SLUGS: Readonly<Record<ClusterClass, string>> = { 支柱: "pillar", 新兴: "emerging" };

export function figuresScene(relations: Relations, font: Font, pen: Pen, scope: ClusterClass): Scene {
  const clusters = relations.dataset.clusters.filter((c) => c.class === scope).map((c) => c.id);
  const tracks = sorted(clusters.map((cluster) => trackOf(relations, cluster)));
  const sheet = newSheet(font, pen);
  const kicker = pen.words.figuresKicker(pen.words.ten[scope]);
  const title = figuresTitle(pen, tracks);
  heading(sheet, kicker, title);
  drawTracks(sheet, relations, clusters);
  const unit = unitFor(pen.words, mostOf(tracks));
  return toScene(
    sheet,
    `figures-${SLUGS[scope]}`,
    figuresAlt(pen, `${kicker}${pen.frame.semicolon}${title}`, tracks, unit),
  );
}

/** Who has reached the target, and who of the others is nearest to it. */
function figuresTitle({ words, lingo }: Pen, tracks: readonly Track[]): string {
  const shares = tracks.flatMap((track) => {
    const share = shareOf(track);
    return share ? [{ name: lingo.name(track.cluster), ...share }] : [];
  });
  const [next] = shares.filter((s) => !s.reached).toSorted((a, b) => b.percent - a.percent);
  const reached = shares.filter((s) => s.reached).map(({ name }) => name);
  return words.figuresTitle(
    reached,
    next && { name: next.name, share: words.share(next.percent, next.bound) },
  );
}
