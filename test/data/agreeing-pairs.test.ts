/**
 * Pairs of claims that look alike, or look opposed, and are both right: no conflict may put both in doubt. Each stands under the reason why
 * it must stay silent.
 */
import { describe, expect, test } from "vitest";
import { KINDS } from "../../src/core/checks/kinds.ts";
import { known } from "../../src/core/dataset/dataset.ts";
import { liveAnalysis } from "./live-dataset.ts";

const analysis = liveAnalysis();

const ANNOUNCEMENT = "openai/2025-04-14-gpt-4-1";
const RELEASE_NOTES = "openai/2025-05-14-chatgpt-release-notes";
const RETIREMENT = "openai/2026-01-29-retiring-models-in-chatgpt";
const PAGES = "openai/model-pages";
const EVALS = "openai/simple-evals";
const DEPRECATIONS = "openai/deprecations";
const PRICING = "openai/api-pricing";
const GOOGLE_PRICING = "google/2025-04-21-gemini-api-pricing";
const EDUCATIVE = "educative/2025-04-17-gpt-4-1";
const BRAINFEED = "brainfeed/gpt-4-1-in-the-api";
const BRIEFLY = "briefly-global/gpt-4-1-performance-leap";
const INTERCONNECTS = "interconnects/2025-04-14-gpt-4-1-and-separating-the-api";
const AIDER = "aider/polyglot-leaderboard";
const CLAUDE = "anthropic/2025-02-24-claude-3-7-sonnet";

