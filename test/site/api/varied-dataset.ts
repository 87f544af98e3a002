import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import type { DatasetParts } from "../../builders/dataset.ts";

/** A small dataset that holds every form that a published record can take. */
export const VARIED: DatasetParts = {
  subjects: {
    "acme/line": aSubject({ name: "Line", kind: "family" }),
    "acme/one": aSubject({ family: "acme/line", aliases: [{ name: "Uno", kind: "garbled" }] }),
    "beta/ghost": aSubject({ name: "Ghost", unattested: "Nobody else knows it." }),
  },
  sources: {
    "acme/card": aSource({
      claims: {
        score: aClaim({
          "measured-by": "acme",
          cell: { table: "Scores", row: "One", column: "Bench", text: "54.6%" },
        }),
        subset: aClaim({ value: "61", conditions: { subset: "easy" } }),
        gain: aClaim({
          measure: "difference",
          direction: "up",
          value: "21.4",
          "compared-with": { subject: "acme/zero", conditions: { snapshot: "s1" } },
        }),
        drop: aClaim({
          measure: "percent-change",
          direction: "down",
          value: "26",
          "compared-with": "acme/zero",
          metric: "input-price",
        }),
        rank: aClaim({
          measure: "relation",
          relation: "beats",
          over: "most",
          value: undefined,
          "compared-with": "beta/rival",
        }),
        price: aPriceClaim("0.10"),
        cents: aPriceClaim("0.12", {
          subject: "acme/one-mini",
          quote: 'Mini for 12 cents, no "catch"',
          "as-written": { value: "12 cents" },
        }),
        launch: aDateClaim("2025-04-14"),
        month: aDateClaim("2025-07", { subject: "acme/zero" }),
        window: aClaim({ metric: "context-window", value: "1 million", qualifier: "up-to" }),
        over: aClaim({ metric: "bench-hard", value: "50", qualifier: "over" }),
        under: aClaim({
          metric: "bench-hard",
          subject: "acme/zero",
          value: "9",
          qualifier: "under",
        }),
        about: aClaim({
          metric: "bench-hard",
          subject: "beta/rival",
          value: "66",
          qualifier: "about",
        }),
        range: aClaim({ metric: "bench-hard", subject: "beta/ghost", value: "50–54" }),
        slow: aClaim({ metric: "latency", value: "500", unit: "milliseconds" }),
        api: anAvailabilityClaim("yes", { conditions: { channel: "api" } }),
        licence: aClaim({ metric: "licence", value: "open" }),
        silent: aClaim({ subject: "acme/zero", value: "not-reported" }),
        gone: aPriceClaim("not-available", { subject: "acme/zero" }),
        old: aClaim({
          value: "54.5",
          retired: { on: "2026-02-02", because: "It was a slip.", "moved-to": "acme/card#score" },
        }),
      },
    }),
    "beta/review": aSource({
      title: 'A review, in "two" parts',
      authors: ["Ann Author", "Bo Author"],
      description: "It reads\nover two lines.",
      published: undefined,
      "not-before": { date: "2026-01-01", because: "It names the card." },
      "not-after": { date: "2026-03-01", because: "It was archived." },
      repeats: [{ source: "acme/card", because: "It says so." }],
      claims: {
        score: aClaim({
          value: "54.9",
          quote: "Uno, they say, is at 54.9 here",
          "as-written": { subject: "Uno" },
        }),
        rounded: aClaim({ value: "55" }),
        seen: aPriceClaim("0.10", {
          quote: undefined,
          record: { copy: "A copy", seen: "In its table." },
        }),
        blended: aPriceClaim("0.12", { metric: "blended-price" }),
        launch: aDateClaim("2025-04-28", { "attributed-to": "acme" }),
        slow: aClaim({ metric: "latency", value: "0.7" }),
        inferred: aClaim({
          subject: "beta/rival",
          value: "7",
          inferred: "It is the model of the title.",
        }),
      },
    }),
    "gamma/digest": [aClaim({ metric: "latency", value: "0.9" })],
  },
};
