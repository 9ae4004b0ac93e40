/** Which data answer: a folder's name, version and date, as its `release.json` gives them. */
import * as z from "zod";
import { PartialDate } from "./documents.ts";

const text = z.string().trim().min(1);

export const ReleaseFile = z.strictObject({ name: text, version: text, date: PartialDate });

export interface Release {
  /** That of the folder, where there is no `release.json`. */
  name: string;
  version?: string;
  date?: string;
  /** How many facts of it are asserted. */
  facts: number;
}

/** `Yuequn 2026.11`. */
export const labelOf = ({ name, version }: Pick<Release, "name" | "version">): string =>
  version === undefined ? name : `${name} ${version}`;

/** All of them, the shipped one first: `Yuequn 2026.11 + 某某研究院 3`. */
export const labelsOf = (releases: readonly Release[]): string => releases.map(labelOf).join(" + ");
