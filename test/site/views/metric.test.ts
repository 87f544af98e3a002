import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { metricChart, metricIndex, metricView } from "../../../src/site/views/metric.ts";
import {
  aClaim,
  aDateClaim,
  aMetric,
  anAvailabilityClaim,
  aPriceClaim,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const link = (path: string) => `/base${path}`;
const chartOf = (parts: DatasetParts, metric = "bench") => {
  const analysis = analysisOf(parts);
  return metricChart(analysis, known(analysis.dataset.metrics, metric), link);
};

describe("the chart of a metric", () => {
  test("has a group for each model, best first, with every source's figure", () => {
    const chart = chartOf({
      sources: {
        "acme/card": [
          aClaim({ "measured-by": "acme" }),
          aClaim({ subject: "acme/zero", value: "33.2" }),
          aClaim({ subject: "beta/rival", value: "63.8" }),
        ],
        "beta/review": [aClaim({ value: "54.9" })],
      },
    });
    expect(
      chart?.groups.map(({ label, href, points }) => [
        label,
        href,
        points.map(({ label: source, valueText, role }) => `${source} ${valueText} ${role}`),
      ]),
    ).toEqual([
      ["Rival", "/base/models/beta/rival/", ["Acme 63.8% standing"]],
      ["One", "/base/models/acme/one/", ["Acme 54.6% standing", "Beta 54.9% conflicts"]],
      ["Zero", "/base/models/acme/zero/", ["Acme 33.2% standing"]],
    ]);
  });

  test("puts the lower first where lower is better", () => {
    const chart = chartOf(
      {
        sources: {
          "acme/card": [
            aPriceClaim("2"),
            aPriceClaim("0.10", { subject: "acme/one-mini" }),
            aPriceClaim("10", { subject: "acme/zero" }),
          ],
        },
      },
      "input-price",
    );
    expect(chart?.groups.map(({ label }) => label)).toEqual(["One mini", "One", "Zero"]);
    expect(chart).toMatchObject({ direction: "lower" });
  });

  test("has a group of its own for each set of conditions", () => {
    const chart = chartOf({
      sources: { "acme/card": [aClaim(), aClaim({ value: "61", conditions: { subset: "easy" } })] },
    });
    expect(chart?.groups.map(({ label }) => label)).toEqual(["One (subset easy)", "One"]);
  });

  test("leaves out changes, relations, and what has no figure", () => {
    const chart = chartOf({
      sources: {
        "acme/card": [
          aClaim(),
          aClaim({ subject: "acme/zero", value: "not-reported" }),
          aClaim({
            subject: "beta/rival",
            measure: "difference",
            direction: "up",
            value: "21",
            "compared-with": "acme/zero",
          }),
          aClaim({
            subject: "beta/rival",
            measure: "relation",
            relation: "beats",
            value: undefined,
            "compared-with": "acme/zero",
          }),
        ],
      },
    });
    expect(chart?.groups.map(({ label }) => label)).toEqual(["One"]);
  });

  test("marks a figure at its middle, or at the one end it has", () => {
    const points = chartOf({
      sources: {
        "acme/card": [
          aClaim(),
          aClaim({ metric: "bench", subject: "acme/zero", value: "50", qualifier: "over" }),
        ],
      },
    })?.groups.flatMap((group) => group.points);
    expect(points?.map(({ value, low, high }) => [value, low, high])).toEqual([
      ["54.6", "54.55", "54.65"],
      ["49.5", "49.5", null],
    ]);
  });

  test("draws in the unit of the metric, whatever the unit of comparison", () => {
    const metrics = {
      wait: aMetric({
        name: "Wait",
        kind: "duration",
        family: "wait",
        unit: "minutes",
        better: "lower",
        conditions: [],
      }),
    };
    const wait = (value: string, unit?: string) => aClaim({ metric: "wait", value, unit });
    const chart = chartOf(
      { metrics, sources: { "acme/card": [wait("30–60")], "beta/review": [wait("2", "hours")] } },
      "wait",
    );
    expect(chart).toMatchObject({
      unit: "Minutes",
      axis: { label: expect.stringMatching(/^Wait, minutes\b/) },
    });
    expect(
      chart?.groups[0]?.points.map(({ valueText, low, high, value }) => [
        valueText,
        low,
        high,
        value,
      ]),
    ).toEqual([
      ["30–60", "29.5", "60.5", "45"],
      ["2 hours", "90", "150", "120"],
    ]);
  });

  test.each([
    ["dates", aDateClaim("2026-01-01"), "release-date"],
    ["answers", anAvailabilityClaim("yes"), "availability"],
    [
      "a metric of which nobody states a level",
      aClaim({ measure: "difference", direction: "up", value: "1", "compared-with": "acme/zero" }),
      "bench",
    ],
  ])("is none for %s", (_, claim, metric) => {
    expect(chartOf({ sources: { "acme/card": [claim] } }, metric)).toBeNull();
  });
});

describe("a metric's page", () => {
  const parts: DatasetParts = {
    metrics: {
      bench: aMetric({
        url: "https://example.com/bench",
        "run-by": "The Bench people",
        aliases: [{ name: "Benchy", kind: "spelling" }],
        unqualified: [{ conditions: { subset: "all" }, because: "Nobody means a part." }],
      }),
    },
    sources: {
      "acme/card": [
        aClaim(),
        aClaim({
          measure: "difference",
          direction: "up",
          value: "21",
          "compared-with": "acme/zero",
        }),
        aClaim({ metric: "bench-hard", value: "12" }),
      ],
      "beta/review": [aClaim({ value: "54.9" })],
    },
  };
  const analysis = analysisOf(parts);
  const view = metricView(analysis, known(analysis.dataset.metrics, "bench"), link);

  test("keeps levels and changes apart, and counts what is in conflict", () => {
    expect(view).toMatchObject({ facts: 2, claims: 3, conflicts: 1 });
    expect(view.levels.map(({ id }) => id)).toEqual(["acme/one/bench/subset-all"]);
    expect(view.changes).toHaveLength(1);
  });

  test("says what it is called, who runs it, what more means and how it is read", () => {
    expect(view).toMatchObject({
      url: "https://example.com/bench",
      runBy: "The Bench people",
      direction: "Higher is better.",
      aliases: ["“Benchy” (spelling)"],
      readings: [{ conditions: "subset all", because: "Nobody means a part." }],
    });
  });

  test("leads to the others of its family of which something is stated", () => {
    expect(view.family.map(({ id }) => id)).toEqual(["bench-hard"]);
    expect(
      metricView(analysis, known(analysis.dataset.metrics, "bench-hard"), link).family.map(
        ({ id }) => id,
      ),
    ).toEqual(["bench"]);
  });

  test("stands in the index when something is stated of it, benchmarks apart, the most stated first", () => {
    const { scores, others } = metricIndex(
      analysisOf({
        sources: { ...parts.sources, "gamma/digest": [aPriceClaim("2")] },
        ...(parts.metrics && { metrics: parts.metrics }),
      }),
    );
    expect(scores.map(({ id }) => id)).toEqual(["bench", "bench-hard"]);
    expect(others.map(({ id }) => id)).toEqual(["input-price"]);
  });
});

test("a metric's page names the sources that answer other questions of its kind and not this one", () => {
  const analysis = analysisOf({
    sources: {
      "acme/card": [aClaim()],
      "beta/review": [aClaim({ metric: "bench-hard" })],
      "gamma/digest": [aPriceClaim("0.10")],
    },
  });
  const silentOn = (metric: string) =>
    metricView(analysis, known(analysis.dataset.metrics, metric), link).silent.map(
      ({ publisher }) => publisher,
    );
  expect(silentOn("bench")).toEqual(["Beta"]);
  expect(silentOn("bench-hard")).toEqual(["Acme"]);
  expect(silentOn("input-price")).toEqual([]);
});
