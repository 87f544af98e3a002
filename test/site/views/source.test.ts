import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { sourceIndex, sourceSummary, sourceView } from "../../../src/site/views/source.ts";
import { aClaim, aPriceClaim, aSource, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";

const parts: DatasetParts = {
  sources: {
    "acme/card": aSource({
      claims: keyed([
        aClaim({ "measured-by": "acme" }),
        aClaim({ subject: "acme/zero", value: "33" }),
        aPriceClaim("0.10"),
      ]),
    }),
    "beta/review": aSource({
      title: "A review",
      kind: "newsletter",
      authors: ["Ann Author"],
      repeats: [{ source: "acme/card", because: "It says so." }],
      claims: {
        price: aPriceClaim("0.10"),
        wrong: aClaim({ value: "54.9" }),
        rounded: aClaim({ subject: "acme/zero", value: "33.2" }),
        alone: aClaim({ subject: "beta/rival", value: "7" }),
        gone: aClaim({ value: "54.8", retired: { on: "2026-02-02", because: "It was a slip." } }),
      },
    }),
  },
};

describe("a source's record", () => {
  const analysis = analysisOf(parts);
  const summary = sourceSummary(analysis, known(analysis.dataset.sources, "beta/review"));

  test("counts its live claims by status, in the order of the statuses, without those that do not occur", () => {
    expect(summary.record).toEqual([
      { status: "single", count: 1 },
      { status: "agrees", count: 1 },
      { status: "rounds", count: 1 },
      { status: "conflicts", count: 1 },
    ]);
    expect(summary.claims).toBe(4);
    expect(summary.record.reduce((sum, { count }) => sum + count, 0)).toBe(summary.claims);
  });

  test("says what it is and by whom", () => {
    expect(summary).toMatchObject({
      text: "A review",
      path: "/sources/beta/review/",
      publisher: "Beta",
      kind: "newsletter",
      authors: ["Ann Author"],
      date: "1 January 2026",
    });
  });
});

describe("a source's page", () => {
  const analysis = analysisOf(parts);
  const view = (id: string) => sourceView(analysis, known(analysis.dataset.sources, id));

  test("shows its claims in the order of the document, retired ones too, since their anchors stay", () => {
    expect(
      view("beta/review").claimViews.map(({ key, retired }) => [key, retired !== null]),
    ).toEqual([
      ["price", false],
      ["wrong", false],
      ["rounded", false],
      ["alone", false],
      ["gone", true],
    ]);
  });

  test("says what it repeats and who repeats it", () => {
    expect(view("beta/review").repeats).toEqual([
      { text: "A document", path: "/sources/acme/card/", because: "It says so." },
    ]);
    expect(view("acme/card").repeats).toEqual([]);
    expect(view("acme/card").repeatedBy).toEqual([
      { text: "A review", path: "/sources/beta/review/" },
    ]);
  });

  test("holds its claims against the primary's figure, whether or not the editors have decided for it", () => {
    const besidePrimary = { agree: 1, round: 0, conflict: 1 };
    expect(view("beta/review").besidePrimary).toEqual(besidePrimary);
    const [conflict] = [...analysis.discrepancies.values()].filter(
      ({ kind }) => kind === "value-conflict",
    );
    const verdicts = { [conflict?.id ?? ""]: aVerdict({ judged: conflict?.judged }) };
    const decided = analysisOf({ ...parts, verdicts });
    expect(
      sourceView(decided, known(decided.dataset.sources, "beta/review")).besidePrimary,
    ).toEqual(besidePrimary);
  });

  test("gives the reasons for the bounds of an undated document", () => {
    const undated = aSource({
      published: undefined,
      "not-before": { date: "2026-01-01", because: "It names the card." },
      "not-after": { date: "2026-03-01", because: "It was archived." },
    });
    const other = analysisOf({ sources: { "beta/review": undated } });
    const undatedView = sourceView(other, known(other.dataset.sources, "beta/review"));
    expect(undatedView.date).toBe("undated; between 1 January 2026 and 1 March 2026");
    expect(undatedView.dateReasons).toEqual(["It names the card.", "It was archived."]);
  });
});

test("sources are listed by date, an undated one by its earliest day, then by id", () => {
  const dated = (published: string) => aSource({ published });
  const undated = aSource({
    published: undefined,
    "not-before": { date: "2026-01-02", because: "a" },
    "not-after": { date: "2027-01-01", because: "b" },
  });
  const analysis = analysisOf({
    sources: {
      "gamma/late": dated("2026-01-03"),
      "gamma/early": dated("2026-01-01"),
      "acme/early": dated("2026-01-01"),
      "beta/undated": undated,
    },
  });
  expect(sourceIndex(analysis).map(({ id }) => id)).toEqual([
    "acme/early",
    "gamma/early",
    "beta/undated",
    "gamma/late",
  ]);
});

test("a source's page names what at least four others answer and it does not", () => {
  const analysis = analysisOf({
    sources: {
      "acme/card": [aClaim(), aPriceClaim("0.10")],
      "acme/notes": [aClaim()],
      "beta/review": [aClaim(), aPriceClaim("0.10")],
      "beta/second": [aClaim()],
      "gamma/digest": [aPriceClaim("0.10")],
    },
  });
  const missingIn = (id: string) =>
    sourceView(analysis, known(analysis.dataset.sources, id)).missing.map(({ text }) => text);
  expect(missingIn("gamma/digest")).toEqual(["One on Bench"]);
  expect(missingIn("acme/notes")).toEqual([]);
});
