/**
 * An authored claim becomes a claim: readings applied, figure parsed, interval computed, binding
 * decided. Every fault is reported at its place; a claim with a fault is left out of the dataset.
 */
import { factIdOf } from "../facts/fact.ts";
import { periodInDays } from "../quantity/date-arithmetic.ts";
import { type Interval, negateInterval } from "../quantity/interval.ts";
import {
  intervalOf,
  isQuantity,
  parseQuantity,
  type Quantity,
  toBaseUnit,
} from "../quantity/quantity.ts";
import { areUnitsComparable, UNIT_NAMES, UNITS, type UnitName } from "../quantity/units.ts";
import { isReadableIn, readValues } from "../quantity/written.ts";
import type { Issue, RuleName } from "../report/issue.ts";
import { proposeName } from "../report/near-name.ts";
import { type AuthoredClaim, type AuthoredTime, UNSTATED } from "../schema/claim.ts";
import {
  type AuthoredConditions,
  type Conditions,
  canonicalConditions,
} from "../schema/conditions.ts";
import type { Alias, UnqualifiedReading } from "../schema/reading.ts";
import { type ConditionName, type Measure, NAMED_VALUES } from "../schema/vocabulary.ts";
import type { AuthoredFile } from "./authored-file.ts";
import type {
  Binding,
  Claim,
  ComparedWith,
  Evidence,
  Metric,
  Subject,
  TimeSpan,
} from "./dataset.ts";

/** What the resolution of claims needs to know of the rest of the dataset. */
export interface Registry {
  /** How the data folder is called in reports: hints name files in the folder that is checked. */
  readonly root: string;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Whether a record has a file, but one whose own faults keep it out of the dataset. */
  isFaulty(kind: "subjects" | "metrics", id: string): boolean;
}

interface SourceFrame {
  readonly id: string;
  readonly time: TimeSpan;
  readonly file: AuthoredFile;
}

/** Conditions that belong to a model rather than to a metric, and so may stand on any claim about one. */
const MODEL_CONDITIONS: readonly ConditionName[] = ["snapshot", "reasoning-effort"];

/** Longest quote, in words; a quote is evidence, not a copy of the passage. */
export const LONGEST_QUOTE = 25;

