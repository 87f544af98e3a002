import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");

const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/gu)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no colour --${name}.`);
  return token[theme];
}

/** Relative luminance of an sRGB colour: WCAG 2.2, definition of "relative luminance". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ["paper", "raised", "tint", "band"];
const texts = ["ink", "ink-quiet", "link", "alert"];
const marks = [
  "mark-standing",
  "mark-agrees",
  "mark-rounds",
  "mark-conflicts",
  "mark-scope",
  "rule-strong",
  "focus",
];

describe.each(themes)("in the %s theme", (theme) => {
  const ratio = (front: string, back: string) =>
    contrast(colour(front, theme), colour(back, theme));

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)))(
    "%s on %s is read: at least 4.5 to 1",
    (text, surface) => {
      expect(ratio(text, surface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(marks.flatMap((mark) => surfaces.map((surface) => [mark, surface] as const)))(
    "%s on %s is seen: at least 3 to 1",
    (mark, surface) => {
      expect(ratio(mark, surface)).toBeGreaterThanOrEqual(3);
    },
  );

  it("the skip link's paper on ink is read", () => {
    expect(ratio("paper", "ink")).toBeGreaterThanOrEqual(4.5);
  });
});

it("computes the ratios that WCAG gives", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

it("every colour of tokens.css has a role that is checked here", () => {
  const checked = new Set([...surfaces, ...texts, ...marks, "rule"]);
  expect([...tokens.keys()].filter((name) => !checked.has(name))).toEqual([]);
});
