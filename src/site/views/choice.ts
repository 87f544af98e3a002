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
  /** The words with which the names of all tasks begin, said once above them: `Recommended for`; empty where they share none. */
  readonly heading: string;
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
  const tasks = metrics
    .map((metric) => ({
      task: { text: metric.name, path: metricPath(metric.id) },
      cells: release.subjects.map((subject) => cellOf(metric.id, subject)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
  const heading = sharedBeginning(tasks.map(({ task }) => task.text));
  return {
    title: release.title,
    subjects: release.subjects.map((id) => subjectLink(analysis, id)),
    heading,
    tasks: tasks.map(({ task, cells }) => ({
      task: { ...task, text: upperFirst(task.text.slice(heading.length).trim()) },
      cells,
    })),
  };
}

/** The whole words that several names begin with, of which each has a further word; empty where there are none. */
function sharedBeginning(names: readonly string[]): string {
  const [first = [], ...others] = names.map((name) => name.split(" "));
  if (others.length === 0) return "";
  const shortest = Math.min(...names.map((name) => name.split(" ").length));
  const differs = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  return first.slice(0, Math.min(differs === -1 ? first.length : differs, shortest - 1)).join(" ");
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
