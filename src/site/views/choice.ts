/** Which member of a release which source recommends for which task. */
import type { Analysis } from "../../core/analysis.ts";
import type { Release } from "../../core/dataset/dataset.ts";
import { joinWords, publisherName } from "../../core/facts/describe.ts";
import { factPath, metricPath } from "../addresses.ts";
import { type Link, subjectLink } from "./claim.ts";

/** The family of the metrics that ask for what a subject is recommended. */
export const USES = "uses";

interface ChoiceCell {
  readonly path: string;
  /** Who recommends it, and who advises against it. */
  readonly text: string;
}

export interface ChoiceView {
  readonly title: string;
  readonly subjects: readonly Link[];
  readonly tasks: readonly {
    readonly task: Link;
    /** One for each subject; null where no source says anything. */
    readonly cells: readonly (ChoiceCell | null)[];
  }[];
}

export function choiceView(analysis: Analysis, release: Release): ChoiceView {
  const facts = [...analysis.facts.values()];
  const metrics = [...analysis.dataset.metrics.values()].filter(({ family }) => family === USES);
  const cellOf = (metric: string, subject: string): ChoiceCell | null => {
    const fact = facts.find(
      (each) => each.metric === metric && each.subject === subject && each.measure === "level",
    );
    if (!fact) return null;
    const saying = (value: string) =>
      joinWords([
        ...new Set(
          fact.claims
            .filter((claim) => claim.quantity?.printed === value)
            .map((claim) => publisherName(analysis.dataset, claim)),
        ),
      ]);
    const [yes, no] = [saying("yes"), saying("no")];
    const parts = [yes, no === "" ? "" : `not according to ${no}`].filter((part) => part !== "");
    return { path: factPath(fact.id), text: parts.join("; ") };
  };
  return {
    title: release.title,
    subjects: release.subjects.map((id) => subjectLink(analysis, id)),
    tasks: metrics
      .map((metric) => ({
        task: { text: metric.name, path: metricPath(metric.id) },
        cells: release.subjects.map((subject) => cellOf(metric.id, subject)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
}
