/**
 * Rules across files: every reference resolves, no name means two things, nothing repeats itself.
 * References out of claims are checked where claims are resolved.
 */
import type { Issue, RuleName } from "../report/issue.ts";
import { proposeName } from "../report/near-name.ts";
import type { Alias } from "../schema/reading.ts";
import type { AuthoredFile } from "./authored-file.ts";
import type { Dataset } from "./dataset.ts";

/**
 * @param fileOf authored files by `<kind>/<id>`
 * @param faulty files that have faults already: what refers to a record in one of them is not reported again
 * @param root how the data folder is called in reports
 */
export function checkReferences(
  dataset: Dataset,
  fileOf: (record: string) => AuthoredFile | undefined,
  faulty: ReadonlySet<string>,
  root: string,
): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (rule, owner, path, message, next) => {
    const file = fileOf(owner);
    if (!file) return;
    issues.push({
      ...file.placeOf(path),
      rule,
      severity: "error",
      written: file.writtenAt(path),
      message,
      next,
    });
  };
  const isFaulty = (kind: string, id: string) =>
    [...faulty].some((path) => path.endsWith(`/${kind}/${id}.yaml`));
  const need = (
    map: ReadonlyMap<string, unknown>,
    kind: "subjects" | "metrics" | "sources",
    id: string | null,
    owner: string,
    path: readonly PropertyKey[],
  ) => {
    if (id === null || map.has(id) || isFaulty(kind, id)) return;
    const noun = kind.slice(0, -1);
    report(
      "unknown-reference",
      owner,
      path,
      `no ${noun} ${id} is registered`,
      proposeName(id, map.keys(), `add ${root}/${kind}/${id}.yaml`),
    );
  };

  checkNames("subjects", dataset.subjects, report);
  checkNames("metrics", dataset.metrics, report);
  for (const subject of dataset.subjects.values()) {
    need(dataset.subjects, "subjects", subject.family, `subjects/${subject.id}`, ["family"]);
    need(dataset.subjects, "subjects", subject.owner, `subjects/${subject.id}`, []);
  }
  for (const metric of dataset.metrics.values()) {
    const owner = `metrics/${metric.id}`;
    const needMetric = (id: string | null, path: readonly PropertyKey[]) =>
      need(dataset.metrics, "metrics", id, owner, path);
    needMetric(metric.followsFrom?.of.metric ?? null, ["follows-from", "of"]);
    needMetric(metric.followsFrom?.against?.metric ?? null, ["follows-from", "against"]);
    for (const [index, part] of (metric.mixOf ?? []).entries()) needMetric(part, ["mix-of", index]);
    needMetric(metric.proportionalTo, ["proportional-to"]);
    for (const [index, upper] of metric.neverAbove.entries())
      needMetric(upper, ["never-above", index]);
    if (metric.covers === null || metric.covers === "all-scores") continue;
    for (const [index, covered] of metric.covers.entries()) {
      need(dataset.metrics, "metrics", covered, `metrics/${metric.id}`, ["covers", index]);
    }
  }
  for (const source of dataset.sources.values()) {
    const owner = `sources/${source.id}`;
    need(dataset.subjects, "subjects", source.publisher, owner, []);
    for (const [index, repeated] of source.repeats.entries()) {
      need(dataset.sources, "sources", repeated.source, owner, ["repeats", index, "source"]);
      if (repeatsItself(dataset, source.id, repeated.source)) {
        report(
          "repeats-cycle",
          owner,
          ["repeats", index, "source"],
          `${source.id} repeats ${repeated.source}, which repeats it in turn`,
          "Of two documents only the later can repeat the earlier; take one entry out.",
        );
      }
    }
    for (const claim of source.claims) {
      for (const [index, search] of (claim.quotation?.lookedFor ?? []).entries()) {
        need(dataset.sources, "sources", search.source, owner, [
          "claims",
          claim.key,
          "quotation",
          "looked-for",
          index,
          "source",
        ]);
      }
      const target = claim.retired?.movedTo;
      const isTargetFaulty = isFaulty("sources", target?.split("#")[0] ?? "");
      if (target && !dataset.claims.has(target) && !isTargetFaulty) {
        report(
          "unknown-reference",
          owner,
          ["claims", claim.key, "retired", "moved-to"],
          `no claim ${target} stands in the dataset`,
          proposeName(target, dataset.claims.keys(), "name the claim that takes its place"),
        );
      }
    }
  }
  for (const release of dataset.releases.values()) {
    const owner = `releases/${release.id}`;
    need(dataset.subjects, "subjects", release.organisation, owner, ["organisation"]);
    need(dataset.sources, "sources", release.primary, owner, ["primary"]);
    for (const [index, subject] of release.subjects.entries())
      need(dataset.subjects, "subjects", subject, owner, ["subjects", index]);
  }
  for (const verdict of dataset.verdicts.values()) {
    for (const field of ["stands", "basis"] as const) {
      for (const [index, id] of verdict[field].entries()) {
        if (dataset.claims.has(id) || isFaulty("sources", id.split("#")[0] ?? "")) continue;
        report(
          "unknown-reference",
          `verdicts/${verdict.discrepancy}`,
          [field, index],
          `no claim ${id} stands in the dataset`,
          proposeName(id, dataset.claims.keys(), "name a claim that exists"),
        );
      }
    }
    const basis = verdict.basis.map((id) => dataset.claims.get(id));
    if (basis.length > 0 && basis.every((claim) => claim?.evidence.form === "record")) {
      report(
        "record-only-verdict",
        `verdicts/${verdict.discrepancy}`,
        ["basis"],
        "rests only on records of stored copies whose text we do not hold",
        "Add a claim with a quote or a cell to the basis, or make the outcome open.",
      );
    }
  }
  return issues;
}

type Report = (
  rule: RuleName,
  owner: string,
  path: readonly PropertyKey[],
  message: string,
  next: string,
) => void;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
}

/** Canonical names first, then aliases, so that the result does not depend on the order of files. */
function checkNames(
  kind: "subjects" | "metrics",
  records: ReadonlyMap<string, Named>,
  report: Report,
): void {
  const owners = new Map<string, string>();
  for (const { id, name } of records.values()) {
    const other = owners.get(name);
    if (other !== undefined)
      report(
        "ambiguous-alias",
        `${kind}/${id}`,
        ["name"],
        `"${name}" already names ${other}`,
        "Give one of the two another name.",
      );
    else owners.set(name, id);
  }
  for (const { id, aliases } of records.values()) {
    for (const [index, alias] of aliases.entries()) {
      const other = owners.get(alias.name);
      if (other !== undefined && other !== id && alias.inferred === undefined) {
        report(
          "ambiguous-alias",
          `${kind}/${id}`,
          ["aliases", index, "name"],
          `"${alias.name}" already names ${other}`,
          "A name means one thing; where sources use it for two, add inferred: with the reason for this reading.",
        );
      }
      if (other === undefined) owners.set(alias.name, id);
    }
  }
}

/** Whether following `repeats` from a source leads back to where it began. */
function repeatsItself(dataset: Dataset, start: string, first: string): boolean {
  const seen = new Set<string>();
  const queue = [first];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(dataset.sources.get(id)?.repeats.map((repeated) => repeated.source) ?? []));
  }
  return false;
}