/** A quote with a word too many has as many signs, and one between each two of them. */
const SHORTEST_LONG_QUOTE = 2 * LONGEST_QUOTE + 1;

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export function resolveClaim(
  key: string,
  order: number,
  authored: AuthoredClaim,
  source: SourceFrame,
  registry: Registry,
  report: (issue: Issue) => void,
): Claim | null {
  const base: readonly PropertyKey[] = ["claims", key];
  const id = `${source.id}#${key}`;
  let hasFault = false;
  const fault = (rule: RuleName, path: readonly PropertyKey[], message: string, next: string) => {
    hasFault = true;
    const whole = [...base, ...path];
    report({
      ...source.file.placeOf(whole),
      rule,
      severity: "error",
      written: source.file.writtenAt(whole),
      message,
      next,
      record: id,
    });
  };

  const subject = registry.subjects.get(authored.subject);
  const metric = registry.metrics.get(authored.metric);
  const compared = authored["compared-with"] === UNSTATED ? undefined : authored["compared-with"];
  const other = typeof compared === "string" ? { subject: compared } : compared;
  /** @param field the fields that lead to it, joined by dots */
  const checkReference = (
    kind: "subjects" | "metrics",
    referred: string | undefined,
    field: string,
  ) => {
    if (referred === undefined || registry[kind].has(referred)) return;
    if (registry.isFaulty(kind, referred)) {
      // Its file is reported; every claim that names it need not be.
      hasFault = true;
      return;
    }
    fault(
      "unknown-reference",
      field.split("."),
      `no ${kind.slice(0, -1)} ${referred} is registered`,
      proposeName(referred, registry[kind].keys(), `add ${registry.root}/${kind}/${referred}.yaml`),
    );
  };
  if (!subject) checkReference("subjects", authored.subject, "subject");
  if (!metric) checkReference("metrics", authored.metric, "metric");
  checkReference("subjects", authored["measured-by"], "measured-by");
  checkReference("subjects", authored["attributed-to"], "attributed-to");
  if (other) {
    const field = typeof compared === "string" ? "compared-with" : "compared-with.subject";
    checkReference("subjects", other.subject, field);
    checkReference("metrics", other.metric, "compared-with.metric");
  }
  if (!subject || !metric) return null;

  const stated = canonicalConditions(authored.conditions);
  for (const name of Object.keys(stated) as ConditionName[]) {
    if (metric.conditions.includes(name) || MODEL_CONDITIONS.includes(name)) continue;
    fault(
      "undeclared-condition",
      ["conditions", name],
      `the metric ${metric.id} does not vary by ${name}`,
      `Declare ${name} under conditions: in ${registry.root}/metrics/${metric.id}.yaml, or leave it out here.`,
    );
  }

  const reasons: string[] = [];
  if (authored.inferred !== undefined) reasons.push(authored.inferred);
  const conditions = withReadings(stated, subject, metric, reasons);
  let comparedWith: ComparedWith | null = null;
  if (other) {
    const otherSubject = registry.subjects.get(other.subject);
    const otherMetric = other.metric === undefined ? metric : registry.metrics.get(other.metric);
    const named = canonicalConditions("conditions" in other ? other.conditions : undefined);
    if (otherSubject && otherMetric) {
      comparedWith = {
        subject: other.subject,
        metric: other.metric === metric.id ? null : (other.metric ?? null),
        conditions: withReadings(
          // What holds for this side holds for the other unless the source says otherwise; a model's own conditions do not carry over.
          otherMetric === metric ? { ...withoutModelConditions(conditions), ...named } : named,
          otherSubject,
          otherMetric,
          reasons,
        ),
      };
      if (
        comparedWith.subject === subject.id &&
        comparedWith.metric === null &&
        JSON.stringify(comparedWith.conditions) === JSON.stringify(conditions)
      ) {
        fault(
          "self-comparison",
          ["compared-with"],
          `compares ${subject.id} with itself under the same conditions`,
          "Name what it is compared with, or state the condition in which the two differ.",
        );
      }
    }
  }

  const unit = authored.unit ?? defaultUnit(authored.measure, metric.unit);
  const quantity = readValue(authored, unit, metric, registry.root, fault);
  checkDateStatement(authored, metric, fault);
  checkUnit(authored, unit, metric, quantity, fault);
  const printedInterval = quantity && printedIntervalOf(authored, quantity, unit, metric);
  const evidence = readEvidence(authored);
  // A date in relative words ("today", "earlier this year") is read by us, and `inferred` says how.
  const isInferredDate = quantity?.kind === "date" && authored.inferred !== undefined;
  checkEvidence(evidence, isInferredDate ? null : quantity, fault);
  checkWeekday(authored, evidence, fault);
  const isAlias = checkNames(authored, subject, metric, registry.root, reasons, fault);

  if (hasFault || !evidence) return null;
  const binding: Binding =
    reasons.length > 0
      ? { kind: "inferred", reasons: [...new Set(reasons)] }
      : { kind: isAlias ? "alias" : "exact" };
  const { measure, relation = null, among = null } = authored;
  const direction = authored.direction === UNSTATED ? null : (authored.direction ?? null);
  const question = { conditions, measure, comparedWith, direction, relation, among };
  return {
    id,
    key,
    source: source.id,
    fact: sharedFactId(factIdOf({ subject: subject.id, metric: metric.id, ...question })),
    order,
    subject: subject.id,
    metric: metric.id,
    conditions,
    measure,
    comparedWith,
    direction,
    relation,
    among,
    statedConditions: stated,
    over: authored.over ?? null,
    rivals: authored.rivals ?? null,
    isEver: authored.ever === "yes",
    quantity,
    unit,
    qualifier: authored.qualifier ?? null,
    weekday: authored.weekday ?? null,
    interval: comparedInterval(authored, printedInterval, unit, metric),
    printedInterval,
    asOf: timeOf(authored["as-of"], source.time),
    measuredBy: authored["measured-by"] ?? null,
    attributedTo: authored["attributed-to"] ?? null,
    binding,
    evidence,
    where: authored.where,
    quotation: authored.quotation
      ? {
          document: authored.quotation.document,
          label: authored.quotation.label ?? null,
          lookedFor: authored.quotation["looked-for"].map(
            ({ in: searched, source: searchedSource, extent, held, words, result, on }) => ({
              in: searched,
              source: searchedSource ?? null,
              extent,
              held: held ?? null,
              words: words === undefined ? null : Number(words),
              wasFound: result === "found",
              on,
            }),
          ),
        }
      : null,
    asWritten: readAsWritten(authored["as-written"]),
    retired: authored.retired
      ? {
          on: authored.retired.on,
          because: authored.retired.because,
          movedTo: authored.retired["moved-to"] ?? null,
        }
      : null,
    place: source.file.placeOf(base),
  };
}

