import { describe, expect, test } from "vitest";
import {
  countOptions,
  type FilterTerms,
  fitsChoice,
  formatListState,
  type ListState,
  parseListState,
  WHOLE_LIST,
} from "../../src/site/discrepancy-filter.ts";

const terms = (change: Partial<FilterTerms> = {}): FilterTerms => ({
  kind: ["value-conflict"],
  severity: ["major"],
  cause: ["other-row", "transcription"],
  model: ["acme/one"],
  metric: ["bench"],
  source: ["acme/card", "beta/review"],
  verdict: ["none"],
  ...change,
});

describe("a discrepancy fits", () => {
  test.each<[string, ListState["chosen"], boolean]>([
    ["when nothing is chosen", {}, true],
    ["when one of its causes is chosen", { cause: "transcription" }, true],
    ["only when every choice holds", { cause: "transcription", severity: "minor" }, false],
    ["not when it is of another source", { source: "gamma/digest" }, false],
  ])("%s", (_, chosen, expected) => {
    expect(fitsChoice(terms(), chosen)).toBe(expected);
  });
});

test("an option counts what it would leave under the other choices, its own filter left out", () => {
  const all = [
    terms(),
    terms({ severity: ["minor"], source: ["beta/review", "beta/review"] }),
    terms({ kind: ["rounding"], severity: ["note"] }),
  ];
  const chosen = { kind: "value-conflict", severity: "major" };
  expect([...countOptions(all, chosen, "severity")]).toEqual([
    ["major", 1],
    ["minor", 1],
  ]);
  expect([...countOptions(all, {}, "source")]).toEqual([
    ["acme/card", 2],
    ["beta/review", 3],
  ]);
});

describe("the address", () => {
  const isTerm = () => true;

  test("is bare for the whole list", () => {
    expect(formatListState(WHOLE_LIST)).toBe("");
    expect(parseListState(new URLSearchParams(""), isTerm)).toEqual(WHOLE_LIST);
  });

  test("keeps choices and order, in one order of its own", () => {
    const state: ListState = {
      chosen: { source: "acme/card", kind: "value-conflict", model: "acme/a&b" },
      order: "size",
    };
    const query = formatListState(state);
    expect(query).toBe("?kind=value-conflict&model=acme/a%26b&source=acme/card&sort=size");
    expect(parseListState(new URLSearchParams(query), isTerm)).toEqual(state);
  });

  test("is passed over where it names what is not there", () => {
    const query = new URLSearchParams("?kind=none-such&severity=minor&sort=colour&page=2");
    expect(parseListState(query, (name) => name !== "kind")).toEqual({
      chosen: { severity: "minor" },
      order: "severity",
    });
  });
});
