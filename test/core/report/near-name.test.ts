import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestName, proposeName } from "../../../src/core/report/near-name.ts";
import { assertProperty } from "../../builders/properties.ts";

const KNOWN = ["acme/one", "acme/one-mini", "acme/zero", "beta/rival"];

describe("the near name", () => {
  test.each([
    ["acme/one", "acme/one"],
    ["acme/oen", "acme/one"],
    ["acme/onemini", "acme/one-mini"],
    ["acme/one-min", "acme/one-mini"],
    ["acme/zer", "acme/zero"],
    ["beta/rivla", "beta/rival"],
    ["Acme/Zero", "acme/zero"],
    ["bta/rivl", "beta/rival"],
    ["gamma/omega", undefined],
    ["", undefined],
  ])("of %j is %s", (written, near) => {
    expect(nearestName(written, KNOWN)).toBe(near);
  });

  test("of a misspelling is as near as the alphabet decides, whatever the order of the known names", () => {
    assertProperty(
      fc.property(
        fc.shuffledSubarray(["bench-a", "bench-b", "bench-c"], { minLength: 3 }),
        (known) => nearestName("bench-", known) === "bench-a",
      ),
    );
  });

  test("counts two neighbours that changed places as one slip", () => {
    expect(nearestName("abdc", ["abcd", "abxy"])).toBe("abcd");
  });

  test("of a known name is the name itself", () => {
    assertProperty(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1 }),
        (names) => names.every((name) => nearestName(name, names) === name),
      ),
    );
  });

  test("of nothing known is none", () => {
    expect(nearestName("acme", [])).toBeUndefined();
  });
});

describe("the next step for an unknown name", () => {
  test.each([
    ["acme/oen", KNOWN, "Did you mean acme/one? Otherwise add it."],
    [
      "gamma/omega",
      KNOWN,
      "Known: acme/one, acme/one-mini, acme/zero, beta/rival. Otherwise add it.",
    ],
    ["gamma/omega", [], "Add it."],
    ["gamma/omega", Array.from({ length: 13 }, (_, index) => `delta/number-${index}`), "Add it."],
  ])(
    "for %j proposes the near one, or the few that there are, or neither",
    (written, known, next) => {
      expect(proposeName(written, known, "add it")).toBe(next);
    },
  );

  test("leaves the list of known names as it was", () => {
    const known = ["b", "a"];
    proposeName("quite another", known, "add it");
    expect(known).toEqual(["b", "a"]);
  });
});
