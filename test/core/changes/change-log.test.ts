import { describe, expect, test } from "vitest";
import {
  type ChangeLog,
  EMPTY_LOG,
  formatChangeLog,
  historyOfDiscrepancy,
  historyOfSource,
  isChangeLogFault,
  lintChangeLog,
  logChanges,
  parseChangeLog,
  removedClaims,
  unloggedSources,
} from "../../../src/core/changes/change-log.ts";
import { aClaim, aSource, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const ID = "value-conflict/acme/one/bench";
const DAY = "2026-02-01";
const LATER = "2026-02-02";

const card = (claims: AuthoredFields): DatasetParts => ({
  sources: { "acme/card": aSource({ claims }) },
});
const pair = (value: string, verdicts?: DatasetParts["verdicts"]): DatasetParts => ({
  sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value })] },
  ...(verdicts ? { verdicts } : {}),
});
const judged = (value: string) => analysisOf(pair(value)).discrepancies.get(ID)?.judged;

/** The log of states that follow one another, each on its day. */
function logOf(...states: readonly (readonly [parts: DatasetParts, day: string])[]): ChangeLog {
  let log = EMPTY_LOG;
  let before = null;
  for (const [parts, day] of states) {
    const after = analysisOf(parts);
    log = logChanges(log, before, after, day);
    before = after;
  }
  return log;
}
const rowsAfter = (before: DatasetParts, after: DatasetParts) =>
  logOf([before, DAY], [after, LATER]).rows.filter(({ date }) => date === LATER);

describe("a change log tells", () => {
  test("what was there when it was begun, in one row a source", () => {
    expect(logOf([card({ b: aClaim(), a: aClaim() }), DAY]).rows).toEqual([
      { date: DAY, what: "claims-added", source: "acme/card", keys: ["a", "b"] },
    ]);
  });

  test("what was corrected, field by field, before and after", () => {
    expect(rowsAfter(card({ a: aClaim() }), card({ a: aClaim({ qualifier: "about" }) }))).toEqual([
      {
        date: LATER,
        what: "claim-corrected",
        id: "acme/card#a",
        field: "qualifier",
        before: null,
        after: "about",
      },
    ]);
  });

  test("what was retired and why, and what came back", () => {
    const retired = card({ a: aClaim({ retired: { on: DAY, because: "Misread." } }) });
    expect(rowsAfter(card({ a: aClaim() }), retired)).toEqual([
      { date: LATER, what: "claim-retired", id: "acme/card#a", after: null, note: "Misread." },
    ]);
    expect(rowsAfter(retired, card({ a: aClaim() }))).toEqual([
      { date: LATER, what: "claim-restored", id: "acme/card#a" },
    ]);
  });

  test("which discrepancies were found and which went", () => {
    const note = "Claims were added or changed.";
    expect(rowsAfter(pair("54.6"), pair("70"))).toContainEqual({
      date: LATER,
      what: "discrepancies-found",
      ids: [ID],
      note,
    });
    expect(rowsAfter(pair("70"), pair("54.6"))).toContainEqual({
      date: LATER,
      what: "discrepancies-gone",
      ids: [ID],
      note,
    });
  });

  test("when it is the checks that changed, and not the claims", () => {
    const now = analysisOf(pair("70"));
    const log = logOf([pair("70"), DAY]);
    // As it was before the check was there: the claims are the same, and nothing was found.
    const silent = { ...log, rows: log.rows.filter(({ what }) => what === "claims-added") };
    expect(logChanges(silent, now, now, LATER).rows.at(-1)).toMatchObject({
      what: "discrepancies-found",
      note: "A check was added or changed.",
    });
  });

  test("which verdicts were given, changed, withdrawn, and which opened again", () => {
    const given = { [ID]: aVerdict({ judged: judged("70") }) };
    const other = {
      [ID]: aVerdict({ judged: judged("70"), outcome: "none-stands", stands: undefined }),
    };
    const reason = aVerdict().reason;
    const decision = "stands: acme/card#c1";
    expect(rowsAfter(pair("70"), pair("70", given))).toEqual([
      {
        date: LATER,
        what: "verdict-given",
        id: ID,
        before: null,
        after: decision,
        judged: judged("70"),
        note: reason,
      },
    ]);
    expect(rowsAfter(pair("70", given), pair("70", other))).toMatchObject([
      { what: "verdict-given", before: decision, after: "none-stands" },
    ]);
    expect(rowsAfter(pair("70", given), pair("71", given)).at(-1)).toMatchObject({
      what: "verdict-reopened",
      id: ID,
    });
    expect(rowsAfter(pair("70", given), pair("70"))).toEqual([
      { date: LATER, what: "verdict-withdrawn", id: ID, before: decision },
    ]);
  });

  test("that a verdict holds again when the claims are as they were", () => {
    const given = { [ID]: aVerdict({ judged: judged("70") }) };
    const log = logOf(
      [pair("70", given), DAY],
      [pair("71", given), DAY],
      [pair("70", given), LATER],
    );
    expect(log.rows.at(-1)).toMatchObject({
      what: "verdict-given",
      note: "The claims are again as they were judged.",
    });
  });

  test("nothing twice", () => {
    const given = { [ID]: aVerdict({ judged: "0123456789abcdef" }) };
    expect(rowsAfter(pair("70", given), pair("70", given))).toEqual([]);
  });
});

