/** Local times, through daylight saving and over the date line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../src/daily/calendar.ts";

const calendar = createCalendar();
const ZONES = [
  "Asia/Shanghai",
  "America/New_York",
  "America/Santiago",
  "Europe/London",
  "Australia/Lord_Howe",
];
const zone = fc.constantFrom(...ZONES, "Africa/Cairo", "Asia/Kolkata", "Pacific/Apia", "Etc/GMT-8", "UTC");
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
const instant = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2030-01-01") });

const local = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" }).format(at);
const at = (text: string): number => Date.parse(text);

describe("the next time", () => {
  it("lies ahead, within a day and what daylight saving adds, at the local time or at the end of a gap", () => {
    fc.assert(
      fc.property(time, zone, instant, (wanted, timeZone, after) => {
        const next = createCalendar().next(wanted, timeZone, after);
        expect(next).toBeGreaterThan(after);
        expect(next - after).toBeLessThanOrEqual(26 * 3_600_000);
        expect(local(next, timeZone) >= wanted).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("comes once a local day: fifteen days in a row have fifteen dates", () => {
    fc.assert(
      fc.property(time, zone, instant, (wanted, timeZone, start) => {
        const dates: string[] = [];
        let next = start;
        for (let i = 0; i < 15; i += 1) {
          next = calendar.next(wanted, timeZone, next);
          dates.push(calendar.day(next, timeZone));
        }
        expect(new Set(dates).size).toBe(15);
        expect(dates).toEqual(dates.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it("is the same from memory as computed anew", () => {
    fc.assert(
      fc.property(time, zone, instant, fc.nat(3_600_000), (wanted, timeZone, start, later) => {
        calendar.next(wanted, timeZone, start);
        expect(calendar.next(wanted, timeZone, start + later)).toBe(
          createCalendar().next(wanted, timeZone, start + later),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("is the end of the gap where the clocks skip it", () => {
    expect(calendar.next("02:30", "America/New_York", at("2026-03-08T00:00-05:00"))).toBe(
      at("2026-03-08T03:00-04:00"),
    );
  });

  it("is the first of the two where the clocks repeat it, and the next day after that", () => {
    const first = calendar.next("01:30", "America/New_York", at("2026-11-01T00:00-04:00"));
    expect(first).toBe(at("2026-11-01T01:30-04:00"));
    expect(calendar.next("01:30", "America/New_York", first)).toBe(at("2026-11-02T01:30-05:00"));
  });

  it("knows midnight: the day that begins, not the one that ends", () => {
    const next = calendar.next("00:00", "Asia/Shanghai", at("2026-11-26T12:00+08:00"));
    expect(next).toBe(at("2026-11-27T00:00+08:00"));
    expect(calendar.day(next, "Asia/Shanghai")).toBe("2026-11-27");
  });
});
