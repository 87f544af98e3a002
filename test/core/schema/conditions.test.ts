import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authoredConditions, canonicalConditions } from "../../../src/core/schema/conditions.ts";
import { CONDITION_NAMES } from "../../../src/core/schema/vocabulary.ts";
import { assertProperty } from "../../builders/properties.ts";

describe("authored conditions", () => {
  test.each([
    [{}],
    [{ snapshot: "2026-01-01" }],
    [{ modality: "audio" }],
    [{ modality: ["text", "image"] }],
  ])("%j are accepted", (conditions) => {
    expect(authoredConditions.safeParse(conditions).success).toBe(true);
  });

  test.each([
    [{ colour: "red" }],
    [{ snapshot: "" }],
    [{ subset: ["a", "b"] }],
    [{ modality: [] }],
    [{ snapshot: 2026 }],
  ])("%j are refused", (conditions) => {
    expect(authoredConditions.safeParse(conditions).success).toBe(false);
  });
});

describe("canonical conditions", () => {
  test("have their names in the order of the vocabulary and their sets sorted", () => {
    const canonical = canonicalConditions({
      modality: ["video", "image", "text"],
      snapshot: "s",
    } as never);
    expect(Object.entries(canonical)).toEqual([
      ["snapshot", "s"],
      ["modality", "image+text+video"],
    ]);
  });

  test("are the same text whatever the order in which they were written", () => {
    const entries = CONDITION_NAMES.map((name) => [name, "v"] as const);
    assertProperty(
      fc.property(fc.shuffledSubarray(entries), (shuffled) => {
        const inOrder = entries.filter((entry) => shuffled.includes(entry));
        expect(JSON.stringify(canonicalConditions(Object.fromEntries(shuffled) as never))).toBe(
          JSON.stringify(Object.fromEntries(inOrder)),
        );
      }),
    );
  });

  test("of nothing are none", () => {
    expect(canonicalConditions(undefined)).toEqual({});
  });

  test("leave the authored set as it was", () => {
    const modality = ["video", "audio"];
    canonicalConditions({ modality } as never);
    expect(modality).toEqual(["video", "audio"]);
  });
});