describe("the file", () => {
  const log = logOf([pair("70", { [ID]: aVerdict({ judged: judged("70") }) }), DAY]);

  test("says in its first line that it is generated, and by which command", () => {
    expect(formatChangeLog(log).split("\n")[0]).toMatch(/^\{"generated":"by npm run data:log/);
  });

  test("is read as it was written", () => {
    expect(parseChangeLog(formatChangeLog(log))).toEqual(log);
  });

  test.each([
    ["nothing", "", 1],
    ["a line that is not JSON", `${formatChangeLog(log)}{`, 6],
    ["a row that is none", `${formatChangeLog(log)}{"what":"gossip"}\n`, 6],
    ["another format", formatChangeLog(log).replace('"format":1', '"format":2'), 1],
  ])("that holds %s is none, and the line is named", (_, text, line) => {
    const result = parseChangeLog(text);
    expect(isChangeLogFault(result) && result.line).toBe(line);
  });
});

describe("beside the data", () => {
  const lint = (log: ChangeLog, parts: DatasetParts) =>
    lintChangeLog(formatChangeLog(log), analysisOf(parts), "data").map(
      ({ file, rule, severity, message }) => [file, rule, severity, message],
    );
  const FILE = "data/changes.ndjson";
  const LACKS = "the change log lacks rows for what has changed since it was written: ";

  test("a log that covers them has no issue", () => {
    const parts = pair("70", { [ID]: aVerdict({ judged: judged("70") }) });
    expect(lint(logOf([parts, DAY]), parts)).toEqual([]);
  });

  test("one that does not is a warning that names what changed", () => {
    const log = logOf([pair("54.6"), DAY]);
    expect(unloggedSources(log, analysisOf(pair("70")).dataset)).toEqual(["beta/review"]);
    expect(lint(log, pair("70", { [ID]: aVerdict({ judged: judged("70") }) }))).toEqual([
      [
        FILE,
        "change-log",
        "warning",
        `${LACKS}claims of beta/review; verdicts on ${ID}; new discrepancies ${ID}`,
      ],
    ]);
  });

  test("a claim that left without being retired is an error", () => {
    const log = logOf([card({ a: aClaim(), b: aClaim() }), DAY]);
    expect(removedClaims(log, analysisOf(card({ a: aClaim() })).dataset)).toEqual(["acme/card#b"]);
    expect(lint(log, card({ a: aClaim() }))[0]).toEqual([
      "data/sources/acme/card.yaml",
      "removed-claim",
      "error",
      "the claim acme/card#b stood in the ledger and is gone, and with it the address to which others may have linked",
    ]);
  });

  test("a log edited by hand is an error at its line", () => {
    const [issue] = lintChangeLog("{}\n", analysisOf(card({})), "data");
    expect(issue).toMatchObject({ file: FILE, line: 1, rule: "change-log", severity: "error" });
  });
});

describe("the history", () => {
  const log = logOf([pair("70"), DAY], [pair("54.6"), LATER]);
  test("of a discrepancy is what happened to it", () => {
    expect(historyOfDiscrepancy(log, { id: ID }).map(({ what }) => what)).toEqual([
      "discrepancies-found",
      "discrepancies-gone",
    ]);
  });
  test("of a source is what happened to its claims", () => {
    expect(historyOfSource(log, "beta/review").map(({ what }) => what)).toEqual([
      "claims-added",
      "claim-corrected",
      "claim-corrected",
    ]);
  });
});
