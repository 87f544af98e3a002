import { expect, test } from "vitest";
import { citationOf } from "../../../src/site/views/citation.ts";

test("a citation names the page, its date, its address and the dataset in a form short enough to copy", () => {
  expect(
    citationOf(
      "One in the wild",
      "2026-01-02",
      "https://example.com/articles/one/",
      "0123456789abcdef0123",
    ),
  ).toBe(
    "“One in the wild”, Release Ledger, 2 January 2026, https://example.com/articles/one/, dataset 0123456789ab.",
  );
});