/** Of a claim whose names and figure stand as the registry and the value have them. */
const AS_NAMED: Claim["asWritten"] = { subject: null, metric: null, value: null, unit: null };

type Fault = (rule: RuleName, path: readonly PropertyKey[], message: string, next: string) => void;

/** The conditions with those that the registry's readings add to an unqualified mention. */
function withReadings(
  stated: Conditions,
  subject: Subject,
  metric: Metric,
  reasons: string[],
): Conditions {
  if (subject.unqualified.length === 0 && metric.unqualified.length === 0) return stated;
  let result = stated;
  const apply = (reading: UnqualifiedReading) => {
    if (reading.for && !reading.for.includes(metric.kind)) return;
    const added = canonicalConditions(reading.conditions as AuthoredConditions);
    if ((Object.keys(added) as ConditionName[]).some((name) => stated[name] !== undefined)) return;
    result = { ...added, ...result };
    reasons.push(reading.because);
  };
  for (const reading of [...subject.unqualified, ...metric.unqualified]) apply(reading);
  return canonicalConditions(result as AuthoredConditions);
}

function withoutModelConditions(conditions: Conditions): Conditions {
  const entries = Object.entries(conditions).filter(
    ([name]) => !MODEL_CONDITIONS.includes(name as ConditionName),
  );
  return Object.fromEntries(entries);
}

function defaultUnit(measure: Measure, metricUnit: UnitName): UnitName {
  if (measure === "ratio") return "ratio";
  if (measure === "percent-change") return "percent";
  if (measure === "difference" && metricUnit === "percent") return "points";
  if (measure === "difference" && metricUnit === "date") return "days";
  return metricUnit;
}

const isNamedValue = (value: string) => (NAMED_VALUES as readonly string[]).includes(value);

function readValue(
  authored: AuthoredClaim,
  unit: UnitName,
  metric: Metric,
  root: string,
  fault: Fault,
): Quantity | null {
  const value = authored.value;
  if (value === undefined) return null;
  if (isNamedValue(value) && authored.measure === "level") {
    const isAnswer = value === "yes" || value === "no";
    if (isAnswer && UNITS[metric.unit].values !== "name") {
      fault(
        "value",
        ["value"],
        `${value} answers a question, but ${metric.id} is measured in ${metric.unit}`,
        "Write the figure, or choose another metric.",
      );
    }
    return { kind: "name", printed: value };
  }
  if (unit === "name" && !metric.names.has(value)) {
    fault(
      "value",
      ["value"],
      `is not a registered value of ${metric.id}`,
      proposeName(
        value,
        metric.names.keys(),
        `register it under names: in ${root}/metrics/${metric.id}.yaml`,
      ),
    );
    return null;
  }
  if (unit === "yes-no") {
    fault("value", ["value"], "is neither yes nor no", 'Write "yes", "no" or "unknown".');
    return null;
  }
  const parsed = parseQuantity(value, unit);
  if (!isQuantity(parsed)) {
    fault(
      "value",
      ["value"],
      `"${value}" ${parsed.fault}`,
      "Mend the value; the words of the source stand in the quote.",
    );
    return null;
  }
  return parsed;
}

const isShare = (unit: UnitName): boolean => unit === "percent" || unit === "points";

const isPeriod = (unit: UnitName): boolean =>
  areUnitsComparable(unit, "days") || areUnitsComparable(unit, "months");

