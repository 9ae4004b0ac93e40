/** How a frame's subject reads in a sentence: 深圳 · 半导体与集成电路集群. */
import { type Frame, theClass } from "../frame.ts";

export function subjectOf(frame: Frame): string {
  const clusters = frame.clusters.length > 0 ? `${frame.clusters.join("、")}集群` : scopeOf(frame);
  const cities = frame.set ?? frame.cities.join("、");
  return [cities, clusters].filter(Boolean).join(" · ");
}

const scopeOf = (frame: Frame): string =>
  frame.scopes.length === 0 ? "" : theClass(frame) ? `${theClass(frame)}集群` : "全部集群";
