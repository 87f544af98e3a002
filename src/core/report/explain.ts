/** The whole reasoning on a discrepancy, a fact or a claim, as titled lines: printing is elsewhere. */
import type { Analysis, Discrepancy } from "../analysis.ts";
import { HYPOTHESES } from "../causes/explain.ts";
import { CAUSES } from "../causes/kinds.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, KINDS } from "../checks/kinds.ts";
import { describeTime, formatInterval } from "../checks/pairs.ts";
import { type Claim, type Evidence, known } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import {
  describeConditions,
  describeFact,
  describeValue,
  joinWords,
  publisherName,
} from "../facts/describe.ts";
import type { Fact } from "../facts/fact.ts";
import { originOf } from "../facts/origins.ts";
import { speaks } from "../facts/silence.ts";
import { baseUnitOf, type UnitName } from "../quantity/units.ts";
import { describeStanding } from "../verdicts/describe-standing.ts";
import {
  primaryClaims,
  relationToStanding,
  STANDING_RULES,
  type Standing,
  type StandingBasis,
} from "../verdicts/standing.ts";
import { STATUS_MEANINGS } from "../verdicts/status.ts";
import { hasFreshVerdict } from "./findings.ts";
import { compareText, formatPlace } from "./issue.ts";
import { nearestName } from "./near-name.ts";
import { kindsNotComputed } from "./not-computed.ts";

/** A line of reasoning; `depth` says what it belongs to. */
interface ExplanationLine {
  readonly depth: number;
  readonly text: string;
}

interface ExplanationSection {
  readonly title: string;
  readonly lines: readonly ExplanationLine[];
}

export interface Explanation {
  readonly noun: "discrepancy" | "fact" | "claim";
  readonly id: string;
  /** What it is about, in words. */
  readonly title: string;
  readonly sections: readonly ExplanationSection[];
}

const line = (depth: number, text: string): ExplanationLine => ({ depth, text });

/** Null for an id that is none of a discrepancy, a fact, or a claim, live or retired. */
export function explain(analysis: Analysis, id: string): Explanation | null {
  const { dataset } = analysis;
  const discrepancy = analysis.discrepancies.get(id);
  if (discrepancy) return explainDiscrepancy(analysis, discrepancy);
  const fact = analysis.facts.get(id);
  if (fact) return explainFact(analysis, fact);
  const claim = dataset.claims.get(id) ?? dataset.retired.get(id);
  return claim ? explainClaim(analysis, claim) : null;
}

/**
 * The id that is meant by an address of the site or an id in another writing: without base, leading folder, slash at
 * the end; `null` when nothing comes of it.
 */
export function readExplainedId(analysis: Analysis, written: string): string | null {
  const path = written.replace(/^https?:\/\/[^/]+/, "");
  const trimmed = path.replace(/^\/+|\/+$/g, "");
  const candidates = [written, trimmed];
  for (const folder of ["facts/", "discrepancies/", "sources/"]) {
    const at = trimmed.indexOf(folder);
    if (at >= 0) candidates.push(trimmed.slice(at + folder.length).replace("/#", "#"));
  }
  // On the site the claim of a discrepancy's id is a segment of a path.
  const last = candidates.map((candidate) => candidate.replace(/\/([^/]+)$/, "#$1"));
  return (
    [...candidates, ...last].find((candidate) => explain(analysis, candidate) !== null) ?? null
  );
}

const MOST_PROPOSALS = 8;