function isUnitAllowed(
  unit: UnitName,
  expected: UnitName,
  measure: Measure,
  metric: Metric,
): boolean {
  return (
    areUnitsComparable(unit, expected) ||
    // Between two dates lie days, and weeks, months and years as well, though no number of days makes a month.
    (metric.unit === "date" && isPeriod(unit) && isPeriod(expected)) ||
    // A source may call points percent, or the reverse; that is what it says, and a check's business, not a fault of the data.
    (measure !== "level" && isShare(unit) && isShare(expected))
  );
}

function checkUnit(
  authored: AuthoredClaim,
  unit: UnitName,
  metric: Metric,
  quantity: Quantity | null,
  fault: Fault,
): void {
  if (quantity === null || (quantity.kind === "name" && authored.unit === undefined)) return;
  const expected = defaultUnit(authored.measure, metric.unit);
  if (isUnitAllowed(unit, expected, authored.measure, metric)) return;
  const forms = UNIT_NAMES.filter((name) =>
    isUnitAllowed(name, expected, authored.measure, metric),
  ).map((name) => `unit: ${name}`);
  const isLengthOfPeriod = metric.unit !== "date" && isPeriod(unit) && isPeriod(expected);
  fault(
    "value",
    ["unit"],
    `${unit} is no unit of a ${authored.measure} of ${metric.id}, which is in ${expected}`,
    `Write ${forms.join(" or ")}, or leave it out for ${expected}.${
      isLengthOfPeriod
        ? ` What lies between two dates may be in ${unit}: measure: difference of the later date, with compared-with: the earlier one.`
        : ""
    }`,
  );
}

/** Two dates lie a number of days apart; they have no ratio. And only a date has a day of the week. */
function checkDateStatement(authored: AuthoredClaim, metric: Metric, fault: Fault): void {
  if (
    metric.unit === "date" &&
    (authored.measure === "ratio" || authored.measure === "percent-change")
  ) {
    fault(
      "value",
      ["measure"],
      `a ${authored.measure} of dates means nothing, and ${metric.id} is a date`,
      "Write measure: difference, with unit: days, weeks, months or years.",
    );
  }
  if (authored.weekday !== undefined && (metric.unit !== "date" || authored.measure !== "level")) {
    fault(
      "value",
      ["weekday"],
      `stands on a claim that states no date`,
      "Leave it out, or choose a metric that is a date.",
    );
  }
}

/** The day of the week is a statement of its own, so the words carry it, in full or by its first three letters. */
function checkWeekday(authored: AuthoredClaim, evidence: Evidence | null, fault: Fault): void {
  if (authored.weekday === undefined || !evidence || evidence.form === "record") return;
  const words = evidence.form === "quote" ? evidence.quote : evidence.text;
  const [start, rest] = [authored.weekday.slice(0, 3), authored.weekday.slice(3)];
  if (new RegExp(`\\b${start}(?:${rest})?\\b`, "i").test(words)) return;
  fault(
    "value-not-in-evidence",
    ["weekday"],
    `the day of the week, ${authored.weekday}, cannot be read out of these words`,
    "Quote the fragment that carries it, or leave it out.",
  );
}

function printedIntervalOf(
  authored: AuthoredClaim,
  quantity: Quantity,
  unit: UnitName,
  metric: Metric,
): Interval | null {
  const { qualifier, "significant-digits": digits } = authored;
  const isListed = metric.kind === "price" && authored.measure === "level" && unit !== "percent";
  const isLimit = metric.kind === "limit";
  const isPlain = qualifier === undefined && digits === undefined && !isListed && !isLimit;
  const before = isPlain ? plainIntervals.get(quantity) : undefined;
  if (before !== undefined) return before;
  const interval = intervalOf(quantity, {
    qualifier,
    isListed,
    isLimit,
    significantDigits: digits === undefined ? undefined : Number(digits),
  });
  if (isPlain) plainIntervals.set(quantity, interval);
  return interval;
}

/** What a figure stands for that nothing qualifies: worked out once, and its object shared. */
const plainIntervals = new WeakMap<Quantity, Interval | null>();

/** The ids of facts, one text each: claims of one fact are grouped and compared by it again and again. */
const knownFacts = new Map<string, string>();
const MOST_KNOWN = 20_000;

