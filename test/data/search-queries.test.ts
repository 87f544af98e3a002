import { expect, test } from "vitest";
import { formatExplorerState } from "../../src/core/columns/explorer-state.ts";
import { explorerStateFor } from "../../src/core/columns/search-address.ts";
import { createClaimSearch } from "../../src/core/columns/search-claims.ts";
import { searchColumns } from "../../src/site/views/search.ts";
import { liveAnalysis } from "./live-dataset.ts";

// What readers type, and what must be among the first three answers of its group: the page of a name, a claim of this subject and metric
// (and source), or a discrepancy. The columns answer these before any text index has arrived; queries whose answer is prose are asked of the
// built site, in `test/browser/search.test.ts`.

const columns = searchColumns(liveAnalysis());
const search = createClaimSearch(columns);

/** As the search lists them: `<kind> <id>` for names, `<subject> <metric> <source>` for claims, ids for discrepancies. */
function firstAnswers(query: string): string[] {
  const { names, claims, discrepancies } = search(query);
  return [
    ...names.slice(0, 3).map(({ kind, record }) => `${kind} ${record.id}`),
    ...claims.slice(0, 3).map(({ row }) => {
      const { subject, metric, source } = columns.claims;
      return [
        columns.subjects[subject[row] ?? -1]?.id,
        columns.metrics[metric[row] ?? -1]?.id,
        columns.sources[source[row] ?? -1]?.id,
      ].join(" ");
    }),
    ...discrepancies.slice(0, 3).map((position) => {
      const { kind, of } = columns.discrepancies;
      return `${columns.kinds[kind[position] ?? -1]?.id}/${of[position]}`;
    }),
  ];
}

/** What a claim's answer begins with, so that a query may leave its source open. */
const QUERIES: readonly (readonly [query: string, answer: string])[] = [
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
  ["GPT-4", "subject openai/gpt-4"],
  ["4.1 nano", "subject openai/gpt-4.1-nano"],
  ["4o", "subject openai/gpt-4o"],
  ["sonnet", "subject anthropic/claude-3.7-sonnet"],
  ["gemni", "subject google/gemini-2.5-pro"],
  ["gtp-4.1", "subject openai/gpt-4.1"],
  ["multichalenge", "metric multichallenge"],
  ["knowlege cutoff", "metric knowledge-cutoff"],
  ["swe-bnech verified", "metric swe-bench-verified"],
  ["educativ", "source educative/2025-04-17-gpt-4-1"],
  ["aider polyglot", "metric aider-polyglot"],
  ["tau bench retail", "metric tau-bench-retail"],
  ["needle in a haystack", "metric needle-in-a-haystack"],
  ["latency", "metric latency"],
  ["prices", "family price"],
  ["unit misuse", "discrepancy unit-misuse"],
  ["0.12", "openai/gpt-4.1-nano input-price briefly-global"],
  ["1M", "openai/gpt-4.1 context-window"],
  ["1,000,000", "openai/gpt-4.1 context-window"],
  ["3x", "openai/gpt-4.1 openai-mrcr briefly-global"],
  ["+10.5 points", "openai/gpt-4.1 multichallenge"],
  ["14 April 2025", "openai/gpt-4.1 release-date"],
  ["2025-04-14", "openai/gpt-4.1 release-date"],
  ["28 April 2025", "openai/gpt-4.1 release-date briefly-global"],
  ["nano 0.12", "openai/gpt-4.1-nano input-price briefly-global"],
  ["swe-bench 54.6", "openai/gpt-4.1 swe-bench-verified"],
  ["54", "openai/gpt-4o gpqa-diamond"],
  ["aider 52.9", "openai/gpt-4.1 aider-polyglot aider"],
  ["who says 0.12", "openai/gpt-4.1-nano input-price briefly-global"],
  ["who says gpt-4.1 costs $2", "openai/gpt-4.1 input-price"],
  ["what did Briefly Global say about nano", "openai/gpt-4.1-nano input-price briefly-global"],
  ["what does Educative claim about MMLU", "openai/gpt-4.1 mmlu educative"],
  ["when was gpt-4.1 released", "openai/gpt-4.1 release-date"],
  ["when will gpt-4.5 shut down", "openai/gpt-4.5 shutdown-date"],
  ["how much does nano cost", "openai/gpt-4.1-nano input-price"],
  ["which model has the highest swe-bench score", "metric swe-bench-verified"],
  ["how fast is nano", "openai/gpt-4.1-nano speed"],
  ["conflicts about price", "value-conflict/openai/gpt-4.1-nano/input-price"],
  [
    "who disagrees on SWE-bench",
    "ordering-conflict/briefly-global/gpt-4-1-performance-leap#swe-bench-dominates",
  ],
  ["conflicts about multichallenge", "value-conflict/openai/gpt-4.1/multichallenge/grader-gpt-4o"],
  ["date conflicts", "date-conflict/openai/gpt-4.1-mini/release-date"],
  ["who disagrees on the release of gpt-4.1", "date-conflict/openai/gpt-4.1/release-date"],
  ["anachronism", "discrepancy anachronism"],
];

/** The share of queries that must be answered; a new figure may move an answer to fourth place. */
const AIM = 0.95;

test("what readers type has its answer among the first three", () => {
  const missed = QUERIES.filter(
    ([query, answer]) => !firstAnswers(query).some((own) => `${own} `.startsWith(answer)),
  );
  const share = 1 - missed.length / QUERIES.length;
  const rate = `${QUERIES.length - missed.length} of ${QUERIES.length} queries`;
  process.stdout.write(`Search, from the columns: ${rate}\n`);
  expect(QUERIES.length).toBeGreaterThanOrEqual(60);
  expect(share, missed.map(([query, answer]) => `${query}: ${answer}`).join("\n")).toBeGreaterThan(
    AIM,
  );
});

test.each(["Claude 9 Ultra", "54.8", "SWE-bench 99.9"])("%s finds no claim", (query) => {
  expect(search(query).claims.filter(({ figure }) => figure === "equal")).toEqual([]);
});

test("the nearest figures stand where none is equal", () => {
  const { nearest } = search("54.8");
  expect(nearest.map((row) => columns.claims.value[row])).toEqual(
    expect.arrayContaining(["54.9", "54.6"]),
  );
});

test("a benchmark and a model find every claim of both, and none of another model", () => {
  const wanted = [...liveAnalysis().dataset.claims.values()].filter(
    ({ subject, metric }) => subject === "openai/gpt-4.1" && metric === "swe-bench-verified",
  );
  expect(search("GPT-4.1 SWE-bench Verified").claims).toHaveLength(wanted.length);
});

test("every spelling in the registry finds its record first", () => {
  const lists = [
    ["subject", columns.subjects],
    ["metric", columns.metrics],
  ] as const;
  const missed = lists.flatMap(([kind, records]) =>
    records.flatMap(({ id, names }) =>
      names.filter(
        (name) =>
          !search(name)
            .names.slice(0, 3)
            .some((hit) => hit.kind === kind && hit.record.id === id),
      ),
    ),
  );
  expect(missed).toEqual([]);
});

test.each([
  [
    "what did Briefly Global say about nano",
    "?subject=openai/gpt-4.1-nano&source=briefly-global/gpt-4-1-performance-leap",
  ],
  ["nano 0.12", "?subject=openai/gpt-4.1-nano&unit=usd-per-million-tokens&from=0.12&to=0.12"],
])("%s leads to the explorer", (query, address) => {
  const state = explorerStateFor(columns, search(query));
  expect(state && formatExplorerState(state)).toBe(address);
});
