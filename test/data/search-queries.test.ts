import { describe, expect, test } from "vitest";
import { createClaimSearch } from "../../src/core/columns/search-claims.ts";
import { searchColumns } from "../../src/site/views/search.ts";
import { liveAnalysis } from "./live-dataset.ts";

// What readers type, and what must be among the first three answers: a page of the registry, or a claim of this
// subject and metric. The columns answer these before any text index has arrived.

const columns = searchColumns(liveAnalysis());
const search = createClaimSearch(columns);

/** The first answers as `<kind> <id>` for names and `<subject> <metric>` for claims, as the search lists them. */
function firstAnswers(query: string): { names: string[]; claims: string[] } {
  const { names, claims } = search(query);
  return {
    names: names.slice(0, 3).map(({ kind, record }) => `${kind} ${record.id}`),
    claims: claims.slice(0, 3).map(({ row }) => {
      const subject = columns.subjects[columns.claims.subject[row] ?? -1]?.id;
      const metric = columns.metrics[columns.claims.metric[row] ?? -1]?.id;
      return `${subject} ${metric}`;
    }),
  };
}

const NAMES: readonly (readonly [query: string, answer: string])[] = [
  ["SWE-bench Verified", "metric swe-bench-verified"],
  ["SWE bench", "metric swe-bench-verified"],
  ["swe-bench", "metric swe-bench-verified"],
  ["SWE-bench Multilingual", "metric swe-bench-multilingual"],
  ["MMLU", "metric mmlu"],
  ["Multilingual MMLU", "metric multilingual-mmlu"],
  ["gpqa", "metric gpqa-diamond"],
  ["Mr. HRE", "metric openai-mrcr"],
  ["Video MMMU", "metric video-mmmu"],
  ["MultiChallenge", "metric multichallenge"],
  ["Multi Challenge", "metric multichallenge"],
  ["context window", "metric context-window"],
  ["blended price", "metric blended-price"],
  ["knowledge cutoff", "metric knowledge-cutoff"],
  ["GPT-4.1", "subject openai/gpt-4.1"],
  ["gpt 4.1 nano", "subject openai/gpt-4.1-nano"],
  ["GPT-4.0", "subject openai/gpt-4o"],
  ["gpt-4o mini", "subject openai/gpt-4o-mini"],
  ["o3-mini", "subject openai/o3-mini"],
  ["Gemini 2.5 Pro", "subject google/gemini-2.5-pro"],
  ["claude 3.7", "subject anthropic/claude-3.7-sonnet"],
  ["Sam Atlman", "subject openai/sam-altman"],
  ["Briefly Global", "source briefly-global/gpt-4-1-performance-leap"],
  ["Educative", "source educative/2025-04-17-gpt-4-1"],
];

const CLAIMS: readonly (readonly [query: string, answer: string])[] = [
  ["54.6", "openai/gpt-4.1 swe-bench-verified"],
  ["54.6%", "openai/gpt-4.1 swe-bench-verified"],
  ["54.9", "openai/gpt-4.1 swe-bench-verified"],
  ["$0.12", "openai/gpt-4.1-nano blended-price"],
  ["12 cents", "openai/gpt-4.1-nano blended-price"],
  ["$1.84", "openai/gpt-4.1 blended-price"],
  ["128K", "openai/gpt-4o context-window"],
  ["1,047,576", "openai/gpt-4.1 context-window"],
  ["14 July 2025", "openai/gpt-4.5 shutdown-date"],
  ["2025-07-14", "openai/gpt-4.5 shutdown-date"],
  ["86.1", "openai/gpt-4.1 multichallenge"],
  ["52.1%", "openai/gpt-4.1 swe-bench-verified"],
  ["nano input price", "openai/gpt-4.1-nano input-price"],
  ["GPT-4.1 mini MMLU", "openai/gpt-4.1-mini mmlu"],
  ["gpt-4o swe-bench", "openai/gpt-4o swe-bench-verified"],
  ["Briefly Global GPT-4.1 nano", "openai/gpt-4.1-nano input-price"],
  ["GPT-4.1 nano 0.12", "openai/gpt-4.1-nano blended-price"],
  ["claude 3.7 62.3", "anthropic/claude-3.7-sonnet swe-bench-verified"],
];

describe("a name finds its page under every spelling", () => {
  test.each(NAMES)("%s", (query, answer) => {
    expect(firstAnswers(query).names).toContain(answer);
  });
});

describe("a figure, or names together, find their claims", () => {
  test.each(CLAIMS)("%s", (query, answer) => {
    expect(firstAnswers(query).claims).toContain(answer);
  });
});

test.each(["Claude 9 Ultra", "54.8", "SWE-bench 99.9"])("%s finds no claim", (query) => {
  expect(search(query).claims.filter(({ figure }) => figure === "equal")).toEqual([]);
});

test("a benchmark and a model find every claim of both, and none of another model", () => {
  const wanted = [...liveAnalysis().dataset.claims.values()].filter(
    ({ subject, metric }) => subject === "openai/gpt-4.1" && metric === "swe-bench-verified",
  );
  expect(search("GPT-4.1 SWE-bench Verified").claims).toHaveLength(wanted.length);
});