function sharedFactId(id: string): string {
  const before = knownFacts.get(id);
  if (before !== undefined) return before;
  if (knownFacts.size >= MOST_KNOWN) knownFacts.clear();
  knownFacts.set(id, id);
  return id;
}

/** Signed and in the base unit. A ratio has no sign: "10 times cheaper" is a ratio of 10 downwards, and its fact says so. */
function comparedInterval(
  authored: AuthoredClaim,
  printed: Interval | null,
  unit: UnitName,
  metric: Metric,
): Interval | null {
  if (printed === null) return null;
  const isSigned = authored.measure === "difference" || authored.measure === "percent-change";
  const isPeriod = authored.measure === "difference" && metric.unit === "date";
  const base = isPeriod ? periodInDays(printed, unit) : toBaseUnit(printed, unit);
  return isSigned && authored.direction === "down" ? negateInterval(base) : base;
}

function readAsWritten(authored: AuthoredClaim["as-written"]): Claim["asWritten"] {
  if (!authored) return AS_NAMED;
  const { subject = null, metric = null, value = null, unit = null } = authored;
  return { subject, metric, value, unit };
}

function readEvidence(authored: AuthoredClaim): Evidence | null {
  if (authored.quote !== undefined) return { form: "quote", quote: authored.quote };
  if (authored.cell) return { form: "cell", ...authored.cell, table: authored.cell.table ?? null };
  if (authored.record) return { form: "record", ...authored.record };
  return null;
}

/** Whether words tell a figure; an article, which may stand for one, tells none. */
const saysFigure = (words: string): boolean =>
  readValues(words).wordValues.some((value) => value !== "1");

/** How a figure in words is entered, since few would guess which digits are read out of `a third`. */
const FIGURES_IN_WORDS =
  'A figure in words is entered in digits, with the words under as-written: half is "50" in percent and "0.5" in anything else, a third "33" or "0.33".';

function checkEvidence(evidence: Evidence | null, quantity: Quantity | null, fault: Fault): void {
  if (!evidence || evidence.form === "record") return;
  const words = evidence.form === "quote" ? evidence.quote : evidence.text;
  const field = evidence.form === "quote" ? ["quote"] : ["cell", "text"];
  if (
    evidence.form === "quote" &&
    words.length >= SHORTEST_LONG_QUOTE &&
    countWords(words) > LONGEST_QUOTE
  ) {
    fault(
      "long-quote",
      field,
      `the quote has ${countWords(words)} words; at most ${LONGEST_QUOTE} are allowed`,
      "Keep the shortest fragment that carries the claim.",
    );
  }
  if (quantity && !isReadableIn(quantity, words)) {
    fault(
      "value-not-in-evidence",
      field,
      `the value "${quantity.printed}" cannot be read out of these words`,
      `Quote the fragment that carries the figure, or correct the value to what it says.${quantity.kind === "number" && saysFigure(words) ? ` ${FIGURES_IN_WORDS}` : ""}`,
    );
  }
}

/** Check the names as written against the registry; whether one of them is an alias. */
function checkNames(
  authored: AuthoredClaim,
  subject: Subject,
  metric: Metric,
  root: string,
  reasons: string[],
  fault: Fault,
): boolean {
  let isAlias = false;
  const check = (
    field: "subject" | "metric",
    named: { id: string; name: string; aliases: readonly Alias[] },
  ) => {
    const written = authored["as-written"]?.[field];
    if (written === undefined || written === named.name) return;
    const declared = named.aliases.find((candidate) => candidate.name === written);
    if (!declared) {
      fault(
        "undeclared-name",
        ["as-written", field],
        `"${written}" is no declared name of ${named.id}`,
        `Declare it under aliases: in ${root}/${field}s/${named.id}.yaml, with its kind.`,
      );
      return;
    }
    isAlias = true;
    if (declared.inferred !== undefined) reasons.push(declared.inferred);
  };
  check("subject", subject);
  check("metric", metric);
  return isAlias;
}

function timeOf(authored: AuthoredTime | undefined, fallback: TimeSpan): TimeSpan {
  if (authored === undefined) return fallback;
  if (typeof authored === "string") return { notBefore: authored, notAfter: authored };
  return { notBefore: authored["not-before"], notAfter: authored["not-after"] };
}
