import { describe, expect, test } from "vitest";
import {
  evidenceWords,
  LONGEST_ADDRESS,
  type Reported,
  reportAddress,
} from "../../../src/site/views/report.ts";

const reported = (change: Partial<Reported> = {}): Reported => ({
  record: "Claim",
  id: "acme/card#score",
  words: "“One scores 54.6%”",
  address: "https://ledger.example/sources/acme/card/#score",
  ...change,
});
const queryOf = (address: string) => new URL(address).searchParams;
const bodyOf = (change: Partial<Reported>) => queryOf(reportAddress(reported(change))).get("body");

test("a report is a new issue of the project's repository, with title, address and words filled in", () => {
  const { origin, pathname, searchParams, hash } = new URL(reportAddress(reported()));
  expect(`${origin}${pathname}`).toBe(
    "https://github.com/release-ledger/release-ledger/issues/new",
  );
  expect(hash).toBe("");
  expect([...searchParams.keys()]).toEqual(["title", "body"]);
  expect(searchParams.get("title")).toBe("Claim acme/card#score");
  expect(searchParams.get("body")).toBe(
    "https://ledger.example/sources/acme/card/#score\n\n“One scores 54.6%”\n\nWhat is wrong, and where can it be seen?\n",
  );
});

describe("words come through as they are", () => {
  test.each([
    ["signs of a query", "50% & more = #1? a+b;c"],
    ["quotation marks", '“21 percent” ‘x’ "y" <b>'],
    ["lines and tabs", "one\n\ttwo"],
    ["other scripts", "模型 · نموذج · 🧮"],
    ["what is encoded already", "100%25 %F0%9F"],
  ])("%s", (_, words) => {
    expect(bodyOf({ words })).toContain(`\n\n${words}\n\n`);
    expect(reportAddress(reported({ words }))).toMatch(/^[\w\-.!~*'():/?&=%]+$/);
  });

  test("but half of a pair of code units, which no address can hold", () => {
    expect(bodyOf({ words: "\ud83e" })).toContain("\ufffd");
  });
});

describe("an address stays below 2,000 characters", () => {
  test.each([
    ["Latin words", "a long story ".repeat(300)],
    ["signs that take twelve characters each", "🧮".repeat(400)],
    ["accents", "é".repeat(900)],
  ])("by cutting %s at a whole sign", (_, words) => {
    const address = reportAddress(reported({ words }));
    expect(address.length).toBeLessThan(LONGEST_ADDRESS);
    expect(address.length).toBeGreaterThan(LONGEST_ADDRESS - 20);
    const [, quoted = ""] = queryOf(address).get("body")?.split("\n\n") ?? [];
    expect(quoted.endsWith("…")).toBe(true);
    expect(words.startsWith(quoted.slice(0, -1))).toBe(true);
    expect(quoted.isWellFormed()).toBe(true);
  });

  test("and what is just short enough is whole", () => {
    const room = LONGEST_ADDRESS - 1 - reportAddress(reported({ words: "" })).length;
    expect(reportAddress(reported({ words: "a".repeat(room) }))).toHaveLength(LONGEST_ADDRESS - 1);
    expect(bodyOf({ words: "a".repeat(room) })).not.toContain("…");
    expect(bodyOf({ words: "a".repeat(room + 1) })).toContain("a…");
  });
});

describe("the words of a claim are", () => {
  test("its quote in one line", () => {
    expect(evidenceWords({ form: "quote", quote: "One\nscores 54.6%\n" })).toBe(
      "“One scores 54.6%”",
    );
  });
  test("its cell", () => {
    expect(
      evidenceWords({ form: "cell", table: null, row: "One", column: "Bench", text: "54.6" }),
    ).toBe("Cell One, Bench: 54.6");
  });
  test("the copy in which it was seen", () => {
    expect(evidenceWords({ form: "record", copy: "a stored copy", seen: "verbatim" })).toBe(
      "Seen in a stored copy",
    );
  });
});
