/** What is dealt with, or said, once. */
import { expect, test } from "vitest";
import { createNews, tellOnce } from "../../src/shared/once.ts";

test("a key is news the first time", () => {
  const isNews = createNews();
  expect(["a", "b", "a"].map(isNews)).toEqual([true, true, false]);
});

test("a key is news again once the interval has passed since it was, however often it came meanwhile", () => {
  let now = 0;
  const isNews = createNews({ againMs: 100, now: () => now });
  const heard = [0, 60, 99, 100, 160].map((at) => {
    now = at;
    return isNews("a");
  });
  expect(heard).toEqual([true, false, false, true, false]);
});

test("of too many keys the one unheard of for longest is news again", () => {
  const isNews = createNews({ most: 2 });
  ["a", "b", "a", "c"].map(isNews);
  expect(isNews("a")).toBe(false);
  expect(isNews("b")).toBe(true);
});

test("what is told once a key is told with all that goes with it", () => {
  const said: string[] = [];
  const tell = tellOnce((reason, waitMs: number) => said.push(`${reason} ${waitMs}`));
  tell("no disk", 1);
  tell("no disk", 2);
  tell("no server", 4);
  expect(said).toEqual(["no disk 1", "no server 4"]);
});
