/** What can be asked of one name, and of two: a city's role in a cluster, one beside another. */
export interface AskedOne {
  about: "overview" | "target" | "result" | "cores" | "core-of" | "plans" | "class-target";
  name: string;
}
export interface AskedTwo {
  about: "role" | "compare";
  name: string;
  other: string;
}
