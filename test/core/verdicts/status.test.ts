import { describe, expect, test } from "vitest";
import { STATUS_MEANINGS, STATUSES, statusOf } from "../../../src/core/verdicts/status.ts";

const conflict = (outcome: string | null = null) => ({
  isConflict: true,
  kind: "value-conflict",
  outcome,
});
const scope = { isConflict: false, kind: "scope-difference", outcome: null };
const rounds = { isConflict: false, kind: "rounding", outcome: null };

describe("the status", () => {
  test.each([
    ["of one source is single", [], 1, "single"],
    ["where nobody answers is single", [], 0, "single"],
    ["of several sources with one figure is agrees", [], 2, "agrees"],
    ["of figures that round is rounds", [rounds], 2, "rounds"],
    ["of one source that rounds is rounds", [rounds], 1, "rounds"],
    ["of a difference of scope outweighs rounding", [rounds, scope], 2, "scope differs"],
    ["of a conflict outweighs everything else", [rounds, scope, conflict()], 2, "conflicts"],
    ["of a decided conflict is decided", [conflict("stands")], 2, "decided"],
    ["of a conflict in which both stand is decided", [conflict("both-stand")], 2, "decided"],
    [
      "of a conflict in which none stands is decided",
      [conflict("none-stands"), scope],
      2,
      "decided",
    ],
    ["of a conflict that was left open is open", [conflict("open")], 2, "open"],
    [
      "of two conflicts, one decided and one not, is conflicts",
      [conflict("stands"), conflict()],
      2,
      "conflicts",
    ],
    [
      "of two conflicts, one decided and one left open, is open",
      [conflict("stands"), conflict("open")],
      2,
      "open",
    ],
    [
      "of a difference of scope that was decided stays scope differs",
      [{ ...scope, outcome: "both-stand" }],
      2,
      "scope differs",
    ],
  ])("%s", (_, grounds, sources, status) => {
    expect(statusOf(grounds, sources > 1)).toBe(status);
    expect(statusOf([...grounds].reverse(), sources > 1)).toBe(status);
  });
});

test("of figures without a value in common is no agreement, though no check objects", () => {
  expect(statusOf([], true, false)).toBe("scope differs");
  expect(statusOf([], false, false)).toBe("single");
  expect(statusOf([conflict()], true, false)).toBe("conflicts");
});

test.each(STATUSES)("%s is explained to readers in a sentence", (status) => {
  expect(STATUS_MEANINGS[status]).toMatch(/^[A-Z].*\.$/);
});