/** Ids that an unknown one may have meant: those that hold all of its words, or else the nearest of each sort. */
export function proposeIds(analysis: Analysis, written: string): string[] {
  const ids = [
    ...analysis.facts.keys(),
    ...analysis.discrepancies.keys(),
    ...analysis.dataset.claims.keys(),
    ...analysis.dataset.retired.keys(),
  ];
  const words = written
    .toLowerCase()
    .split(/[\s/#]+/)
    .filter((word) => word !== "");
  const holding = ids
    .filter((id) => words.length > 0 && words.every((word) => id.includes(word)))
    .sort((one, other) => one.length - other.length || compareText(one, other));
  if (holding.length > 0) return holding.slice(0, MOST_PROPOSALS);
  return [analysis.facts, analysis.discrepancies, analysis.dataset.claims].flatMap(
    (records) => nearestName(written, records.keys()) ?? [],
  );
}

function explainFact(analysis: Analysis, fact: Fact): Explanation {
  return {
    noun: "fact",
    id: fact.id,
    title: describeFact(analysis.dataset, fact),
    sections: [
      questionSection(analysis, fact),
      {
        title: fact.claims.length === 1 ? "The claim" : `The ${fact.claims.length} claims`,
        lines: fact.claims.flatMap((claim) => claimLines(analysis, claim, fact)),
      },
      standingSection(analysis, fact),
      checksSection(analysis, analysis.discrepanciesOfFact.get(fact.id) ?? [], fact.claims),
      ...causeSections(analysis, analysis.discrepanciesOfFact.get(fact.id) ?? []),
    ],
  };
}

function explainClaim(analysis: Analysis, claim: Claim): Explanation {
  const { dataset } = analysis;
  const fact = analysis.factOfClaim.get(claim.id);
  const head = {
    noun: "claim" as const,
    id: claim.id,
    title: `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)}`,
  };
  if (!fact || claim.retired) {
    const moved = claim.retired?.movedTo;
    return {
      ...head,
      sections: [
        { title: "The claim", lines: claimLines(analysis, claim, null) },
        {
          title: "Retired",
          lines: [
            line(
              1,
              `On ${claim.retired?.on}: ${claim.retired?.because}${moved ? ` In its place: ${moved}.` : ""}`,
            ),
            line(1, "It bears on no fact, and no check looks at it."),
          ],
        },
      ],
    };
  }
  const found = analysis.discrepanciesOfClaim.get(claim.id) ?? [];
  return {
    ...head,
    sections: [
      questionSection(analysis, fact),
      { title: "The claim", lines: claimLines(analysis, claim, fact) },
      standingSection(analysis, fact),
      checksSection(analysis, found, [claim], claim),
      ...causeSections(analysis, found),
    ],
  };
}

function explainDiscrepancy(analysis: Analysis, discrepancy: Discrepancy): Explanation {
  const { dataset } = analysis;
  const kind = KINDS[discrepancy.kind];
  const facts = discrepancy.facts.map((id) => known(analysis.facts, id));
  const nameOf = (id: string) => known(dataset.subjects, id).name;
  const names = discrepancy.witnesses.map(nameOf);
  return {
    noun: "discrepancy",
    id: discrepancy.id,
    title: `${kind.title}: ${discrepancy.summary}`,
    sections: [
      ...facts.map((fact) => questionSection(analysis, fact)),
      {
        title: "What was found",
        lines: [
          line(1, `${kind.title}: ${lowerFirst(kind.summary)}`),
          line(1, `Severity: ${discrepancy.severity}. ${kind.severityRule}`),
          line(1, discrepancy.scope === "within" ? "Within one source." : "Between sources."),
          line(
            1,
            names.length === 1
              ? `All of its figures go back to one origin: ${names[0]}.`
              : `Its figures go back to ${names.length} origins: ${joinWords(names)}.`,
          ),
          ...discrepancy.sharedErrors.map(({ publishers, counted }) =>
            line(
              1,
              `The same error is printed by ${joinWords(publishers.map(nameOf))}, and counts as one witness: ${nameOf(counted)}.`,
            ),
          ),
          line(1, "The working:"),
          ...discrepancy.computation.map((step) => line(2, step)),
        ],
      },
      {
        title: `The claims it rests on (${discrepancy.claims.length})`,
        lines: discrepancy.claims.flatMap((claim) =>
          claimLines(analysis, claim, analysis.factOfClaim.get(claim.id) ?? null, discrepancy),
        ),
      },
      ...causeSections(analysis, [discrepancy]),
      verdictSection(discrepancy),
      ...facts.map((fact) => standingSection(analysis, fact)),
    ],
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function questionSection(analysis: Analysis, fact: Fact): ExplanationSection {
  const metric = known(analysis.dataset.metrics, fact.metric);
  const conditions = describeConditions(fact.conditions);
  return {
    title: "The question",
    lines: [
      line(1, describeFact(analysis.dataset, fact)),
      line(1, `fact ${fact.id}`),
      line(1, `${metric.name}, ${describeKindOfValue(metric.unit)}: ${metric.definition}`),
      ...(conditions === ""
        ? []
        : [line(1, `Compared only under the same conditions: ${conditions}.`)]),
      ...(metric.variesInTime
        ? [
            line(
              1,
              `Its answer changes with time; a stated value is presumed to hold for ${metric.steadyDays} days.`,
            ),
          ]
        : []),
    ],
  };
}

/** What a metric has for values: `in percent`, `a count`, `a date`. */
function describeKindOfValue(unit: UnitName): string {
  switch (unit) {
    case "count":
      return "a count";
    case "ratio":
      return "a ratio";
    case "date":
      return "a date";
    case "yes-no":
      return "yes or no";
    case "name":
      return "one of its registered values";
    default:
      return `in ${unit}`;
  }
}

/** The unit behind a figure; what is counted, or so many times another, has none. */
const unitBehind = (unit: UnitName): string =>
  unit === "count" || unit === "ratio" ? "" : ` ${unit}`;

function claimLines(
  analysis: Analysis,
  claim: Claim,
  fact: Fact | null,
  discrepancy?: Discrepancy,
): ExplanationLine[] {
  const { dataset } = analysis;
  const name = (id: string) => known(dataset.subjects, id).name;
  const standing = fact && analysis.standings.get(fact.id);
  const relation = standing ? relationToStanding(standing, claim) : null;
  const part = discrepancy
    ? [discrepancy.about.includes(claim) ? "  (in doubt)" : "  (shows it)"]
    : [];
  const said = [
    ...(claim.measuredBy === null ? [] : [`measured by ${name(claim.measuredBy)}`]),
    ...(claim.attributedTo === null ? [] : [`attributed to ${name(claim.attributedTo)}`]),
    `counted as a witness for ${name(originOf(dataset, claim))}`,
  ];
  return [
    line(1, `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)}${part.join("")}`),
    line(2, `claim ${claim.id}`),
    line(2, formatPlace(claim.place)),
    line(2, `${describeEvidence(claim.evidence)} (${claim.where})`),
    ...readingLines(claim),
    ...bindingLines(claim),
    line(
      2,
      `Time: ${describeTime(claim)}. Said by ${publisherName(dataset, claim)}, ${joinWords(said)}.`,
    ),
    ...(relation === null ? [] : [line(2, `Beside what stands: ${RELATIONS[relation]}.`)]),
  ];
}

const RELATIONS = {
  stands: "it carries the standing",
  agrees: "it agrees",
  rounds: "it agrees at its precision, and prints another figure",
  conflicts: "the two cannot both be right",
} as const;

function describeEvidence(evidence: Evidence): string {
  switch (evidence.form) {
    case "quote":
      return `Quote: “${evidence.quote.replaceAll("\n", " ")}”`;
    case "cell":
      return `Cell: row “${evidence.row}”, column “${evidence.column}”: “${evidence.text}”`;
    case "record":
      return `Record: ${evidence.copy}: ${evidence.seen}`;
    default:
      return evidence satisfies never;
  }
}

/** How the figure was read: from the printed digits and the word beside them to the values it stands for. */
function readingLines(claim: Claim): ExplanationLine[] {
  const { quantity, printedInterval, interval, unit } = claim;
  if (quantity === null || quantity.kind !== "number") return [];
  const qualifier = claim.qualifier === null ? "" : `, ${claim.qualifier}`;
  const printed =
    printedInterval === null
      ? ""
      : `: stands for ${formatInterval(printedInterval)}${unitBehind(unit)}`;
  const base = baseUnitOf(unit);
  const isSame =
    interval === null ||
    printedInterval === null ||
    formatInterval(interval) === formatInterval(printedInterval);
  return [
    line(2, `Read as ${quantity.printed}${unitBehind(unit)}${qualifier}${printed}.`),
    ...(isSame ? [] : [line(2, `Compared as ${formatInterval(interval)}${unitBehind(base)}.`)]),
  ];
}

function bindingLines(claim: Claim): ExplanationLine[] {
  const { binding, asWritten, statedConditions, conditions } = claim;
  const written = (["subject", "metric", "value", "unit"] as const).flatMap((field) =>
    asWritten[field] === null ? [] : [`${field} “${asWritten[field]}”`],
  );
  const added = Object.fromEntries(
    Object.entries(conditions).filter(([name]) => !Object.hasOwn(statedConditions, name)),
  );
  return [
    ...(written.length === 0 ? [] : [line(2, `As written: ${joinWords(written)}.`)]),
    ...(Object.keys(added).length === 0
      ? []
      : [line(2, `Not stated, and read as: ${describeConditions(added)}.`)]),
    line(
      2,
      binding.kind === "inferred"
        ? `Bound by inference: ${binding.reasons.join(" ")}`
        : binding.kind === "alias"
          ? "Bound to its subject and metric by a declared alias."
          : "Bound to its subject and metric by their own names.",
    ),
  ];
}

function standingSection(analysis: Analysis, fact: Fact): ExplanationSection {
  const { dataset } = analysis;
  const standing = known(analysis.standings, fact.id);
  const status = known(analysis.factStatuses, fact.id);
  const last = STANDING_RULES.findIndex(({ basis }) => basis === standing.basis);
  return {
    title: "What stands",
    lines: [
      line(1, `${describeStanding(dataset, standing)} (${standing.basis})`),
      ...STANDING_RULES.slice(0, last + 1).flatMap(({ basis, explanation }) => [
        line(1, `${basis === standing.basis ? "✓" : "✗"} ${basis}: ${lowerFirst(explanation)}`),
        line(
          2,
          basis === standing.basis ? chosen(analysis, standing) : refusal(analysis, fact, basis),
        ),
      ]),
      line(1, `Status: ${status}. ${STATUS_MEANINGS[status]}`),
    ],
  };
}

const carriers = (analysis: Analysis, claims: readonly Claim[]): string =>
  joinWords([
    ...new Set(
      claims.map(
        (claim) =>
          `${publisherName(analysis.dataset, claim)} (${describeValue(analysis.dataset, claim)})`,
      ),
    ),
  ]);

function chosen(analysis: Analysis, { shows, claims, refuted }: Standing): string {
  const named = carriers(analysis, claims);
  switch (shows) {
    case "figure":
      return `Chosen: ${named}.`;
    case "each":
      return `Chosen: each of these may stand: ${named}.`;
    case "range":
      return `Chosen: it lies among ${named}.`;
    case "none":
      return `Chosen: what ${carriers(analysis, refuted)} stated does not stand, and nothing else is stated.`;
    default:
      return shows satisfies never;
  }
}

/** Why a rule before the one that was chosen gave nothing. */
function refusal(analysis: Analysis, fact: Fact, basis: StandingBasis): string {
  const { dataset } = analysis;
  const { refuted } = known(analysis.standings, fact.id);
  const left = fact.claims.filter((claim) => !refuted.includes(claim));
  const claims = left.some(speaks) ? left.filter(speaks) : left;
  const origins = [...new Set(claims.map((claim) => originOf(dataset, claim)))].map(
    (id) => known(dataset.subjects, id).name,
  );
  switch (basis) {
    case "verdict": {
      const judged = (analysis.discrepanciesOfFact.get(fact.id) ?? []).filter(
        (discrepancy) => discrepancy.verdict !== null,
      );
      const [first] = judged;
      if (!first?.verdict) return "Refused: no verdict has been given.";
      if (!judged.some(hasFreshVerdict))
        return `Refused: the verdict of ${first.verdict.decided} judged other claims, so it is open again.`;
      if (judged.some((discrepancy) => discrepancy.verdict?.outcome === "both-stand"))
        return `The verdict of ${first.verdict.decided} lets each answer stand for its own time, so the latest are looked at.`;
      return refuted.length > 0
        ? `The verdict of ${first.verdict.decided} lets no figure stand of those it judged (${carriers(analysis, refuted)}), so the others are looked at.`
        : `Refused: the verdict of ${first.verdict.decided} (${first.verdict.outcome}) names no figure of this fact.`;
    }
    case "primary": {
      const primary = primaryClaims(dataset, { ...fact, claims: left });
      if (primary.length === 0) {
        const owner = known(dataset.subjects, known(dataset.subjects, fact.subject).owner).name;
        return known(dataset.metrics, fact.metric).kind === "score"
          ? "Refused: nobody states here, in a document of its own, what it measured itself."
          : `Refused: no document of ${owner} states it.`;
      }
      if (!primary.some((claim) => claims.includes(claim)))
        return `Refused: ${carriers(analysis, primary)} says that it does not say.`;
      return `Refused: it contradicts itself: ${carriers(analysis, primary)}.`;
    }
    case "agreement":
      if (origins.length < 2) return `Refused: all of it goes back to one origin, ${origins[0]}.`;
      return `Refused: there are ${origins.length} origins, and their figures share no value: ${carriers(analysis, claims)}.`;
    case "single":
      return origins.length > 1
        ? `Refused: there are ${origins.length} origins: ${joinWords(origins)}.`
        : `Refused: the claims of the one origin contradict one another: ${carriers(
            analysis,
            claims.filter((one) => claims.some((other) => !doAgree(one, other))),
          )}.`;
    case "disputed":
      return "";
    default:
      return basis satisfies never;
  }
}

/**
 * What each check computed here; with a claim, whether it is the claim that is in doubt. A statement that could not be computed again is
 * unchecked, and not found sound (decision 0012).
 */
function checksSection(
  analysis: Analysis,
  found: readonly Discrepancy[],
  claims: readonly Claim[],
  claim?: Claim,
): ExplanationSection {
  const quiet = DISCREPANCY_KINDS.filter((kind) => !found.some((one) => one.kind === kind));
  const unchecked = kindsNotComputed(analysis, claims).filter((kind) => quiet.includes(kind));
  const silent = quiet.filter((kind) => !unchecked.includes(kind));
  const titles = (kinds: readonly DiscrepancyKind[]) =>
    joinWords(kinds.map((kind) => KINDS[kind].title.toLowerCase()));
  return {
    title: "The checks",
    lines: [
      ...found.flatMap((discrepancy) => [
        line(
          1,
          `${KINDS[discrepancy.kind].title}, ${discrepancy.severity}: ${discrepancy.summary}`,
        ),
        line(2, `discrepancy ${discrepancy.id}`),
        ...(claim
          ? [
              line(
                2,
                discrepancy.about.includes(claim)
                  ? "This claim is one of those in doubt."
                  : "This claim is not in doubt; it shows that another one is.",
              ),
            ]
          : []),
        ...discrepancy.computation.map((step) => line(2, step)),
        ...verdictLines(discrepancy, 2),
      ]),
      line(
        1,
        `${quiet.length === DISCREPANCY_KINDS.length && unchecked.length === 0 ? "All checks" : "The other checks"} ran and found nothing here: ${titles(silent)}.`,
      ),
      ...(unchecked.length === 0
        ? []
        : [
            line(
              1,
              `Not checked, since no figures are stated from which it could be computed: ${titles(unchecked)}.`,
            ),
          ]),
    ],
  };
}

function causeSections(
  analysis: Analysis,
  discrepancies: readonly Discrepancy[],
): ExplanationSection[] {
  return discrepancies.flatMap((discrepancy) => {
    const causes = analysis.causes.get(discrepancy.id) ?? [];
    if (causes.length === 0) return [];
    const fitting = new Set<string>(causes.map(({ kind }) => kind));
    const others = HYPOTHESES.filter(
      ({ kind, explains }) => explains.includes(discrepancy.kind) && !fitting.has(kind),
    ).map(({ kind }) => CAUSES[kind].title.toLowerCase());
    return [
      {
        title: `Likely ${causes.length === 1 ? "cause" : "causes"} (${discrepancy.id})`,
        lines: [
          ...causes.flatMap(({ kind, support, claims, note }) => [
            line(1, `${CAUSES[kind].title} (${support}): ${note}`),
            ...claims.map((claim) => line(2, `rests on ${claim.id}`)),
          ]),
          ...(others.length === 0
            ? []
            : [
                line(
                  1,
                  `Considered as well, and found weaker or not to fit: ${joinWords(others)}.`,
                ),
              ]),
        ],
      },
    ];
  });
}

function verdictSection(discrepancy: Discrepancy): ExplanationSection {
  const lines = verdictLines(discrepancy, 1);
  return {
    title: "The verdict",
    lines:
      lines.length > 0
        ? lines
        : [
            line(
              1,
              `None yet. To give one, write verdicts/${discrepancy.id.replace("#", "/")}.yaml with judged: "${discrepancy.judged}".`,
            ),
          ],
  };
}

function verdictLines({ verdict, isStale, judged }: Discrepancy, depth: number): ExplanationLine[] {
  if (verdict === null) return [];
  const stands = verdict.stands.length === 0 ? "" : ` Stands: ${verdict.stands.join(", ")}.`;
  return [
    line(
      depth,
      `Verdict of ${verdict.decided}: ${verdict.outcome}. ${verdict.reason}${stands} Basis: ${verdict.basis.join(", ")}.`,
    ),
    ...(verdict.wouldSettle === null
      ? []
      : [line(depth, `What would settle it: ${verdict.wouldSettle}`)]),
    line(
      depth,
      isStale
        ? `Stale: it judged ${verdict.judged}, and the claims are ${judged} now, so it is open again.`
        : `Fresh: the claims are as they were judged (${judged}).`,
    ),
  ];
}
