import { expect, test } from "vitest";
import { bibtexOf, citationOf } from "../../../src/site/views/citation.ts";

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

test("for BibTeX it is an entry whose title keeps its capitals", () => {
  expect(
    bibtexOf({
      slug: "one",
      title: "One in the wild",
      published: "2026-01-02",
      updated: "2026-03-04",
      address: "https://example.com/articles/one/",
      datasetHash: "0123456789abcdef0123",
    }),
  ).toBe(`@misc{release-ledger-one,
  author = {{Release Ledger}},
  title = {{One in the wild}},
  year = {2026},
  month = jan,
  url = {https://example.com/articles/one/},
  note = {Updated 4 March 2026, dataset 0123456789ab},
}`);
});
