import { describe, expect, it } from "vitest";
import {
  canDrawStrip,
  describeStrip,
  precisionStrip,
  type StripDefinition,
  type StripRow,
  type StripSize,
} from "../../../src/site/figures/precision-strip.ts";

function aRow(row: Partial<StripRow>): StripRow {
  return {
    label: "Acme",
    valueText: "54.6%",
    low: "54.55",
    high: "54.65",
    exact: false,
    fades: false,
    role: "agrees",
    href: null,
    ...row,
  };
}

const standing = aRow({ label: "Maker", role: "standing" });
const rounded = aRow({
  label: "Digest",
  valueText: "55%",
  low: "54.5",
  high: "55.5",
  role: "rounds",
});
const other = aRow({
  label: "Herald",
  valueText: "54.9%",
  low: "54.85",
  high: "54.95",
  role: "conflicts",
});

function aStrip(rows: readonly StripRow[]): StripDefinition {
  return {
    title: "Model on benchmark",
    axis: { label: "Percent solved", kind: "number", formatTick: (value) => `${value}%` },
    rows,
  };
}

const everything = aStrip([
  standing,
  rounded,
  other,
  aRow({ valueText: "about 54%", low: "52.5", high: "55.5", fades: true }),
  aRow({ valueText: "over 50%", low: "50.5", high: null }),
  aRow({ valueText: "under 60%", low: null, high: "59.5", role: "scope" }),
  aRow({ valueText: "54", low: "54", high: "54", exact: true, note: "as a list price" }),
  aRow({ valueText: "not reported", low: null, high: null }),
  aRow({
    label: "Far",
    valueText: "86.1%",
    low: "86.05",
    high: "86.15",
    role: "conflicts",
    href: "/x/#far",
  }),
]);

const sizes: readonly StripSize[] = ["large", "medium", "inline"];

const wideOf = (svg: string) => svg.slice(0, svg.indexOf("</svg>"));

/** Horizontal extent of the first polygon of a role. */
function extentOf(svg: string, role: string): { from: number; to: number } {
  const points = new RegExp(`<polygon class="mark mark--${role}" points="([^"]+)"`, "u").exec(
    svg,
  )?.[1];
  const xs = (points ?? "").split(" ").map((pair) => Number(pair.split(",")[0]));
  return { from: Math.min(...xs), to: Math.max(...xs) };
}

describe.each(sizes)("a %s strip", (size) => {
  const svg = precisionStrip(everything, size);

  it("is the same text every time", () => {
    expect(precisionStrip(everything, size)).toBe(svg);
  });

  it("carries no style attribute, script or handler", () => {
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=/u);
  });

  it("writes coordinates with at most two decimals", () => {
    expect(svg).not.toMatch(/\d\.\d{3}/u);
  });

  it("says in words what it shows", () => {
    expect(svg).toContain('role="img"');
    expect(svg).toContain("<title>Model on benchmark</title>");
    expect(svg).toContain(`<desc>${describeStrip(everything)}</desc>`);
  });

  it("escapes what sources write", () => {
    const hostile = aStrip([aRow({ label: '<b>"A&B"</b>', valueText: "<1%", href: '/?a="&b' })]);
    const drawn = precisionStrip({ ...hostile, title: "<script>" }, size);
    expect(drawn).not.toMatch(/<b>|<script>|"&b/u);
    expect(drawn).toContain("&lt;script&gt;");
  });

  it("has no NaN and no infinity in it", () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
  });
});

