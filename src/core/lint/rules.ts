/**
 * The rules on the form of data and prose: one sentence each, for lists and the methodology. A rule that is not described
 * here does not compile; its page is `src/content/rules/<rule>.md`.
 */
import type { RuleName } from "../report/issue.ts";

export const RULES: Readonly<Record<RuleName, string>> = {
  "broken-yaml": "A file is YAML that reads the same in every program.",
  "duplicate-key": "A key stands once in its map.",
  schema: "A record has the fields that its noun needs, each of its own form.",
  "unknown-key": "A record has no field that its noun does not know.",
  "misplaced-file": "A file stands where its path says what it is.",
  "empty-dataset": "A dataset holds at least one source.",
  "unquoted-figure": "Figures and dates stand in double quotes.",
  "scalar-style": "Text stands in double quotes, words of a source in a block, ids bare.",
  "unknown-reference": "Whatever is named by its id exists.",
  value: "A value is a figure, date or name of its unit.",
  "undeclared-name": "A name other than the canonical one is declared as an alias.",
  "undeclared-condition": "A condition of a claim is one that its metric knows.",
  "ambiguous-alias": "A name means one thing, unless a reading with its reason says which.",
  "long-quote": "A quote is at most twenty-five words long.",
  "value-not-in-evidence": "The value of a claim can be read out of its evidence.",
  "self-comparison": "Nothing is compared with itself.",
  "repeats-cycle": "Of two documents only the later can repeat the earlier.",
  "stale-verdict": "A verdict holds for the claims that it judged.",
  "orphan-verdict": "A verdict decides a discrepancy that exists.",
  "record-only-verdict": "A verdict rests on words or cells that can be checked.",
  "unneeded-exception": "An exception excepts something.",
  "bare-figure": "A figure in prose comes from a component that is bound to a claim or a fact.",
  "broken-prose": "Prose parses, has its front matter, and uses components as they are meant.",
  "missing-file": "A file that another one needs is there.",
  "quote-not-found": "A quote stands in the text of its source.",
  "cell-not-found": "A cell stands in the table of its source.",
  "search-differs": "A recorded search for the words of a quotation comes out as it says.",
  "change-log": "The change log tells of every change of the data.",
  "removed-claim": "A claim that once stood in the ledger stays, live or retired.",
};

export const RULE_NAMES = Object.keys(RULES) as RuleName[];

export const isRuleName = (text: string): text is RuleName => Object.hasOwn(RULES, text);
