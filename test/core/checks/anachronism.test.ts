import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  aMetric,
  anAvailabilityClaim,
  aSource,
  aVerdict,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const aDate = (overrides: AuthoredFields) =>
  aMetric({
    kind: "date",
    family: "release-date",
    unit: "date",
    better: "neither",
    conditions: ["channel"],
    ...overrides,
  });
const metrics = {
  "release-date": aDate({ name: "Release date", marks: "beginning" }),
  "announcement-date": aDate({ name: "Announcement date", marks: "beginning" }),
  "end-date": aDate({ name: "Last day", marks: "end" }),
  plan: aMetric({
    name: "Planned",
    kind: "property",
    family: "plan",
    unit: "yes-no",
    better: "neither",
    planned: "yes",
    conditions: [],
  }),
};
const analysed = (sources: DatasetParts["sources"]) =>
  analysisOf({ metrics, sources: sources ?? {} });
const found = (sources: DatasetParts["sources"]) =>
  [...analysed(sources).discrepancies.values()].filter(({ kind }) => kind === "anachronism");

const on = (published: string, ...claims: AuthoredFields[]) =>
  aSource({ published, claims: keyed(claims) });
const statesDate = (date: string) => ({
  "states-date": { date, quote: `as of ${date}`, because: "Its first line." },
});
const released = (value: string, overrides: AuthoredFields = {}) => aDateClaim(value, overrides);
/** The card of the vendor, which dates One to the tenth of March. */
const card = on("2026-03-10", released("2026-03-10"));
const withCard = (review: AuthoredFields, date = card) =>
  found({ "acme/card": date, "beta/review": review });

describe("a document that mentions what did not exist on its day is found", () => {
  test.each<[string, AuthoredFields]>([
    ["the day before", on("2026-03-09", aClaim())],
    [
      "as what it measures by",
      on(
        "2026-03-09",
        aClaim({
          subject: "beta/rival",
          measure: "difference",
          direction: "up",
          value: "5",
          "compared-with": "acme/one",
        }),
      ),
    ],
    ["as offered", on("2026-03-09", anAvailabilityClaim("yes"))],
    [
      "undated, but written before that at the latest",
      aSource({
        published: undefined,
        "not-before": { date: "2026-01-01", because: "It names it." },
        "not-after": { date: "2026-03-09", because: "It was stored then." },
        claims: keyed([aClaim()]),
      }),
    ],
    [
      "though it says when it will come to one channel",
      on("2026-03-09", aClaim(), released("2026-04-10", { conditions: { channel: "app" } })),
    ],
    [
      "by the date it gives itself, though published later",
      { ...on("2026-06-01", aClaim()), ...statesDate("2026-03-09") },
    ],
  ])("%s", (_, review) => {
    expect(withCard(review)).toMatchObject([
      {
        id: "anachronism/beta/review#c1",
        scope: "between",
        claims: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }],
        about: [{ id: "beta/review#c1" }],
      },
    ]);
  });

  test.each([
    ["2026-04", "2026-03-31"],
    ["2027", "2026-12-31"],
  ])("when the subject is of %s and the document of %s", (month, day) => {
    expect(withCard(on(day, aClaim()), on("2028-01-01", released(month)))).toHaveLength(1);
  });

  test("major when the document dates itself, and otherwise minor", () => {
    const early = on("2026-03-09", aClaim());
    expect(withCard(early)).toMatchObject([{ severity: "minor" }]);
    expect(withCard({ ...early, ...statesDate("2026-03-09") })).toMatchObject([
      { severity: "major" },
    ]);
  });

  test("within one source whose own dates exclude each other", () => {
    expect(
      found({
        "beta/review": {
          ...on("2026-06-01", released("2026-03-10"), aClaim()),
          ...statesDate("2026-03-01"),
        },
      }),
    ).toMatchObject([
      { id: "anachronism/beta/review#c2", scope: "within", about: [{ key: "c2" }] },
    ]);
  });
});

