/** A fact that a passage seems to state, with the words it comes from: for a person to accept, to correct or to leave. */
import type { Source } from "../../dataset/documents.ts";
import type { Fact } from "../../dataset/schema.ts";

/** Where the words stand. */
export interface Evidence {
  /** Word for word as in the document. */
  sentence: string;
  /** Of the passage. */
  page: number | null;
  paragraph: number;
  section: readonly string[];
}

export interface Proposal {
  fact: Fact;
  /** What the fact cites. */
  source: Source;
  /** The fact's sentence in English, where all it names has an English name. */
  english?: string;
  evidence: Evidence;
  /** `sure` if nothing in the sentence casts doubt on it. */
  confidence: "sure" | "doubtful";
  /** Why it is doubtful, in English; empty where it is sure. */
  doubts: readonly string[];
}

/** What a sentence says, before it is worded. */
export interface Found {
  content: Pick<Fact, "clusters" | "cities" | "topics" | "role" | "figures" | "dates" | "numbers">;
  /** What is told besides: a city's task, an issuer, years. */
  told?: { task?: string; issuers?: readonly string[]; years?: readonly [number, number] };
  sentence: string;
  doubts: readonly string[];
}
