/**
 * `npm run bench`: how long core takes from text in memory to every finding, how that grows, and how much memory it needs.
 * A full check is the dataset, its facts and standings, every check, and the status of every fact and claim. What no check
 * reads (the words of findings, their witnesses and likely causes, the hash of the files) is worked out when somebody asks for it, and
 * each of these, for all findings together, stands in a line of its own.
 * `-- --claims 10000,100000 --runs 3`. Beside the seconds of the clock stand those of the processor, all threads of the
 * garbage collector included, which a machine that does other things at the same time hardly lengthens.
 */
import { parseArgs } from "node:util";
import { Bench } from "tinybench";
import { type Analysis, analyse } from "../core/analysis.ts";
import { DISCREPANCY_KINDS } from "../core/checks/kinds.ts";
import { CHECKS } from "../core/checks/registry.ts";
import { parseAuthoredFile } from "../core/dataset/authored-file.ts";
import { buildDataset, type DatasetResult, schemaOf } from "../core/dataset/build-dataset.ts";
import { checkScalarStyles } from "../core/dataset/scalar-styles.ts";
import { groupFacts } from "../core/facts/fact.ts";
import { standingOf } from "../core/verdicts/standing.ts";
import { syntheticDataset } from "./synthetic-dataset.ts";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "10000,100000,1000000" },
    runs: { type: "string", default: "1" },
  },
});
const runs = Number(values.runs);

/** What is worked out on demand, and every stage by itself, is measured up to this size: all of it would have to be held at once. */
const MOST_IN_DETAIL = 200_000;

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** Run stages one after another, each as often as asked for; a later one may use what an earlier one made. */
async function measure(stages: readonly (readonly [string, () => void])[]): Promise<Measured[]> {
  const bench = new Bench({ iterations: runs, time: 0, warmup: false });
  const processor = new Map<string, number>();
  for (const [name, run] of stages) {
    // Told that a stage is no promise, the library does not run it once more to find that out.
    bench.add(
      name,
      () => {
        const before = process.cpuUsage();
        run();
        const { user, system } = process.cpuUsage(before);
        processor.set(name, (processor.get(name) ?? 0) + (user + system) / 1e6);
      },
      { async: false },
    );
  }
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) throw new Error(`${name} was not measured: ${result.state}`);
    return {
      name,
      seconds: result.latency.mean / 1000,
      processorSeconds: (processor.get(name) ?? 0) / runs,
    };
  });
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
const print = ({ name, seconds, processorSeconds }: Measured, indent = "") =>
  console.log(
    `${(indent + name).padEnd(34)}${seconds.toFixed(2).padStart(8)} s${processorSeconds.toFixed(2).padStart(10)} s`,
  );

for (const size of values.claims.split(",").map(Number)) {
  const files = syntheticDataset(size);
  let loaded: DatasetResult | undefined;
  let analysis: Analysis | undefined;
  const whole = await measure([
    [
      "buildDataset: text to dataset",
      () => {
        loaded = buildDataset(files);
      },
    ],
    [
      "analyse: dataset to statuses",
      () => {
        if (loaded) analysis = analyse(loaded.dataset);
      },
    ],
  ]);
  if (!loaded || !analysis) throw new Error("The engine did not run.");
  const { dataset, issues } = loaded;
  const { discrepancies } = analysis;
  const peak = process.resourceUsage().maxRSS * 1024;
  const { heapUsed } = process.memoryUsage();
  const seconds = whole.reduce((sum, stage) => sum + stage.seconds, 0);
  const processorSeconds = whole.reduce((sum, stage) => sum + stage.processorSeconds, 0);

  console.log(
    `\n${dataset.claims.size} claims in ${files.size} files, ${analysis.facts.size} facts, ${issues.length} faults, ${discrepancies.size} discrepancies`,
  );
  console.log(`${"".padEnd(34)}${"clock".padStart(10)}${"processor".padStart(12)}`);
  for (const stage of whole) print(stage);
  print({ name: "full check", seconds, processorSeconds });
  console.log(
    `${Math.round(size / seconds)} claims a second by the clock, ${Math.round(size / processorSeconds)} by the processor; ${megabytes(heapUsed)} of heap in use, ${megabytes(peak)} resident at most`,
  );
  if (size > MOST_IN_DETAIL) {
    console.log("so many claims are measured as a whole only");
    continue;
  }
  const { causes } = analysis;
  const onDemand = await measure([
    [
      "words of findings, all of them",
      () => {
        for (const { summary, computation } of discrepancies.values())
          if (summary === "" || computation.length === 0)
            throw new Error("A finding says nothing.");
      },
    ],
    [
      "witnesses, all of them",
      () => {
        for (const { witnesses } of discrepancies.values())
          if (witnesses.length === 0) throw new Error("A finding has no witness.");
      },
    ],
    [
      "likely causes, all of them",
      () => {
        for (const id of discrepancies.keys()) causes.get(id);
      },
    ],
    [
      "hash of the files",
      () => {
        if (dataset.hash === "") throw new Error("The dataset has no hash.");
      },
    ],
  ]);
  console.log("beside the full check, worked out when somebody asks");
  for (const stage of onDemand) print(stage, "  ");

  // Each stage by itself; what the two need beside these is resolving claims, and putting results together.
  const facts = groupFacts(dataset);
  const standings = new Map(
    [...facts.values()].map((fact) => [fact.id, standingOf(dataset, fact)] as const),
  );
  const context = { dataset, facts, standings };
  const authored = [...files].flatMap(([path, text]) => {
    const schema = schemaOf(path);
    return schema ? [{ path, text, schema }] : [];
  });
  const parsed = authored.map(({ path, text, schema }) => ({
    file: parseAuthoredFile(path, text),
    schema,
  }));
  const stages = await measure([
    [
      "read the YAML",
      () => {
        for (const { path, text } of authored) parseAuthoredFile(path, text);
      },
    ],
    [
      "check quoting",
      () => {
        for (const { file, schema } of parsed) checkScalarStyles(file, schema);
      },
    ],
    [
      "check against the schemas",
      () => {
        for (const { file, schema } of parsed) schema.safeParse(file.value);
      },
    ],
    [
      "group claims by fact",
      () => {
        groupFacts(dataset);
      },
    ],
    [
      "standings",
      () => {
        for (const fact of facts.values()) standingOf(dataset, fact);
      },
    ],
    ...DISCREPANCY_KINDS.map(
      (kind) =>
        [
          `check ${kind}`,
          () => {
            CHECKS[kind].run(context);
          },
        ] as const,
    ),
  ]);
  console.log("of this");
  for (const stage of stages) print(stage, "  ");
}
