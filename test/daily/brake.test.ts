/** When one chat's trouble is everybody's. */
import { describe, expect, it } from "vitest";
import { createBrake } from "../../src/daily/brake.ts";

function world() {
  const clock = { at: 0 };
  return { clock, brake: createBrake(() => clock.at) };
}

const fail = (brake: ReturnType<typeof createBrake>, from: number, count: number): void => {
  for (let i = from; i < from + count; i += 1) brake.failed(`post ${i}`);
};

describe("the brake", () => {
  it("does not mind one post that fails again and again", () => {
    const { brake } = world();
    for (let i = 0; i < 100; i += 1) brake.failed("the same");
    expect([brake.isOn(), brake.isCareful()]).toEqual([false, false]);
  });

  it("holds for 3 s after the third post in a row, then lets one try", () => {
    const { brake, clock } = world();
    fail(brake, 0, 3);
    clock.at = 2_999;
    expect(brake.isOn()).toBe(true);
    clock.at = 3_000;
    expect([brake.isOn(), brake.isCareful()]).toEqual([false, true]);
  });

  it("takes thirty posts that fail together for one failure", () => {
    const { brake, clock } = world();
    fail(brake, 0, 30);
    clock.at = 3_000;
    expect(brake.isOn()).toBe(false);
  });

  it("holds twice as long each time, five minutes at most", () => {
    const { brake, clock } = world();
    fail(brake, 0, 3);
    const waits: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const from = clock.at;
      while (brake.isOn()) clock.at += 500;
      waits.push(clock.at - from);
      fail(brake, 100 + i, 1);
    }
    expect(waits).toEqual([3, 6, 12, 24, 48, 96, 192, 300, 300].map((seconds) => seconds * 1_000));
  });

  it("forgets all failures at the first post that works", () => {
    const { brake, clock } = world();
    fail(brake, 0, 3);
    clock.at = 3_000;
    brake.worked();
    expect(brake.isCareful()).toBe(false);
  });

  it("holds as long as the platform asks", () => {
    const { brake, clock } = world();
    brake.pause(5_000);
    clock.at = 4_999;
    expect(brake.isOn()).toBe(true);
    clock.at = 5_000;
    expect([brake.isOn(), brake.isCareful()]).toEqual([false, false]);
  });
});
