/**
 * Authored files of invented sources, as many claims as asked for: dense enough that facts have several answers and
 * every check finds something. The same number gives the same files.
 */

const CLAIMS_PER_SOURCE = 250;
const MODELS = 200;
const BENCHMARKS = 50;

const organisation = (name: string) =>
  `name: "${name}"\nkind: organisation\ndescription: "An invented company."\n`;
const model = (name: string) =>
  `name: "${name}"\nkind: model\ndescription: "A model that nobody ever released."\n`;
const benchmark = (name: string, family: number) => `name: "${name}"
kind: score
family: family-${family}
unit: percent
better: higher
definition: "The share of invented tasks that are solved."
conditions: [subset, grader]
`;

/** A figure between 20 and 80; a few sources round it, a few get it wrong. */
function figure(fact: number, source: number): string {
  const tenths = 200 + ((fact * 7919) % 600);
  if (source % 11 === 0) return String(Math.round(tenths / 10));
  const printed = source % 13 === 0 ? tenths + 3 : tenths;
  return `${Math.floor(printed / 10)}.${printed % 10}`;
}

function source(number: number, claims: number): string {
  const head = `title: "Document ${number}"
kind: article
url: https://example.com/documents/${number}
published: "2026-01-${String((number % 28) + 1).padStart(2, "0")}"
accessed: "2026-02-01"
description: "An article that nobody ever wrote."
claims:
`;
  const body = Array.from({ length: claims }, (_, index) => {
    // Neighbouring sources speak of neighbouring facts, so that a fact has some ten answers.
    const fact = (number * 25 + index) % (MODELS * BENCHMARKS);
    const value = figure(fact, number);
    return `  claim-${index}:
    subject: acme/model-${fact % MODELS}
    metric: bench-${Math.floor(fact / MODELS)}
    value: "${value}"
    where: "Table ${index}"
    quote: |-
      reaches ${value}% in row ${index} of the table
`;
  });
  return head + body.join("");
}

/** The files of a dataset of so many claims, by path within the data folder. */
export function syntheticDataset(claims: number): Map<string, string> {
  const files = new Map<string, string>([["subjects/acme.yaml", organisation("Acme")]]);
  for (let index = 0; index < MODELS; index++) {
    files.set(`subjects/acme/model-${index}.yaml`, model(`Model ${index}`));
  }
  for (let index = 0; index < BENCHMARKS; index++) {
    files.set(`metrics/bench-${index}.yaml`, benchmark(`Bench ${index}`, index % 25));
  }
  for (let done = 0, number = 0; done < claims; done += CLAIMS_PER_SOURCE, number++) {
    const publisher = `publisher-${number % 40}`;
    files.set(`subjects/${publisher}.yaml`, organisation(`Publisher ${number % 40}`));
    files.set(
      `sources/${publisher}/document-${number}.yaml`,
      source(number, Math.min(CLAIMS_PER_SOURCE, claims - done)),
    );
  }
  return files;
}
