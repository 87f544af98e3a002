import { describe, expect, test } from "vitest";
import { aClaim, aMetric, aSource, aSubject } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const registry = {
  subjects: {
    "acme/one": aSubject({
      aliases: [
        { name: "Won", kind: "transcription" },
        { name: "Onn", kind: "garbled", inferred: "No other model of Acme sounds like it." },
        { name: "O1ne", kind: "garbled" },
        { name: "One (model)", kind: "spelling" },
        { name: "1", kind: "abbreviation" },
        { name: "the One", kind: "abbreviation", inferred: "Acme has no other of the name." },
      ],
    }),
  },
  metrics: { bench: aMetric({ aliases: [{ name: "Mr. Bench", kind: "garbled" }] }) },
};
const analysed = (sources: DatasetParts["sources"]) =>
  analysisOf({ ...registry, sources: sources ?? {} });
const found = (...claims: AuthoredFields[]) => [
  ...analysed({ "beta/review": claims }).discrepancies.values(),
];
const called = (subject: string, overrides: AuthoredFields = {}) =>
  aClaim({ "as-written": { subject }, ...overrides });

describe("a name that is a fault of rendering is found", () => {
  test.each([
    ["garbled", called("Onn"), "minor", "Beta writes “Onn”; it is read as a garbled form of One."],
    [
      "mis-transcribed",
      called("Won"),
      "note",
      "Beta writes “Won”; it is read as a mistaken transcription of One.",
    ],
    [
      "of a metric",
      aClaim({ "as-written": { metric: "Mr. Bench" } }),
      "minor",
      "Beta writes “Mr. Bench”; it is read as a garbled form of Bench.",
    ],
  ])("%s", (_, claim, severity, summary) => {
    expect(found(claim)).toMatchObject([
      { id: "name-variant/beta/review#c1", severity, summary, scope: "within" },
    ]);
  });
});

test("a name that could mean something else is a note, with the reason for its reading", () => {
  const [finding] = found(called("the One"));
  expect(finding).toMatchObject({
    severity: "note",
    summary: "Beta writes “the One”, which could mean something else; it is read as One.",
    computation: ["Acme has no other of the name.", "written so in 1 claim"],
  });
});

describe("a name is no fault", () => {
  test.each<[string, AuthoredFields]>([
    ["as another spelling", called("One (model)")],
    ["as an abbreviation", called("1")],
    ["as the canonical name", aClaim()],
    [
      "in a claim that was retired",
      called("Onn", { retired: { on: "2026-02-03", because: "Misread." } }),
    ],
  ])("%s", (_, claim) => {
    expect(found(claim)).toEqual([]);
  });
});

describe("findings are counted by name and source", () => {
  test("one for each name, with every claim that writes it", () => {
    expect(
      found(
        called("Onn"),
        called("Won"),
        called("Onn", { metric: "latency", value: "5" }),
        called("O1ne"),
      ).map(({ id, claims, facts }) => [id, claims.map(({ key }) => key), facts]),
    ).toEqual([
      ["name-variant/beta/review#c1", ["c1", "c3"], ["acme/one/bench", "acme/one/latency"]],
      ["name-variant/beta/review#c2", ["c2"], ["acme/one/bench"]],
      ["name-variant/beta/review#c4", ["c4"], ["acme/one/bench"]],
    ]);
  });

  test("one for each source that writes it", () => {
    const { discrepancies } = analysed({
      "beta/review": [called("Onn")],
      "gamma/digest": [called("Onn")],
    });
    expect([...discrepancies.keys()]).toEqual([
      "name-variant/beta/review#c1",
      "name-variant/gamma/digest#c1",
    ]);
  });

  test("one that tells both where a statement garbles the names of subject and metric", () => {
    const both = aClaim({ "as-written": { subject: "Won", metric: "Mr. Bench" } });
    expect(found(both)).toMatchObject([
      {
        severity: "minor",
        summary:
          "Beta writes “Mr. Bench”; it is read as a garbled form of Bench. Beta writes “Won”; it is read as a mistaken transcription of One.",
      },
    ]);
  });
});

test("a garbled name changes no status: the figure is none the worse for it", () => {
  const analysis = analysed({ "beta/review": [called("Onn")], "gamma/digest": [aClaim()] });
  expect(analysis.claimStatuses.get("beta/review#c1")).toBe("agrees");
  expect(analysis.factStatuses.get("acme/one/bench")).toBe("agrees");
});

test("the working says why the name is read so, and how often it stands there", () => {
  expect(
    found(called("Onn"), called("Onn", { subject: "acme/one", metric: "bench-hard" }))[0]
      ?.computation,
  ).toEqual(["No other model of Acme sounds like it.", "written so in 2 claims"]);
  expect(found(called("O1ne"))[0]?.computation).toEqual(["written so in 1 claim"]);
});

test("the order of claims in the file decides nothing but which one names the finding", () => {
  const claims = { a: called("Onn"), b: called("Onn", { metric: "latency", value: "5" }) };
  const aboutOf = (order: AuthoredFields) =>
    [...analysed({ "beta/review": aSource({ claims: order }) }).discrepancies.values()].map(
      ({ about }) => about.map(({ key }) => key).sort(),
    );
  expect(aboutOf({ b: claims.b, a: claims.a })).toEqual(aboutOf(claims));
  expect(aboutOf(keyed([claims.a, claims.b]))).toEqual([["c1", "c2"]]);
});
