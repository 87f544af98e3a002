import { describe, expect, test } from "vitest";
import { pricingView } from "../../../src/site/views/pricing.ts";
import { aClaim, aPrice, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const metrics = {
  "output-price": aPrice({ name: "Output price" }),
  "cache-discount": aPrice({
    name: "Cache discount",
    unit: "percent",
    better: "higher",
    definition: "How much less a repeated prompt costs.",
    conditions: [],
  }),
};
const output = (value: string, overrides: AuthoredFields = {}) =>
  aPriceClaim(value, { metric: "output-price", ...overrides });
const release = {
  title: "One",
  summary: "A release.",
  announced: "2026-01-01",
  organisation: "acme",
  subjects: ["acme/zero", "acme/one"],
  primary: "acme/card",
};

const viewOf = (sources: DatasetParts["sources"], parts: DatasetParts = {}) =>
  pricingView(analysisOf({ metrics, ...(sources && { sources }), ...parts }), (path) => path);
/** Its rows as `model, conditions: cells`. */
const rowsOf = (...args: Parameters<typeof viewOf>) =>
  viewOf(...args).rows.map(({ subject, conditions, cells }) => [
    [subject.text, conditions].filter(Boolean).join(", "),
    ...cells.map((cell) => cell?.text ?? null),
  ]);

describe("the table of prices", () => {
  test("has a column for each price that somebody states, the most stated first", () => {
    const view = viewOf({
      "acme/card": [aPriceClaim("2"), output("8"), output("32", { subject: "acme/zero" })],
    });
    expect(view.columns.map(({ text }) => text)).toEqual(["Output price", "Input price"]);
  });

  test("leaves a cell empty where nobody states the price", () => {
    expect(
      rowsOf({
        "acme/card": [aPriceClaim("2"), output("8"), aPriceClaim("4", { subject: "acme/zero" })],
      }),
    ).toEqual([
      ["One", "$2", "$8"],
      ["Zero", "$4", null],
    ]);
  });

  test("has a row for each tier and modality of a model, and never mixes them", () => {
    const short = { conditions: { "prompt-tier": "≤200K" } };
    const long = { conditions: { "prompt-tier": ">200K" } };
    expect(
      rowsOf({
        "acme/card": [
          aPriceClaim("1.25", short),
          aPriceClaim("2.50", long),
          output("10", short),
          output("15", long),
          aPriceClaim("0.70", { conditions: { modality: "audio" } }),
        ],
      }),
    ).toEqual([
      ["One, modality audio", "$0.70", null],
      ["One, prompt-length tier >200K", "$2.50", "$15"],
      ["One, prompt-length tier ≤200K", "$1.25", "$10"],
    ]);
  });

  test("shows what stands, how it stands, who states it, and which figure where it is another one", () => {
    const [row] = viewOf({
      "acme/card": [aPriceClaim("0.10")],
      "beta/review": [aPriceClaim("0.12"), aPriceClaim("0.12")],
    }).rows;
    expect(row?.cells).toEqual([
      {
        text: "$0.10",
        path: "/facts/acme/one/input-price/",
        status: "conflicts",
        statedBy: [
          { text: "Acme", value: null, path: "/sources/acme/card/#c1" },
          { text: "Beta", value: "$0.12", path: "/sources/beta/review/#c1" },
        ],
      },
    ]);
  });

  test("has the dates of the documents that state its prices, and tells those of one publisher apart by them", () => {
    const view = viewOf({
      "acme/card": aSource({ claims: { c1: aPriceClaim("2"), c2: output("8") } }),
      "acme/list": aSource({
        title: "Price list",
        published: "2026-01-08",
        claims: { c1: aPriceClaim("2") },
      }),
      "beta/review": [aPriceClaim("2")],
      "gamma/digest": [aClaim()],
    });
    expect(view.sources.map(({ text, date }) => [text, date])).toEqual([
      ["A document", "1 January 2026"],
      ["Price list", "8 January 2026"],
      ["A document", "1 January 2026"],
    ]);
    expect(view.rows[0]?.cells[0]?.statedBy.map(({ text }) => text)).toEqual([
      "Acme, 1 January 2026",
      "Acme, 8 January 2026",
      "Beta",
    ]);
  });

  test("shows that a price is not to be had, which is not the same as nobody stating it", () => {
    expect(rowsOf({ "acme/card": [aPriceClaim("not-available"), output("8")] })).toEqual([
      ["One", "not available", "$8"],
    ]);
  });

  test("begins with the models of the release, in its order", () => {
    const sources = {
      "acme/card": [
        aPriceClaim("1", { subject: "beta/rival" }),
        aPriceClaim("2"),
        aPriceClaim("3", { subject: "acme/one-mini" }),
        aPriceClaim("4", { subject: "acme/zero" }),
      ],
    };
    expect(rowsOf(sources, { releases: { one: release } }).map(([name]) => name)).toEqual([
      "Zero",
      "One",
      "One mini",
      "Rival",
    ]);
  });
});

describe("beside the table", () => {
  test("stand discounts and changes, which are no price per token", () => {
    const { columns, statements, comparisons } = viewOf({
      "acme/card": [
        aPriceClaim("2"),
        aClaim({ metric: "cache-discount", value: "75" }),
        aPriceClaim("26", {
          measure: "percent-change",
          direction: "down",
          "compared-with": "acme/zero",
          quote: "26% less",
        }),
      ],
    });
    expect(columns.map(({ text }) => text)).toEqual(["Input price"]);
    expect(
      statements.map(({ metric, facts }) => [
        metric.text,
        facts.map(({ standing }) => standing.text),
      ]),
    ).toEqual([["Cache discount", ["75%"]]]);
    expect(
      comparisons.map(({ metric, facts }) => [
        metric.text,
        facts.map(({ standing }) => standing.text),
      ]),
    ).toEqual([["Input price", ["−26%"]]]);
  });

  test("stand charts of the two most stated prices", () => {
    const { charts } = viewOf({
      "acme/card": [
        aPriceClaim("2"),
        output("8"),
        aPriceClaim("1.84", { metric: "blended-price" }),
        aPriceClaim("4", { subject: "acme/zero" }),
        output("9", { subject: "acme/zero" }),
      ],
    });
    expect(charts.map(({ id }) => id)).toEqual(["chart-input-price", "chart-output-price"]);
  });

  test("stands nothing where nobody states a price", () => {
    expect(viewOf({ "acme/card": [aClaim()] })).toEqual({
      columns: [],
      rows: [],
      sources: [],
      charts: [],
      comparisons: [],
      statements: [],
    });
  });
});
