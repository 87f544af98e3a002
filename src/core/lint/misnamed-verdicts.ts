/** Verdicts whose path can name no discrepancy, whatever the claims say: found even where the data are too faulty to be analysed. */
import { DISCREPANCY_KINDS, isDiscrepancyKind } from "../checks/kinds.ts";
import type { Dataset, Verdict } from "../dataset/dataset.ts";
import type { Issue } from "../report/issue.ts";
import { proposeName } from "../report/near-name.ts";

/** @param faulty the files that have faults: what may stand in one of them is not judged */
export function misnamedVerdicts(dataset: Dataset, faulty: ReadonlySet<string>): Issue[] {
  const { subjects, metrics, sources } = dataset;
  const asked = new Set([...metrics.values()].flatMap(({ id, family }) => [id, family]));
  const isUndecided = (about: string) =>
    [...faulty].some((file) => {
      const id = /\/(?:subjects|metrics|sources)\/(.+)\.yaml$/.exec(file)?.[1];
      return id !== undefined && about.includes(id);
    });
  /** Whether it begins as a fact's id, with a subject and what is asked of it, or as a claim's, with its source. */
  const isKnown = (about: string) =>
    [...subjects.keys()].some((id) =>
      about.startsWith(`${id}/`)
        ? asked.has(about.slice(id.length + 1).split("/")[0] ?? "")
        : false,
    ) || [...sources.keys()].some((id) => about.startsWith(`${id}#`));
  return [...dataset.verdicts.values()].flatMap((verdict) => {
    const kind = verdict.discrepancy.split("/")[0] ?? "";
    const about = verdict.discrepancy.slice(kind.length + 1);
    if (!isDiscrepancyKind(kind)) {
      const next = proposeName(kind, DISCREPANCY_KINDS, "take the verdict out");
      return [orphan(verdict, `${kind} is no kind of discrepancy`, next)];
    }
    if (isKnown(about) || isUndecided(about)) return [];
    return [
      orphan(
        verdict,
        `no subject with such a metric, and no source, is called ${about}`,
        "Its path is <kind>/<fact> or <kind>/<claim>: correct the names in it, or take the verdict out.",
      ),
    ];
  });
}

const orphan = (verdict: Verdict, reason: string, next: string): Issue => ({
  ...verdict.place,
  rule: "orphan-verdict",
  severity: "error",
  written: verdict.discrepancy,
  message: `decides a discrepancy that does not exist: ${reason}`,
  next,
});
