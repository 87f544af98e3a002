import { describe, expect, test } from "vitest";
import { authoredVerdict } from "../../../src/core/schema/verdict.ts";
import { aVerdict } from "../../builders/authored.ts";

const faultsOf = (verdict: unknown): string[] =>
  authoredVerdict.safeParse(verdict).error?.issues.map((issue) => issue.message) ?? [];

describe("a verdict", () => {
  test.each([
    ["that names what stands", aVerdict()],
    ["that nothing stands", aVerdict({ outcome: "none-stands", stands: undefined })],
    [
      "that both stand",
      aVerdict({ outcome: "both-stand", stands: ["acme/card#c1", "beta/review#c1"] }),
    ],
    [
      "that is open and says what would settle it",
      aVerdict({ outcome: "open", stands: undefined, "would-settle": "The raw results." }),
    ],
  ])("%s is accepted", (_, verdict) => {
    expect(faultsOf(verdict)).toEqual([]);
  });

  test.each([
    ["that something stands, without a name", aVerdict({ stands: undefined }), /no claim is named/],
    ["that something stands, with an empty list", aVerdict({ stands: [] }), /no claim is named/],
    ["that is open, without what would settle it", aVerdict({ outcome: "open" }), /would-settle/],
    [
      "that nothing stands, beside what stands",
      aVerdict({ outcome: "none-stands" }),
      /take it out/,
    ],
    [
      "that is open, beside what stands",
      aVerdict({ outcome: "open", "would-settle": "The raw results." }),
      /take it out/,
    ],
    ["that rests on nothing", aVerdict({ basis: [] }), /./],
    ["of a source instead of a claim", aVerdict({ stands: ["acme/card"] }), /not a claim's id/],
  ])("%s is refused", (_, verdict, message) => {
    expect(faultsOf(verdict)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});
