/**
 * `npm run measure -- --declare` draws known errors from the dataset by a seed and writes them down; `npm run measure` puts them in, one at a
 * time, and writes what the engine made of each. Two steps, so that the errors are on record before anything is known of the answers.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Measurement, tally } from "../core/mutations/measure.ts";
import { MUTATIONS } from "../core/mutations/mutation.ts";
import { type Declaration, declaration, results } from "../core/mutations/record.ts";
import { readDataFolder } from "./data-folder.ts";
import { projectRoot } from "./project-root.ts";

const COUNT = 200;
const SEED = 20_250_414;

const { values } = parseArgs({
  options: {
    declare: { type: "boolean", default: false },
    missed: { type: "boolean", default: false },
  },
});
const folder = join(projectRoot, "src", "measurement");
const declaredFile = join(folder, "declared.json");
const resultsFile = join(folder, "results.json");
const write = (file: string, content: unknown) =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);

const measurement = new Measurement(readDataFolder(join(projectRoot, "src", "data")));
const dataset = measurement.hash;

if (values.declare) {
  const mutations = measurement.draw(SEED, COUNT);
  mkdirSync(folder, { recursive: true });
  write(declaredFile, declaration({ dataset, seed: SEED, mutations }));
  console.log(
    `Declared ${mutations.length} errors. Commit src/measurement/declared.json, then: npm run measure`,
  );
} else if (!existsSync(declaredFile)) {
  console.error("No errors are declared. First: npm run measure -- --declare");
  process.exitCode = 1;
} else {
  const declared = JSON.parse(readFileSync(declaredFile, "utf8")) as Declaration;
  if (declared.dataset !== dataset) {
    console.error(
      "The errors were declared for another state of the dataset. Declare them anew: npm run measure -- --declare",
    );
    process.exitCode = 1;
  } else {
    const outcomes = declared.mutations.map((mutation) => ({
      mutation,
      outcome: measurement.run(mutation),
    }));
    const counts = tally(outcomes);
    const { claims, unchecked } = measurement.unchecked();
    write(
      resultsFile,
      results({
        dataset,
        seed: declared.seed,
        claims,
        unchecked,
        tally: counts,
        outcomes: outcomes.map(({ mutation, outcome: { foundAs, isRight } }) => ({
          claim: mutation.claim,
          foundAs,
          isRight,
        })),
      }),
    );
    for (const { kind, injected, found, right } of counts)
      console.log(
        `${MUTATIONS[kind].title}: ${injected} put in, ${found} found, ${right} named rightly`,
      );
    console.log(`${unchecked} of ${claims} claims have none that bears on them.`);
    if (values.missed)
      for (const { mutation, outcome } of outcomes)
        if (!outcome.isRight)
          console.log(
            `${mutation.kind} ${mutation.claim}: ${mutation.note}: ${outcome.foundAs.join(", ") || "not found"}`,
          );
  }
}