describe("what a reader sees before reading", () => {
  it.each(sizes)("54.6 lies under 55 and beside 54.9 (%s)", (size) => {
    const svg = precisionStrip(aStrip([standing, rounded, other]), size);
    const [precise, wide, apart] = ["standing", "rounds", "conflicts"].map((role) =>
      extentOf(svg, role),
    );
    if (!precise || !wide || !apart) throw new Error("A bar is missing.");
    expect(wide.from).toBeLessThan(precise.to);
    expect(precise.from).toBeLessThan(wide.to);
    expect(apart.from).toBeGreaterThan(precise.to);
  });

  it("neighbours that exclude each other keep a gap", () => {
    const svg = precisionStrip(
      aStrip([
        aRow({ valueText: "33.2%", low: "33.15", high: "33.25", role: "standing" }),
        aRow({ valueText: "33.3%", low: "33.25", high: "33.35", role: "conflicts" }),
      ]),
      "large",
    );
    expect(extentOf(svg, "conflicts").from - extentOf(svg, "standing").to).toBeGreaterThan(1);
  });

  it("a figure too narrow to see keeps a visible width", () => {
    const svg = precisionStrip(
      aStrip([standing, aRow({ low: "5000", high: "5001", role: "conflicts" })]),
      "medium",
    );
    const { from, to } = extentOf(svg, "standing");
    expect(to - from).toBeCloseTo(6, 1);
  });

  it("the standing's interval runs as a band through the rows", () => {
    const svg = wideOf(precisionStrip(aStrip([standing, other]), "large"));
    expect(svg.match(/class="strip-band"/gu)).toHaveLength(1);
    expect(precisionStrip(aStrip([other]), "large")).not.toContain("strip-band");
  });

  it("an exact figure is a point", () => {
    const exact = aRow({ low: "0.10", high: "0.10", exact: true, role: "standing" });
    const svg = precisionStrip(aStrip([exact]), "medium");
    expect(svg).toContain('<circle class="mark mark--standing"');
    expect(svg).not.toContain("<polygon");
  });

  it("an open end ends in an arrow at the edge of the plot", () => {
    const svg = precisionStrip(aStrip([aRow({ low: "50.5", high: null }), standing]), "medium");
    expect(extentOf(svg, "agrees").to).toBe(278);
    // Two ends of an arrow add three corners to the four of a bar.
    expect(/mark--agrees" points="([^"]+)"/u.exec(svg)?.[1]?.split(" ")).toHaveLength(7);
  });

  it("the ends of an approximate figure dissolve, and only its closed ends", () => {
    const about = aRow({ low: "52", high: "58", fades: true });
    const fades = (row: StripRow) =>
      precisionStrip(aStrip([row, standing]), "medium").match(/mark-fade--agrees/gu)?.length ?? 0;
    expect(fades(about)).toBe(6);
    expect(fades({ ...about, high: null })).toBe(3);
    expect(fades({ ...about, fades: false })).toBe(0);
  });

  it("a far source gets a second axis for the close ones rather than a broken one", () => {
    const far = aRow({
      label: "Far",
      valueText: "86.1%",
      low: "86.05",
      high: "86.15",
      role: "conflicts",
    });
    const svg = wideOf(precisionStrip(aStrip([standing, other, far]), "large"));
    expect(svg).toContain("magnified");
    expect(svg.match(/>Far </gu)).toHaveLength(1);
    expect(svg.match(/>Herald </gu)).toHaveLength(2);
    expect(precisionStrip(aStrip([standing, far]), "large")).not.toContain("magnified");
  });

  it("ticks promise no more decimals than the figures have", () => {
    const prices = ["0.10", "0.12"].map((price) =>
      aRow({ valueText: `$${price}`, low: price, high: price, exact: true }),
    );
    const svg = precisionStrip(aStrip(prices), "large");
    expect(svg).toContain(">0.11%<");
    expect(svg).not.toMatch(/>0\.\d{3}%</u);
  });
});

describe("words and links of a large strip", () => {
  it("is drawn twice, for wide and for narrow places", () => {
    const svg = precisionStrip(everything, "large");
    expect(svg.match(/<svg /gu)).toHaveLength(2);
    expect(svg).toContain('class="strip strip--large strip--wide" viewBox="0 0 640 ');
    expect(svg).toContain('class="strip strip--large strip--narrow" viewBox="0 0 360 ');
  });

  it("names each row's status", () => {
    const svg = precisionStrip(aStrip([standing, rounded, other]), "large");
    for (const word of ["stands", "rounds", "conflicts"]) expect(svg).toContain(`>${word}</text>`);
  });

  it("holds links in a group, since a picture hides what is in it", () => {
    const plain = precisionStrip(aStrip([standing]), "large");
    const linked = precisionStrip(aStrip([{ ...standing, href: "/x/#y" }]), "large");
    expect(plain).not.toContain('role="group"');
    expect(linked).toMatch(/<svg [^>]*role="group"/u);
    expect(linked).toContain('<a href="/x/#y" aria-label="Maker 54.6%, stands">');
  });

  it("lists and sentences hold no links", () => {
    expect(precisionStrip(everything, "medium")).not.toContain("<a ");
    expect(precisionStrip(everything, "inline")).not.toContain("<a ");
  });

  it("a row without a figure keeps its words and gets no bar", () => {
    const svg = wideOf(
      precisionStrip(
        aStrip([standing, aRow({ valueText: "not reported", low: null, high: null })]),
        "large",
      ),
    );
    expect(svg).toContain(">not reported<");
    expect(svg).not.toContain("mark--agrees");
  });
});

describe("a strip without any figure", () => {
  const empty = aStrip([aRow({ low: null, high: null })]);

  it("can be asked for and is refused", () => {
    expect(canDrawStrip(empty)).toBe(false);
    expect(() => precisionStrip(empty, "large")).toThrow(RangeError);
  });
});
