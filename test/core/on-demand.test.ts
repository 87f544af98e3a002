import { expect, test } from "vitest";
import { onDemand } from "../../src/core/on-demand.ts";

test("what is made on demand is made when first asked for, and once", () => {
  let made = 0;
  const list = onDemand(() => {
    made++;
    return [made];
  });
  expect(made).toBe(0);
  expect(list()).toEqual([1]);
  expect(list()).toBe(list());
  expect(made).toBe(1);
});
