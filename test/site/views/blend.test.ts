import { describe, expect, test } from "vitest";
import { blendViews } from "../../../src/site/views/blend.ts";
import { offersOf, pricePartsOf } from "../../../src/site/views/offers.ts";
import { aClaim, aPrice, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const metrics: DatasetParts["metrics"] = {
  "cached-price": aPrice({ name: "Cached input price", "never-above": ["input-price"] }),
  "output-price": aPrice({ name: "Output price" }),
  "blended-price": aPrice({
    name: "Blended price",
    "mix-of": ["input-price", "cached-price", "output-price"],
  }),
  "batch-discount": aPrice({
    name: "Batch discount",
    unit: "percent",
    better: "higher",
    conditions: [],
    "follows-from": {
      measure: "percent-change",
      of: { metric: "input-price", conditions: { "service-tier": "batch" } },
      against: "input-price",
      direction: "down",
      because: "It is what is waived.",
    },
  }),
};
const model = (
  subject: string,
  [input, cached, output, blended]: readonly [string, string, string, string],
) => [
  aPriceClaim(input, { subject }),
  aPriceClaim(cached, { subject, metric: "cached-price" }),
  aPriceClaim(output, { subject, metric: "output-price" }),
  aPriceClaim(blended, { subject, metric: "blended-price" }),
];
const analyse = (...models: (readonly [string, readonly [string, string, string, string]])[]) =>
  analysisOf({
    metrics,
    sources: { "acme/card": models.flatMap(([subject, prices]) => model(subject, prices)) },
  });
const viewOf = (...models: Parameters<typeof analyse>) =>
  blendViews(analyse(...models), [
    { name: "half and half", parts: { input: "1", cached: "0", output: "1" } },
  ])[0];

describe("stated averages", () => {
  test("of one mix are reconciled, with examples of such mixes", () => {
    const view = viewOf(
      ["acme/one", ["4", "1", "16", "10"]],
      ["acme/zero", ["0.40", "0.10", "1.60", "1.00"]],
    );
    expect(view?.isReconcilable).toBe(true);
    expect(view?.finding).toBe(
      "One mix of tokens can give both averages, so they may be one calculation.",
    );
    expect(view?.proofs).toEqual([]);
    expect(view?.joint).toContain("1 : 0 : 1");
    expect(view?.entries[0]?.named[0]).toEqual({
      mix: "half and half",
      gives: "$10.00",
      fits: true,
    });
  });

  test("of different mixes are shown to be so, in steps that can be followed", () => {
    const view = viewOf(
      ["acme/one", ["4", "1", "16", "10"]],
      ["acme/zero", ["0.40", "0.10", "1.60", "1.20"]],
    );
    expect(view?.isReconcilable).toBe(false);
    expect(view?.finding).toMatch(/^No one mix of tokens gives both averages\./);
    expect(view?.proofs[0]?.steps).toEqual([
      "Each of the three prices of One is 10 times that of Zero, so with the same mix its average must be 10 times as high too. The stated average is 8.33 times as high.",
      "With any mix that gives $1.195 to $1.205 for Zero, One costs between $11.95 and $12.05. The source states $9.50 to $10.50, which lies outside.",
      "With any mix that gives $9.50 to $10.50 for One, Zero costs between $0.95 and $1.05. The source states $1.195 to $1.205, which lies outside.",
    ]);
    expect(view?.joint).toEqual([]);
  });

  test("above every price are given by no mix", () => {
    const view = viewOf(["acme/one", ["4", "1", "16", "20"]], ["acme/zero", ["4", "1", "16", "4"]]);
    expect(view?.finding).toBe("One: no mix of its prices gives the stated average at all.");
    expect(view?.entries[0]).toMatchObject({
      region: [],
      examples: [],
      shares: ["none", "none", "none"],
    });
  });

  test("without the three prices are left out", () => {
    const analysis = analysisOf({
      metrics,
      sources: { "acme/card": [aPriceClaim("2"), aPriceClaim("3", { metric: "blended-price" })] },
    });
    expect(blendViews(analysis, [])).toEqual([]);
  });
});

test("the registry says which price is which", () => {
  const sources = { "acme/card": [aPriceClaim("2")] };
  const parts = pricePartsOf(analysisOf({ metrics, sources }));
  expect([parts?.input.id, parts?.cached.id, parts?.output.id]).toEqual([
    "input-price",
    "cached-price",
    "output-price",
  ]);
  expect(pricePartsOf(analysisOf({ sources }))).toBeNull();
});

describe("offers", () => {
  const offers = (claims: ReturnType<typeof aPriceClaim>[], others: DatasetParts["sources"] = {}) =>
    offersOf(analysisOf({ metrics, sources: { "acme/card": claims, ...others } }), (path) => path);
  const output = (value: string, overrides = {}) =>
    aPriceClaim(value, { metric: "output-price", ...overrides });

  test("need a price of input and one of output", () => {
    expect(offers([aPriceClaim("2")])).toEqual([]);
    expect(offers([aPriceClaim("2"), output("8")])).toMatchObject([
      {
        id: "acme/one",
        name: "One",
        prices: { input: { text: "$2", stated: null }, cached: null },
      },
    ]);
  });

  test("take a price without conditions where a tier has none of its own, and know the tier's length", () => {
    const long = { conditions: { "prompt-tier": ">200K" } };
    expect(offers([aPriceClaim("2", long), output("8")])).toMatchObject([
      { tier: { bound: "200000", isAbove: true }, prices: { output: { text: "$8" } } },
    ]);
  });

  test("show all that is stated where sources conflict", () => {
    const [offer] = offers([aPriceClaim("0.10"), output("0.40")], {
      "beta/review": [aPriceClaim("0.12")],
    });
    expect(offer?.prices.input).toMatchObject({
      stands: { low: "0.1", high: "0.1" },
      stated: { low: "0.1", high: "0.12" },
    });
  });

  test("include one at the discount for batches, worked out", () => {
    const [, batch] = offers([
      aPriceClaim("2"),
      output("8"),
      aClaim({ metric: "batch-discount", value: "50" }),
    ]);
    expect(batch).toMatchObject({
      isChosen: false,
      note: "batch, worked out from a discount of 50%",
      prices: { input: { text: "$1.00" }, cached: null, output: { text: "$4.00" } },
    });
  });
});
