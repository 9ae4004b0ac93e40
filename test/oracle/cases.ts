/**
 * What the oracle asks, as plain data. A case has one truth, computed by brute force over the facts (`truth.ts`), and many
 * phrasings (`phrasings-*.ts`), written by people who have not seen the rules that read them.
 */
import type { ClusterClass, Measure, Region, Tier } from "../../src/dataset/schema.ts";

export type RoleTier = Extract<Tier, "core" | "key" | "support" | "base">;

export type Case =
  /** Is the city a core (or other) city of the cluster? Without a tier: does the province name it there at all? */
  | { kind: "role"; city: string; cluster: string; tier?: RoleTier; negated: boolean }
  /** Two or three cities at once: all of them, any of them, none of them, only they. `negated` denies the whole: 不都是. */
  | {
      kind: "roles";
      cities: string[];
      cluster: string;
      tier: RoleTier;
      quantifier: "all" | "any" | "none" | "only";
      negated: boolean;
    }
  /** The cities of a cluster: all, without some, inside or outside a region, or those that are NOT. */
  | {
      kind: "cities";
      cluster: string;
      tier?: RoleTier;
      except?: string[];
      inside?: Region;
      outside?: Region;
      complement: boolean;
      count: boolean;
    }
  /** The clusters of a city, or of both of two cities; of one class; without some; or those of which it is NOT. */
  | {
      kind: "clusters";
      cities: string[];
      tier?: RoleTier;
      class?: ClusterClass;
      notClass?: ClusterClass;
      except?: string[];
      complement: boolean;
      count: boolean;
    }
  /** Is the figure so? `amount` in 亿元. */
  | {
      kind: "figure";
      cluster: string;
      measure: Measure;
      status: "target" | "result";
      year: number;
      cmp: "=" | ">" | ">=" | "<" | "<=";
      amount: number;
      negated: boolean;
    }
  /** Which clusters have such a figure above or below an amount (亿元). */
  | {
      kind: "figures";
      measure?: Measure;
      status: "target";
      year: number;
      class?: ClusterClass;
      cmp: ">" | ">=" | "<" | "<=";
      amount: number;
      negated: boolean;
    }
  /** Which cluster has the largest or smallest; is it the larger of two. */
  | {
      kind: "best";
      measure: Measure;
      status: "target";
      year: number;
      class?: ClusterClass;
      extreme: "max" | "min";
    }
  | {
      kind: "larger";
      first: string;
      second: string;
      measure: Measure;
      status: "target";
      year: number;
      negated: boolean;
    }
  /** Is the cluster of the class; is it (or something that is not a cluster) one of the 20. */
  | { kind: "class"; subject: string; class: ClusterClass | "one of the 20"; negated: boolean }
  /** The clusters of a class, without some; or those that are NOT of it. */
  | { kind: "list"; class: ClusterClass; except?: string[]; complement: boolean }
  /** Is the city in the region; which cities are, or are not. */
  | { kind: "region"; city: string; region: Region; negated: boolean }
  | { kind: "region-list"; region: Region; complement: boolean };

/** What a case is truly: a verdict on the claim as made (a denied claim that is right is a yes), or the names to be listed. */
export type Truth = { verdict: "yes" | "no" | "unsaid" } | { names: string[]; of: "city" | "cluster" };

/** How one kind of case may be asked; each gives a whole question in the language of a group chat. */
export type Phrasing<K extends Case["kind"]> = (c: Extract<Case, { kind: K }>) => string | undefined;

/** Per kind, as many ways to ask as one can think of. A phrasing returns undefined for a case it has no words for. */
export type Phrasings = { [K in Case["kind"]]: readonly Phrasing<K>[] };
