/** Sources against facts: what each source answers to the questions that at least two of them answer. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { speaks } from "../../core/facts/silence.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareText } from "../../core/report/issue.ts";
import { STATUSES, type Status } from "../../core/verdicts/status.ts";
import { factPath, sourcePath } from "../addresses.ts";
import { type ClaimView, claimView, type Link } from "./claim.ts";
import { factSummary } from "./fact.ts";
import { modelOrder } from "./model-order.ts";

export interface MatrixAnswer {
  /** Which of the sources gives it. */
  readonly source: number;
  readonly claim: ClaimView;
  readonly status: Status;
  /** The claim of another source that it is laid beside: the one that stands, or one that differs. */
  readonly beside: ClaimView;
  /** How many more claims the source makes on it. */
  readonly more: number;
}

interface MatrixRow extends Link {
  /** One for each column, and at the end one for all sources without a column: what is answered there, nothing where all are silent. */
  readonly cells: readonly (readonly MatrixAnswer[])[];
}

interface MatrixFamily {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly MatrixRow[];
}

interface MatrixView {
  readonly facts: number;
  /** Those that answer most of the questions first. */
  readonly sources: readonly (Link & {
    readonly publisher: string;
    /** What tells it from the publisher's other documents: its date, or the title of an undated one. */
    readonly note: string;
  })[];
  /** How many of them, from the first, have a column of their own; the others share one. */
  readonly columns: number;
  /** Families of measures, those with most rows first. */
  readonly families: readonly MatrixFamily[];
}

/** What a reader should see first: a conflict before what agrees. */
const TELLING: readonly Status[] = ["conflicts", "open", "decided", "scope differs", "rounds"];

/** What fits beside one another on a wide screen: sources beyond share a column, so that no answer stands out of sight. */
const MOST_COLUMNS = 5;

export function matrixView(analysis: Analysis): MatrixView {
  const { dataset } = analysis;
  const answersOf = (fact: Fact) => fact.claims.filter(speaks);
  const sourcesOf = (fact: Fact) => new Set(answersOf(fact).map(({ source }) => source));
  const order = modelOrder(analysis);
  const facts = [...analysis.facts.values()]
    .filter((fact) => sourcesOf(fact).size > 1)
    .sort((one, other) => order(one.subject, other.subject) || compareText(one.id, other.id));
  const counts = new Map<string, number>();
  for (const fact of facts)
    for (const source of sourcesOf(fact)) counts.set(source, (counts.get(source) ?? 0) + 1);
  const sources = [...counts]
    .sort(([one, count], [other, others]) => others - count || compareText(one, other))
    .map(([id]) => id);
  const columns = sources.length > MOST_COLUMNS + 1 ? MOST_COLUMNS : sources.length;
  const families = new Map<string, MatrixRow[]>();
  for (const fact of facts) {
    const { family } = known(dataset.metrics, fact.metric);
    const rows = families.get(family) ?? [];
    rows.push({
      text: factSummary(analysis, fact).title,
      path: factPath(fact.id),
      cells: cellsOf(
        sources.map((source, index) => answerOf(analysis, fact, answersOf(fact), source, index)),
        columns,
      ),
    });
    families.set(family, rows);
  }
  return {
    facts: facts.length,
    columns,
    sources: sources.map((id) => {
      const { publisher, published, title } = known(dataset.sources, id);
      return {
        text: title,
        path: sourcePath(id),
        publisher: known(dataset.subjects, publisher).name,
        note: published ? formatDate(published) : title,
      };
    }),
    families: [...families]
      .map(([id, rows]) => ({ id, label: familyLabel(analysis, id), rows }))
      .sort(
        (one, other) => other.rows.length - one.rows.length || compareText(one.label, other.label),
      ),
  };
}

function cellsOf(answers: readonly (MatrixAnswer | null)[], columns: number): MatrixAnswer[][] {
  const given = (some: readonly (MatrixAnswer | null)[]) => some.filter((each) => each !== null);
  const own = answers.slice(0, columns).map((answer) => given([answer]));
  return columns === answers.length ? own : [...own, given(answers.slice(columns))];
}

function answerOf(
  analysis: Analysis,
  fact: Fact,
  claims: readonly Claim[],
  source: string,
  index: number,
): MatrixAnswer | null {
  const statusOf = ({ id }: Claim) => analysis.claimStatuses.get(id) ?? "single";
  const rankOf = (claim: Claim) => {
    const rank = TELLING.indexOf(statusOf(claim));
    return rank === -1 ? STATUSES.length : rank;
  };
  const tellingFirst = (one: Claim, other: Claim) => rankOf(one) - rankOf(other);
  const own = claims.filter((claim) => claim.source === source).sort(tellingFirst);
  const [claim] = own;
  if (!claim) return null;
  const standing = known(analysis.standings, fact.id).claims;
  const others = claims.filter((other) => other.source !== source);
  const stands = others.find((other) => standing.includes(other));
  // Beside what stands itself the reader wants to see who says otherwise.
  const beside = (standing.includes(claim) ? undefined : stands) ?? others.sort(tellingFirst)[0];
  if (!beside) return null;
  return {
    source: index,
    claim: claimView(analysis, claim),
    status: statusOf(claim),
    beside: claimView(analysis, beside),
    more: own.length - 1,
  };
}

/** A family is named after its leading metric, or what the names of its metrics begin with; otherwise its id has to do. */
function familyLabel({ dataset }: Analysis, family: string): string {
  const leading = dataset.metrics.get(family);
  if (leading) return leading.name;
  const names = [...dataset.metrics.values()]
    .filter((metric) => metric.family === family)
    .map(({ name }) => name.split(" "));
  const [first = []] = names;
  const differs = first.findIndex((word, at) => names.some((name) => name[at] !== word));
  const shared = differs === -1 ? first : first.slice(0, differs);
  const words = family.replaceAll("-", " ");
  return shared.length > 0 ? shared.join(" ") : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