describe("a document is no anachronism", () => {
  test.each<[string, AuthoredFields]>([
    ["of that day", on("2026-03-10", aClaim())],
    ["of a later day", on("2026-03-11", aClaim())],
    ["that does not mention it", on("2026-03-01", aClaim({ subject: "acme/zero" }))],
    ["that says when it will come", on("2026-03-01", released("2026-03-10"))],
    ["that says it is not yet available", on("2026-03-01", anAvailabilityClaim("no"))],
    ["that says nobody knows", on("2026-03-01", anAvailabilityClaim("unknown"))],
    [
      "that only compares with it",
      on(
        "2026-03-01",
        aClaim({
          subject: "beta/rival",
          measure: "relation",
          relation: "beats",
          value: undefined,
          "compared-with": "acme/one",
          quote: "Rival beats One",
        }),
      ),
    ],
    [
      "that only we read as speaking of it",
      on("2026-03-01", aClaim({ inferred: "It names no model, and One is the next." })),
    ],
    ["that speaks of what is planned", on("2026-03-01", aClaim({ metric: "plan", value: "yes" }))],
    ["that calls it by a property", on("2026-03-01", aClaim({ metric: "licence", value: "open" }))],
    [
      "that speaks of a later day",
      on("2026-03-01", anAvailabilityClaim("yes", { "as-of": "2026-04-01" })),
    ],
    [
      "that says when it will come, and what it will do",
      on("2026-03-01", released("2026-03-10"), aClaim()),
    ],
    ["that has no figure for it", on("2026-03-01", aClaim({ value: "not-reported" }))],
    [
      "whose mention of it was retired",
      on(
        "2026-03-01",
        aClaim({ retired: { on: "2026-04-01", because: "It was of another model." } }),
      ),
    ],
    [
      "that dates itself later than it was published",
      { ...on("2026-03-01", aClaim()), ...statesDate("2026-03-10") },
    ],
    [
      "that is undated and may be of a later day",
      aSource({
        published: undefined,
        "not-before": { date: "2026-01-01", because: "It names it." },
        "not-after": { date: "2026-03-10", because: "It was stored then." },
        claims: keyed([aClaim()]),
      }),
    ],
  ])("%s", (_, review) => {
    expect(withCard(review)).toEqual([]);
  });

  test.each<[string, AuthoredFields[]]>([
    ["is of the month in which it was written", [released("2026-03")]],
    ["is of the year in which it was written", [released("2026")]],
    [
      "has a date of one snapshot only",
      [released("2026-06-01", { conditions: { snapshot: "2026-06-01" } })],
    ],
    [
      "has another date before",
      [released("2026-06-01"), released("2026-03-01", { metric: "announcement-date" })],
    ],
    [
      "came to another channel before",
      [released("2026-06-01"), released("2026-03-01", { conditions: { channel: "app" } })],
    ],
    ["has a last day, and no first one", [released("2026-06-01", { metric: "end-date" })]],
    ["came at some time before another", [released("2026-06-01", { qualifier: "under" })]],
    [
      "came to a channel at some time before another, and to the rest later",
      [
        released("2026-06-01"),
        released("2026-05-01", { qualifier: "at-most", conditions: { channel: "app" } }),
      ],
    ],
    ["is dated to nobody knows when", [released("unknown")]],
  ])("when its subject %s", (_, dates) => {
    expect(withCard(on("2026-03-05", aClaim()), on("2026-07-01", ...dates))).toEqual([]);
  });

  test("when sources dispute the only date", () => {
    expect(
      found({
        "beta/review": on("2026-03-01", aClaim()),
        "delta/list": on("2026-07-01", released("2026-05-01")),
        "gamma/digest": on("2026-07-01", released("2026-06-01")),
      }),
    ).toEqual([]);
  });

  test("when sources dispute the earlier of two dates, though all agree on the later", () => {
    expect(
      found({
        "beta/review": on("2026-03-15", aClaim()),
        "delta/list": on(
          "2026-07-01",
          released("2026-03-10", { metric: "announcement-date" }),
          released("2026-06-01"),
        ),
        "gamma/digest": on(
          "2026-07-01",
          released("2026-03-12", { metric: "announcement-date" }),
          released("2026-06-01"),
        ),
      }),
    ).toEqual([]);
  });

  test("when a badly founded date lies before it, whatever the well founded ones", () => {
    expect(
      found({
        "acme/card": on("2026-03-10", released("2026-03-10")),
        "beta/review": on("2026-03-05", aClaim()),
        "gamma/digest": on("2026-07-01", released("2026-03-01", { metric: "announcement-date" })),
      }),
    ).toEqual([]);
  });

  test("when it says when its subject will come to the one channel by which its beginning is known", () => {
    const inApp = { conditions: { channel: "app" } };
    expect(
      withCard(
        on("2026-03-01", aClaim(), released("2026-03-10", inApp)),
        on("2026-03-10", released("2026-03-10", inApp)),
      ),
    ).toEqual([]);
  });

  test("of its owner, who knows what is to come", () => {
    expect(found({ "acme/card": card, "acme/note": on("2026-03-01", aClaim()) })).toEqual([]);
  });

  describe("when nobody but one other source dates the subject", () => {
    const digest = on("2026-07-01", released("2026-03-10"));
    test("and the document is known to have been published before", () => {
      expect(found({ "gamma/digest": digest, "beta/review": on("2026-03-01", aClaim()) })).toEqual(
        [],
      );
    });

    test("unless two independent sources do, or the document's own date is in question", () => {
      const early = on("2026-03-01", aClaim());
      expect(
        found({ "gamma/digest": digest, "delta/list": digest, "beta/review": early }),
      ).toHaveLength(1);
      expect(
        found({ "gamma/digest": digest, "beta/review": { ...early, ...statesDate("2026-03-01") } }),
      ).toHaveLength(1);
    });
  });

  test("when the metric of the date marks nothing", () => {
    const sources = { "acme/card": card, "beta/review": on("2026-03-01", aClaim()) };
    expect([...analysisOf({ sources }).discrepancies]).toEqual([]);
  });
});

