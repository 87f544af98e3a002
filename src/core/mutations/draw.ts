/** Which errors are put in: drawn by a seed from claims that another claim bears on, before anything is run. */
import type { Analysis } from "../analysis.ts";
import { KINDS } from "../checks/kinds.ts";
import { type Claim, known } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import { speaks } from "../facts/silence.ts";
import { formatDate } from "../quantity/calendar.ts";
import { compareText } from "../report/issue.ts";
import { bearingClaims } from "./bearing.ts";
import { changeDigit, garbleName, moveDate } from "./mutate-figure.ts";
import { type Edit, MUTATION_KINDS, type Mutation, type MutationKind } from "./mutation.ts";
import { seededChooser, shuffled } from "./random.ts";

type Choose = (limit: number) => number;

/** What stands in the claim's evidence and can be rewritten: its quote, or its cell's text. */
function words(claim: Claim): { readonly path: readonly string[]; readonly text: string } | null {
  const { evidence } = claim;
  if (evidence.form === "quote") return { path: ["quote"], text: evidence.quote };
  if (evidence.form === "cell") return { path: ["cell", "text"], text: evidence.text };
  return null;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The edit that puts one figure in the place of another in the claim's evidence; null unless it stands there exactly once. */
function rewrite(claim: Claim, from: string, to: string): Edit | null {
  const evidence = words(claim);
  if (!evidence) return null;
  const figure = new RegExp(`(?<![\\d.,])${escaped(from)}(?!\\d|[.,]\\d)`, "g");
  return evidence.text.match(figure)?.length === 1
    ? { path: evidence.path, to: evidence.text.replace(figure, () => to) }
    : null;
}

/** The figure as the evidence prints it. */
const printedBy = (claim: Claim): string | null =>
  claim.asWritten.value ?? (claim.quantity?.kind === "number" ? claim.quantity.printed : null);

/** Edits that give a claim another figure, in its value and in its evidence alike. */
function restate(claim: Claim, to: string): Edit[] | null {
  // Where the value is a form of our own ("0.12" for "12 cents"), a new one cannot be made from the digits.
  if (claim.asWritten.value !== null) return null;
  const from = printedBy(claim);
  const evidence = from === null ? null : rewrite(claim, from, to);
  return evidence ? [{ path: ["value"], to }, evidence] : null;
}

/** What a wrong figure should be found as: beside other answers, or in a computation. */
const FIGURE_KINDS = ["value-conflict", "arithmetic"] as const;

type Draw = (analysis: Analysis, claim: Claim, choose: Choose) => Omit<Mutation, "claim"> | null;

const drawDigit: Draw = (_analysis, claim, choose) => {
  if (claim.quantity?.kind !== "number") return null;
  const to = changeDigit(claim.quantity.printed, choose);
  const edits = to === null ? null : restate(claim, to);
  return edits && to !== null
    ? {
        kind: "digit-changed",
        note: `${claim.quantity.printed} becomes ${to}`,
        edits,
        expected: claim.measure === "level" ? FIGURE_KINDS : [...FIGURE_KINDS, "unit-misuse"],
      }
    : null;
};

/** A hundredth of a figure, with all its digits: 8.00 cents are 0.0800 dollars. */
function hundredth(figure: string): string {
  const [whole = "0", decimals = ""] = figure.split(".");
  const padded = whole.padStart(3, "0");
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`;
}

const replaceWord = (text: string, from: RegExp, to: string): string | null =>
  from.test(text) ? text.replace(from, to) : null;

const drawUnit: Draw = (_analysis, claim) => {
  const evidence = words(claim);
  const printed = claim.quantity?.kind === "number" ? claim.quantity.printed : null;
  if (!evidence || printed === null || claim.asWritten.value !== null) return null;
  const change = (
    note: string,
    text: string | null,
    edits: readonly Edit[],
    expected: Mutation["expected"],
  ) =>
    text === null || text === evidence.text
      ? null
      : {
          kind: "unit-changed" as const,
          note,
          edits: [{ path: evidence.path, to: text }, ...edits],
          expected,
        };
  if (claim.measure === "difference" && claim.unit === "points") {
    return change(
      "points become percent",
      replaceWord(evidence.text, /(?:%|percentage)?[ -]?(?:points?|%abs)/, "%"),
      [
        { path: ["measure"], to: "percent-change" },
        { path: ["unit"], to: "percent" },
      ],
      ["unit-misuse", "arithmetic", "scope-difference"],
    );
  }
  if (claim.measure === "percent-change" && claim.unit === "percent") {
    return change(
      "percent become points",
      replaceWord(evidence.text, /%| ?percent\b/, " percentage points"),
      [
        { path: ["measure"], to: "difference" },
        { path: ["unit"], to: "points" },
      ],
      ["unit-misuse", "arithmetic", "scope-difference"],
    );
  }
  if (claim.measure !== "level") return null;
  if (claim.unit === "usd-per-million-tokens") {
    return change(
      "dollars become cents",
      replaceWord(
        evidence.text,
        new RegExp(`\\$${escaped(printed)}(?!\\d|[.,]\\d)`),
        `${printed} cents`,
      ),
      [
        { path: ["value"], to: hundredth(printed) },
        { path: ["as-written", "value"], to: printed },
        { path: ["as-written", "unit"], to: "cents" },
      ],
      FIGURE_KINDS,
    );
  }
  if (claim.unit === "tokens") {
    const thousand = /(?<=\d)\s?[Kk]\b/;
    const million = /(?<=\d)\s?(?:M\b|million\b)/;
    if (thousand.test(printed))
      return change(
        "thousands become millions",
        replaceWord(evidence.text, thousand, "M"),
        [{ path: ["value"], to: printed.replace(thousand, "M") }],
        FIGURE_KINDS,
      );
    if (million.test(printed))
      return change(
        "millions become thousands",
        replaceWord(evidence.text, million, "K"),
        [{ path: ["value"], to: printed.replace(million, "K") }],
        FIGURE_KINDS,
      );
  }
  return null;
};

const drawDate: Draw = (_analysis, claim, choose) => {
  if (claim.quantity?.kind !== "date" || claim.quantity.printed.length !== 10) return null;
  const evidence = words(claim);
  if (!evidence) return null;
  const to = moveDate(claim.quantity.printed, choose);
  return {
    kind: "date-moved",
    note: `${claim.quantity.printed} becomes ${to}`,
    edits: [
      { path: ["value"], to },
      // A date has many written forms, and one of them is as good evidence as another.
      { path: evidence.path, to: formatDate(to) },
      { path: ["as-written", "value"], to: null },
      { path: ["inferred"], to: null },
    ],
    expected: ["date-conflict", "arithmetic", "anachronism"],
  };
};

const drawRow: Draw = (analysis, claim, choose) => {
  if (claim.quantity?.kind !== "number" || claim.measure !== "level") return null;
  const conditions = JSON.stringify(claim.statedConditions);
  const rows = [...analysis.dataset.claims.values()].filter(
    (other) =>
      other.source === claim.source &&
      other.metric === claim.metric &&
      other.subject !== claim.subject &&
      other.measure === "level" &&
      other.quantity?.kind === "number" &&
      other.asWritten.value === null &&
      JSON.stringify(other.statedConditions) === conditions &&
      // A figure that agrees at its precision would be no error.
      !doAgree(claim, other),
  );
  const row = rows.length === 0 ? undefined : rows[choose(rows.length)];
  const to = row?.quantity?.printed;
  const edits = to === undefined ? null : restate(claim, to);
  return row && edits
    ? {
        kind: "row-exchanged",
        note: `${claim.quantity.printed} becomes ${to}, the figure of ${known(analysis.dataset.subjects, row.subject).name}`,
        edits,
        expected: FIGURE_KINDS,
      }
    : null;
};

const drawCondition: Draw = (analysis, claim) => {
  const conditions = Object.entries(claim.statedConditions);
  if (conditions.length === 0 || !words(claim)) return null;
  // Left out where every condition has the same answer, a condition makes nothing wrong.
  const doesMatter = [...analysis.dataset.claims.values()].some(
    (other) =>
      other.subject === claim.subject &&
      other.metric === claim.metric &&
      other.measure === claim.measure &&
      JSON.stringify(other.conditions) !== JSON.stringify(claim.conditions) &&
      speaks(other) &&
      !doAgree(claim, other),
  );
  if (!doesMatter) return null;
  return {
    kind: "condition-dropped",
    note: `without ${conditions.map(([name, value]) => `${name} ${value}`).join(", ")}`,
    edits: [{ path: ["conditions"], to: null }],
    expected: [
      "value-conflict",
      "status-conflict",
      "date-conflict",
      "scope-difference",
      "arithmetic",
    ],
  };
};

const drawName: Draw = (analysis, claim, choose) => {
  const { evidence } = claim;
  const name = claim.asWritten.subject ?? known(analysis.dataset.subjects, claim.subject).name;
  const garbled = garbleName(name, choose);
  if (garbled === null) return null;
  const place =
    evidence.form === "quote"
      ? { path: ["quote"], text: evidence.quote }
      : evidence.form === "cell"
        ? { path: ["cell", "row"], text: evidence.row }
        : null;
  if (!place?.text.includes(name)) return null;
  return {
    kind: "name-garbled",
    note: `“${name}” becomes “${garbled}”`,
    edits: [
      { path: place.path, to: place.text.replaceAll(name, garbled) },
      { path: ["as-written", "subject"], to: garbled },
    ],
    expected: ["undeclared-name", "name-variant"],
  };
};

const DRAWS: Readonly<Record<MutationKind, Draw>> = {
  "digit-changed": drawDigit,
  "unit-changed": drawUnit,
  "date-moved": drawDate,
  "row-exchanged": drawRow,
  "condition-dropped": drawCondition,
  "name-garbled": drawName,
};

/** Claims into which an error may be put: another claim bears on them, and no conflict is about them yet. */
function eligibleClaims(analysis: Analysis): Claim[] {
  const bearing = bearingClaims(analysis);
  return [...analysis.dataset.claims.values()]
    .filter(
      (claim) =>
        bearing.has(claim.id) &&
        !(analysis.discrepanciesOfClaim.get(claim.id) ?? []).some(
          ({ kind, about }) => KINDS[kind].isConflict && about.includes(claim),
        ),
    )
    .sort((one, other) => compareText(one.id, other.id));
}

/**
 * So many errors, each in a claim of its own, the kinds in turn as long as a kind has a claim left that it fits. The same dataset, seed and
 * number give the same errors; nothing of the engine's answer to them is known when they are drawn.
 *
 * @param isError whether an error is one: the claim says something else with it, and is written as authors write
 */
export function drawMutations(
  analysis: Analysis,
  seed: number,
  count: number,
  isError: (mutation: Mutation) => boolean,
): Mutation[] {
  const choose = seededChooser(seed);
  const eligible = eligibleClaims(analysis);
  const queues = new Map(MUTATION_KINDS.map((kind) => [kind, shuffled(eligible, choose)] as const));
  const taken = new Set<string>();
  const drawn: Mutation[] = [];
  let open: readonly MutationKind[] = MUTATION_KINDS;
  while (drawn.length < count && open.length > 0) {
    for (const kind of open) {
      if (drawn.length === count) break;
      const queue = queues.get(kind) ?? [];
      let mutation: Mutation | null = null;
      while (mutation === null && queue.length > 0) {
        const claim = queue.pop() as Claim;
        if (taken.has(claim.id)) continue;
        const candidate = DRAWS[kind](analysis, claim, choose);
        if (candidate === null) continue;
        const complete = { ...candidate, claim: claim.id };
        if (isError(complete)) mutation = complete;
      }
      if (mutation) {
        taken.add(mutation.claim);
        drawn.push(mutation);
      } else {
        open = open.filter((each) => each !== kind);
      }
    }
  }
  return drawn;
}
