/**
 * Authored files of invented sources, as many claims as asked for: dense enough that facts have several answers and
 * every kind of statement is made. The same number gives the same files.
 */

const CLAIMS_PER_SOURCE = 250;
const BENCHMARKS = 50;
/** So many claims to a model that a fact has some ten answers, however many claims there are. */
const CLAIMS_PER_MODEL = 500;
const FEWEST_MODELS = 200;

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
const PRICE = `name: "Input price"
kind: price
family: price
unit: usd-per-million-tokens
better: lower
definition: "The list price of a million invented tokens."
varies-in-time: yes
steady-days: "31"
`;
const AVAILABILITY = `name: "Availability"
kind: availability
family: availability
unit: yes-no
better: neither
definition: "Whether it is offered."
varies-in-time: yes
`;
const RELEASE_DATE = `name: "Release date"
kind: date
family: release-date
unit: date
better: neither
definition: "The day of the release."
`;

const decimal = (tenths: number) => `${Math.floor(tenths / 10)}.${tenths % 10}`;

/** A figure between 20 and 80, in tenths. */
const tenthsOf = (fact: number) => 200 + ((fact * 7919) % 600);

/** The figure as a source prints it; a few sources round it, a few get it wrong. */
function figure(fact: number, source: number): string {
  const tenths = tenthsOf(fact);
  if (source % 11 === 0) return String(Math.round(tenths / 10));
  return decimal(source % 13 === 0 ? tenths + 3 : tenths);
}

interface Statement {
  readonly metric: string;
  readonly fields: readonly string[];
  readonly quote: string;
}

function levelOf(fact: number, source: number, bench: number): Statement {
  const value = figure(fact, source);
  return {
    metric: `bench-${bench}`,
    fields: [`value: "${value}"`],
    quote: `reaches ${value}% in its row of the table`,
  };
}

/** One of the statements that are no level of a benchmark, in turn. */
function otherOf(turn: number, fact: number, source: number, models: number): Statement {
  const bench = Math.floor(fact / models);
  const other = fact - (fact % models) + ((fact + 1) % models);
  const compared = `compared-with: acme/model-${other % models}`;
  switch (turn) {
    case 0: {
      const gap = tenthsOf(fact) - tenthsOf(other);
      const value = decimal(Math.abs(gap) + (source % 13 === 0 ? 7 : 0));
      return {
        metric: `bench-${bench}`,
        fields: [
          "measure: difference",
          compared,
          `direction: ${gap < 0 ? "down" : "up"}`,
          `value: "${value}"`,
        ],
        quote: `${value} points from the other one`,
      };
    }
    case 1:
      return {
        metric: `bench-${bench}`,
        fields: ["measure: relation", compared, "relation: beats"],
        quote: "beats the other one",
      };
    case 2: {
      const value = `${(fact % 9) + 1}.${source % 17 === 0 ? "25" : "00"}`;
      return { metric: "input-price", fields: [`value: "${value}"`], quote: `for $${value}` };
    }
    case 3: {
      const value = source % 19 === 0 ? "no" : "yes";
      return { metric: "availability", fields: [`value: "${value}"`], quote: "is offered to all" };
    }
    default: {
      const value = `2025-0${(fact % 9) + 1}-1${source % 23 === 0 ? 2 : 1}`;
      return { metric: "release-date", fields: [`value: "${value}"`], quote: `out on ${value}` };
    }
  }
}

/** Every so many claims one is no level of a benchmark. */
const OTHER_EVERY = 10;
/** How many sorts of those there are, and how many of them are about scores, which their source states beside them. */
const OTHERS = 5;
const ABOUT_SCORES = 2;

function source(number: number, claims: number, models: number): string {
  const head = `title: "Document ${number}"
kind: article
url: https://example.com/documents/${number}
published: "2026-01-${String((number % 28) + 1).padStart(2, "0")}"
accessed: "2026-02-01"
description: "An article that nobody ever wrote."
claims:
`;
  const body = Array.from({ length: claims }, (_, index) => {
    const isLevel = index % OTHER_EVERY !== OTHER_EVERY - 1;
    const turn = Math.floor(index / OTHER_EVERY) % OTHERS;
    // Neighbouring sources speak of neighbouring scores; prices, offers and dates are spread over the models.
    const step = isLevel || turn < ABOUT_SCORES ? 25 : 33;
    const fact = (number * step + index) % (models * BENCHMARKS);
    const { metric, fields, quote } = isLevel
      ? levelOf(fact, number, Math.floor(fact / models))
      : otherOf(turn, fact, number, models);
    return `  claim-${index}:
    subject: acme/model-${fact % models}
    metric: ${metric}
${fields.map((field) => `    ${field}\n`).join("")}    where: "Table ${index}"
    quote: |-
      ${quote}
`;
  });
  return head + body.join("");
}

/** The files of a dataset of so many claims, by path within the data folder. */
export function syntheticDataset(claims: number): Map<string, string> {
  const models = Math.max(FEWEST_MODELS, Math.ceil(claims / CLAIMS_PER_MODEL));
  const files = new Map<string, string>([
    ["subjects/acme.yaml", organisation("Acme")],
    ["metrics/input-price.yaml", PRICE],
    ["metrics/availability.yaml", AVAILABILITY],
    ["metrics/release-date.yaml", RELEASE_DATE],
  ]);
  for (let index = 0; index < models; index++) {
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
      source(number, Math.min(CLAIMS_PER_SOURCE, claims - done), models),
    );
  }
  return files;
}