describe("the finding", () => {
  test("is one for each document and subject, with every mention", () => {
    const early = on(
      "2026-03-01",
      aClaim({ metric: "licence", value: "open" }),
      anAvailabilityClaim("no"),
      aClaim({ metric: "latency", value: "5" }),
    );
    expect(
      found({ "acme/card": card, "beta/review": early, "gamma/digest": early }).map(
        ({ id, about }) => [id, about.map((claim) => claim.key)],
      ),
    ).toEqual([
      ["anachronism/beta/review#c1", ["c1", "c3"]],
      ["anachronism/gamma/digest#c1", ["c1", "c3"]],
    ]);
  });

  test("tells both subjects where one statement is the first to mention either", () => {
    const both = on(
      "2026-03-10",
      released("2026-03-10"),
      released("2026-03-08", { subject: "acme/zero" }),
    );
    const [finding, ...others] = withCard(
      on(
        "2026-03-01",
        aClaim({ measure: "difference", direction: "up", "compared-with": "acme/zero" }),
      ),
      both,
    );
    expect(others).toEqual([]);
    expect(finding?.claims.map(({ id }) => id)).toEqual([
      "acme/card#c1",
      "acme/card#c2",
      "beta/review#c1",
    ]);
    expect(finding?.summary).toBe(
      "Beta speaks of One in a document of 1 March 2026; Acme dates it to 10 March 2026. Beta speaks of Zero in a document of 1 March 2026; Acme dates it to 8 March 2026.",
    );
  });

  test("is named after what the document says of the subject, and not after a comparison before it", () => {
    const comparison = aClaim({
      subject: "beta/rival",
      measure: "relation",
      relation: "beats",
      value: undefined,
      "compared-with": "acme/one",
      quote: "Rival beats One",
    });
    const [finding] = withCard(on("2026-03-01", comparison, aClaim()));
    expect(finding).toMatchObject({
      id: "anachronism/beta/review#c2",
      about: [{ key: "c1" }, { key: "c2" }],
    });
  });

  test("rests on the earliest date that is well founded, though others give an earlier one", () => {
    const [finding] = found({
      "acme/card": card,
      "beta/review": on("2026-03-01", aClaim()),
      "gamma/digest": on("2026-07-01", released("2026-03-05", { metric: "announcement-date" })),
    });
    expect(finding?.summary).toBe(
      "Beta speaks of One in a document of 1 March 2026; Acme dates it to 10 March 2026.",
    );
  });

  describe("doubts the document, so that its figures", () => {
    const sources = { "acme/card": card, "beta/review": on("2026-03-01", aClaim()) };

    test("keep the status that they have among figures", () => {
      const analysis = analysed({
        ...sources,
        "gamma/digest": on("2026-07-01", aClaim()),
      });
      expect(analysis.claimStatuses.get("beta/review#c1")).toBe("agrees");
      expect(analysis.factStatuses.get("acme/one/bench")).toBe("agrees");
      expect(analysis.claimStatuses.get("acme/card#c1")).toBe("single");
      expect(analysis.factStatuses.get("acme/one/release-date")).toBe("single");
    });

    test.each([
      ["open", "single", []],
      ["none-stands", "decided", ["beta/review#c1"]],
    ])("with a verdict of %s are %s", (outcome, status, refuted) => {
      const id = "anachronism/beta/review#c1";
      const judged = analysed(sources).discrepancies.get(id)?.judged;
      const verdict = aVerdict({
        outcome,
        stands: undefined,
        judged,
        ...(outcome === "open" ? { "would-settle": "A dated capture." } : {}),
      });
      const analysis = analysisOf({
        metrics,
        sources,
        verdicts: { [id.replace("#", "/")]: verdict },
      });
      expect(analysis.claimStatuses.get("beta/review#c1")).toBe(status);
      expect(analysis.standings.get("acme/one/bench")?.refuted.map((claim) => claim.id)).toEqual(
        refuted,
      );
    });
  });

  test("shows the words by which a document dates itself", () => {
    const [finding] = withCard({ ...on("2026-06-01", aClaim()), ...statesDate("2026-03-09") });
    expect(finding?.computation).toEqual([
      "the document dates itself 9 March 2026: “as of 2026-03-09”",
      "One: release date: 10 March 2026 (Acme)",
      "9 March 2026 is before that: either the date of the document is wrong, or that of One",
      "what it says of One: One on Bench: 54.6%",
    ]);
  });
});
