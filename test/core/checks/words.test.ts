import { expect, test } from "vitest";
import { withWords } from "../../../src/core/checks/words.ts";

test("words are made when they are first read, once, and written out like any other value", () => {
  let times = 0;
  const finding = withWords(
    {
      id: "rounding/acme/one/bench",
      kind: "rounding",
      severity: "note",
      scope: "within",
      facts: [],
      claims: [],
      about: [],
      size: null,
    },
    () => {
      times++;
      return { summary: "Acme states 1.", computation: ["1 is 1"] };
    },
  );
  expect(times).toBe(0);
  expect(finding.summary).toBe("Acme states 1.");
  expect(finding.computation).toEqual(["1 is 1"]);
  expect(JSON.parse(JSON.stringify(finding))).toEqual({ ...finding });
  expect(times).toBe(1);
});
