/** Why a fact matters, in English: how to read it, never more than it says. */
import type { Status, Topic } from "../../dataset/schema.ts";

export const BY_STATUS: Readonly<Record<Status, string>> = {
  target: "a target is a yardstick; held against the result of that year it shows how far things have come.",
  result: "only with a result can one say how far the target is; first see whether both measure the same.",
  base: "this is the starting point; before reading a target, see where it starts from.",
  threshold: "this is a threshold: what counts as one, not the actual figure of any cluster.",
};

export const BY_TOPIC: Readonly<Partial<Record<Topic, string>>> = {
  task: 'a task says what is to be done, which is not the role of "core".',
  layout: 'a layout says what is done where, which is not a role such as "core" or "key".',
  park: "policy ends up in particular parks and projects, and this is one of them.",
  honour: "a title holds only for the year and the field it names; quote it with its year.",
  projects: "projects have names and can be checked one by one some years on.",
  document: "which document governs what decides which one to quote.",
  date: "different versions of a document say different things; look at the date first.",
  membership: "who is on a list and who is not comes before everything else.",
  scope: "where the scope differs, figures cannot be compared directly.",
  rating: "the stars come from the plan for manufacturing and are not the roles of the action plans.",
  national: "national clusters and the province's 20 are two lists that must not be mixed.",
  trillion: "how many trillion-yuan-level clusters there are changes by the year; keep the year with it.",
  mention: "how often a city is mentioned says how often it is written, not how weighty its role is.",
  "city-system": "a city's own system of industries is not the province's 20 clusters.",
  funding: "where money comes from and how much is the easiest part to check.",
  future: "future industries and the 20 clusters are two systems; do not add them up.",
  levels: "macro, meso and micro each have their own level; together they show who is in charge of what.",
  position: '"stability" and "advance" are two different ways of play for two kinds of clusters.',
  mechanism: "know first who drives it and how, then look at the tasks.",
  issuer: "who issued it and who leads it belong together when quoting.",
};
