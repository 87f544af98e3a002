import { expect, test } from "vitest";
import { mixesThatGive } from "../../../src/core/quantity/blend.ts";
import { point } from "../../../src/core/quantity/interval.ts";
import { mixTriangle } from "../../../src/site/figures/mix-triangle.ts";

const band = (value: string) => ({
  label: `at ${value}`,
  valueText: `$${value}`,
  href: `/${value}`,
  region: mixesThatGive([{ prices: ["4", "1", "16"], stated: point(value) }]),
});
const draw = (...values: string[]) =>
  mixTriangle({
    title: "Mixes",
    description: "Which mixes.",
    corners: ["a", "b", "c"],
    bands: values.map(band),
  });

test("the price of one kind alone lies at its corner", () => {
  const svg = draw("1", "16");
  const [outline = ""] = /mix-outline" points="([^"]+)/.exec(svg)?.slice(1) ?? [];
  const bands = [...svg.matchAll(/<polygon class="mix-band[^"]*" points="([^"]+)"/g)].map(
    ([, points]) => points,
  );
  expect(bands.slice(0, 2)).toEqual(outline.split(" ").slice(1));
});

test("bands have patterns of their own, lead to their claims, and an average that no mix gives has none", () => {
  const svg = draw("8", "10", "99");
  expect(svg).toContain("mix-band--0");
  expect(svg).toContain("mix-band--1");
  expect(svg).not.toContain("mix-band--2");
  expect(svg).toContain('href="/99"');
  expect(svg).toContain("<desc>Which mixes.</desc>");
  expect(svg).not.toContain("style=");
});