const PAIRS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "one is the other, rounded": [
    [`${EDUCATIVE}#swe-bench-verified`, `${ANNOUNCEMENT}#chart-swe-bench-gpt-4.1`],
    [`${EDUCATIVE}#swe-bench-verified`, `${BRAINFEED}#briefing-swe-bench-gpt-4.1`],
    [`${BRIEFLY}#swe-bench-verified-gpt-4.1`, `${BRAINFEED}#briefing-swe-bench-gpt-4.1`],
    [`${BRAINFEED}#briefing-swe-bench-gpt-4o`, `${ANNOUNCEMENT}#swe-bench-gpt-4o`],
    [
      `${EDUCATIVE}#internal-instruction-following-gpt-4.1`,
      `${ANNOUNCEMENT}#chart-internal-instruction-following-gpt-4.1`,
    ],
    [
      `${EDUCATIVE}#internal-instruction-following-gpt-4o`,
      `${ANNOUNCEMENT}#chart-internal-instruction-following-gpt-4o`,
    ],
    [`${EDUCATIVE}#video-mme-gpt-4o`, `${ANNOUNCEMENT}#chart-video-mme-gpt-4o`],
    [`${EDUCATIVE}#video-mme-gpt-4.1`, `${BRAINFEED}#briefing-video-mme-gpt-4.1`],
    [`${AIDER}#mini-diff`, `${ANNOUNCEMENT}#chart-aider-polyglot-diff-mini`],
    [`${AIDER}#gpt-4o-2024-11-20-diff`, `${ANNOUNCEMENT}#chart-aider-polyglot-diff-gpt-4o`],
    [`${ANNOUNCEMENT}#graphwalks-gpt-4.1`, `${ANNOUNCEMENT}#chart-graphwalks-bfs-gpt-4.1`],
  ],
  "one price in two forms": [
    [`${BRIEFLY}#gpt-4.1-input-price`, `${EDUCATIVE}#table-gpt-4.1-input-price`],
    [`${BRIEFLY}#gpt-4.1-output-price`, `${EDUCATIVE}#table-gpt-4.1-output-price`],
    [`${BRIEFLY}#gpt-4o-input-price`, `${INTERCONNECTS}#gpt-4o-input-price`],
    [`${BRIEFLY}#gpt-4o-output-price`, `${INTERCONNECTS}#gpt-4o-output-price`],
    [`${INTERCONNECTS}#gpt-4o-input-price`, `${PRICING}#gpt-4o-input-price`],
    [`${CLAUDE}#input-price`, `${EDUCATIVE}#cost-table-claude-3.7-input-price`],
    [`${CLAUDE}#output-price`, `${EDUCATIVE}#cost-table-claude-3.7-output-price`],
  ],
  "“about” takes the other in": [
    [`${EDUCATIVE}#gpqa-diamond-gpt-4.1`, `${ANNOUNCEMENT}#appendix-gpqa-diamond-gpt-4.1`],
    [`${EDUCATIVE}#gpqa-diamond-gpt-4o`, `${ANNOUNCEMENT}#appendix-gpqa-diamond-gpt-4o`],
    [`${EDUCATIVE}#mmlu-gpt-4.1`, `${ANNOUNCEMENT}#appendix-mmlu-gpt-4.1`],
    [`${EDUCATIVE}#swe-bench-verified-leap-from-gpt-4o`, `${BRIEFLY}#swe-bench-verified-gpt-4o`],
    [
      `${EDUCATIVE}#swe-bench-verified-leap-to-gpt-4.1`,
      `${ANNOUNCEMENT}#headline-swe-bench-gpt-4.1`,
    ],
    [`${EDUCATIVE}#video-mme-gain`, `${ANNOUNCEMENT}#headline-video-mme-gain-over-gpt-4o`],
    [
      `${BRAINFEED}#briefing-gpt-4.5-deprecation-period`,
      `${ANNOUNCEMENT}#gpt-4.5-deprecation-period`,
    ],
    [
      `${ANNOUNCEMENT}#gpqa-note-gpt-4o-regex-extraction`,
      `${EVALS}#gpqa-diamond-gpt-4o-2024-11-20`,
    ],
  ],
  "a range holds the other": [
    [
      `${EDUCATIVE}#internal-instruction-following-gpt-4.5`,
      `${ANNOUNCEMENT}#appendix-internal-instruction-following-gpt-4.5`,
    ],
    [
      `${EDUCATIVE}#internal-instruction-following-o1`,
      `${ANNOUNCEMENT}#appendix-internal-instruction-following-o1`,
    ],
    [
      `${EDUCATIVE}#internal-instruction-following-o1`,
      `${ANNOUNCEMENT}#chart-internal-instruction-following-o1`,
    ],
    [`${BRAINFEED}#briefing-video-mme-clip-length`, `${ANNOUNCEMENT}#video-mme-clip-length`],
  ],
  "“up to”, and a round figure of few digits": [
    [`${BRAINFEED}#briefing-gpt-4.1-context-window`, `${BRIEFLY}#gpt-4.1-context-window`],
    [`${BRAINFEED}#briefing-mini-context-window`, `${PAGES}#mini-context-window`],
    [`${ANNOUNCEMENT}#long-context-nano-context-window`, `${PAGES}#nano-context-window`],
    [`${BRIEFLY}#mini-context-window`, `${EDUCATIVE}#all-three-mini-context-window`],
    [`${BRAINFEED}#briefing-nano-needle`, `${ANNOUNCEMENT}#needle-nano`],
    [
      `${BRAINFEED}#key-points-gpt-4.1-effective-context`,
      `${BRIEFLY}#gpt-4.1-strong-performance-to-950000-tokens`,
    ],
  ],
  "one figure in two units or in words": [
    [`${BRAINFEED}#briefing-nano-blended-price`, `${ANNOUNCEMENT}#nano-blended-price`],
    [
      `${EDUCATIVE}#multichallenge-gain`,
      `${ANNOUNCEMENT}#headline-multichallenge-gain-over-gpt-4o`,
    ],
    [
      `${BRAINFEED}#briefing-aider-diff-ratio-to-gpt-4o`,
      `${ANNOUNCEMENT}#aider-polyglot-ratio-to-gpt-4o`,
    ],
    [
      `${BRIEFLY}#gemini-2.5-pro-context-window`,
      `${EDUCATIVE}#comparison-gemini-2.5-context-window`,
    ],
  ],
  "dates of two precisions": [
    [`${EDUCATIVE}#comparison-gpt-4.1-launch-year`, `${ANNOUNCEMENT}#gpt-4.1-release-date`],
    [`${EDUCATIVE}#gpt-4.5-introduction-date`, "openai/2025-02-27-gpt-4-5#gpt-4.5-release-date"],
    [`${CLAUDE}#release-date`, `${EDUCATIVE}#comparison-claude-3.7-launch-year`],
    [
      "google/gemini-api-changelog#gemini-2.5-pro-release-date",
      `${BRIEFLY}#gemini-2.5-pro-release-year`,
    ],
    [`${EDUCATIVE}#training-data-mid-2024`, `${ANNOUNCEMENT}#gpt-4.1-knowledge-cutoff`],
    [
      `${EDUCATIVE}#knowledge-gpt-4.1-mid-2024-or-later`,
      `${PAGES}#gpt-4.1-knowledge-cutoff-at-launch`,
    ],
    [`${EDUCATIVE}#gpt-4.5-shutdown-date`, `${DEPRECATIONS}#gpt-4.5-shutdown-date`],
  ],
  "other conditions": [
    [
      `${ANNOUNCEMENT}#appendix-aider-polyglot-whole-gpt-4.1`,
      `${ANNOUNCEMENT}#appendix-aider-polyglot-diff-gpt-4.1`,
    ],
    [
      `${ANNOUNCEMENT}#gpqa-note-gpt-4o-regex-extraction`,
      `${ANNOUNCEMENT}#gpqa-note-gpt-4o-model-extraction`,
    ],
    [`${AIDER}#gpt-4o-2024-08-06-diff`, `${AIDER}#gpt-4o-2024-11-20-diff`],
    [
      `${ANNOUNCEMENT}#time-to-first-token-gpt-4.1-128k`,
      `${ANNOUNCEMENT}#time-to-first-token-gpt-4.1-1m`,
    ],
    [
      `${INTERCONNECTS}#gemini-2.5-pro-short-prompt-input-price`,
      `${GOOGLE_PRICING}#gemini-2.5-pro-long-prompt-input-price`,
    ],
    [
      `${INTERCONNECTS}#gemini-2.0-flash-text-cached-input-price`,
      `${GOOGLE_PRICING}#gemini-2.0-flash-audio-cached-input-price`,
    ],
    [`${EDUCATIVE}#access-gpt-4.1-api`, `${EDUCATIVE}#access-gpt-4.1-chatgpt`],
    [`${BRIEFLY}#gpt-4.1-api-only`, `${BRIEFLY}#gpt-4.1-not-in-chatgpt`],
  ],
  "true at another time": [
    [`${EDUCATIVE}#access-gpt-4.1-chatgpt`, `${RELEASE_NOTES}#gpt-4.1-chatgpt-availability`],
    [`${INTERCONNECTS}#mini-chatgpt-availability`, `${RELEASE_NOTES}#mini-chatgpt-availability`],
    [`${ANNOUNCEMENT}#gpt-4.1-not-in-chatgpt`, `${RELEASE_NOTES}#gpt-4.1-chatgpt-availability`],
    [`${RELEASE_NOTES}#gpt-4.1-chatgpt-availability`, `${RETIREMENT}#gpt-4.1-chatgpt-availability`],
    [`${EDUCATIVE}#o4-mini-chatgpt-availability`, `${RETIREMENT}#o4-mini-chatgpt-availability`],
  ],
  "one of them says nothing": [
    [
      `${EDUCATIVE}#cost-table-gemini-2.5-pro-input-price`,
      `${INTERCONNECTS}#gemini-2.5-pro-short-prompt-input-price`,
    ],
    [
      `${EDUCATIVE}#cost-gemini-2.5-output-price`,
      `${GOOGLE_PRICING}#gemini-2.5-pro-short-prompt-output-price`,
    ],
  ],
  "relations that allow one another": [
    [`${EDUCATIVE}#mmlu-similar-to-gpt-4.5`, `${EDUCATIVE}#knowledge-against-gpt-4.5`],
    [
      `${ANNOUNCEMENT}#mini-beats-gpt-4o-in-many-benchmarks`,
      `${EDUCATIVE}#mini-benchmarks-against-gpt-4o`,
    ],
    [`${EDUCATIVE}#gpqa-diamond-gpt-4.1-below-gpt-4.5`, `${EDUCATIVE}#mmlu-beats-gpt-4o`],
    [`${ANNOUNCEMENT}#graphwalks-matches-o1`, `${ANNOUNCEMENT}#graphwalks-beats-gpt-4o`],
    [`${EDUCATIVE}#nano-cheapest-ever`, `${EDUCATIVE}#mini-cheaper-than-flagship`],
    [`${EDUCATIVE}#nano-smallest-ever`, `${EDUCATIVE}#gpt-4.5-largest`],
    [`${EDUCATIVE}#use-cases-images-best-model`, `${EDUCATIVE}#use-cases-coding-best-model`],
  ],
  "two words that one thing can bear": [
    [`${EDUCATIVE}#o1-reasoning-model`, `${EDUCATIVE}#o1-instruction-tuned`],
    [`${EDUCATIVE}#direct-successor-to-gpt-4.5`, `${EDUCATIVE}#designed-to-succeed-gpt-4o`],
  ],
};

test("at least forty pairs are held, each of two claims, and none twice", () => {
  const pairs = Object.values(PAIRS).flat();
  expect(pairs.length).toBeGreaterThanOrEqual(40);
  const keys = pairs.map((pair) => [...pair].sort().join(" "));
  expect(new Set(keys).size).toBe(keys.length);
  for (const [one, other] of pairs) expect(one).not.toBe(other);
});

describe.each(Object.keys(PAIRS))("%s", (reason) => {
  test.each(PAIRS[reason] ?? [])("%s with %s", (one, other) => {
    const claims = [known(analysis.dataset.claims, one), known(analysis.dataset.claims, other)];
    const conflicts = [...analysis.discrepancies.values()].filter(
      ({ kind, severity, about }) =>
        KINDS[kind].isConflict &&
        severity !== "note" &&
        claims.every((claim) => about.includes(claim)),
    );
    expect(conflicts.map(({ id }) => id)).toEqual([]);
  });
});
