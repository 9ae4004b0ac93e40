/** What can be asked of no name, of one, and of two: a city's role in a cluster, one beside another. */
export interface AskedNone {
  about: "sources" | "help" | "matrix";
}
export interface AskedOne {
  about: "overview" | "target" | "result" | "cores" | "core-of" | "plans" | "class-target" | "class-members";
  name: string;
}
export interface AskedTwo {
  about: "role" | "compare";
  name: string;
  other: string;
}
