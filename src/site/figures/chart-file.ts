/**
 * A chart as a file of its own, which has to read without our pages, styles and fonts: title, units, key, remarks, sources and the
 * ledger's address are inside. Looks are attributes, since the policy that our server sends with the file refuses styles.
 */
import type { ChartDefinition } from "./chart-definition.ts";
import { chartWidths } from "./chart-element.ts";
import { chartRemarks } from "./chart-remarks.ts";
import { chartKey, drawChart } from "./chart-svg.ts";
import { escapeText, pixel, svgElement, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

export interface ChartOrigin {
  /** Where the chart stands on the site, as a whole address. */
  readonly address: string;
  /** The documents that are drawn, in words. */
  readonly sources: readonly string[];
  /** The version of the dataset. */
  readonly datasetHash: string;
}

/** The light values of `src/styles/tokens.css`; a test compares them. */
export const filePalette = {
  paper: "#fcfbf8",
  ink: "#1a1b1e",
  "ink-quiet": "#56575a",
  alert: "#a32c18",
  rule: "#dad7ce",
  "rule-strong": "#7f7c74",
  "mark-standing": "#1a1b1e",
  "mark-agrees": "#2b67a6",
  "mark-rounds": "#2b67a6",
  "mark-conflicts": "#b8341d",
  "mark-scope": "#6a6a68",
} as const;

type Attributes = Readonly<Record<string, string>>;
const colour = filePalette;
const textOf = (fill: string, size = 13, weight = 400): Attributes => ({
  fill,
  stroke: colour.paper,
  "stroke-width": "3",
  "stroke-linejoin": "round",
  "paint-order": "stroke",
  "font-size": String(size),
  ...(weight === 400 ? {} : { "font-weight": String(weight) }),
});
const filled = (fill: string): Attributes => ({ fill });
const outlined = (stroke: string, width = "1.5"): Attributes => ({
  fill: "none",
  stroke,
  "stroke-width": width,
});
const interval = (stroke: string): Attributes => ({ stroke, "stroke-width": "2" });

/** What `figures.css` and `charts.css` say of each class; a class that is missing here is an error. */
const looks: Readonly<Record<string, Attributes>> = {
  chart: {},
  "chart--wide": {},
  "chart-key-mark": {},
  mark: {},
  "mark--standing": filled(colour["mark-standing"]),
  "mark--agrees": filled(colour["mark-agrees"]),
  "mark--rounds": outlined(colour["mark-rounds"]),
  "mark--conflicts": filled(colour["mark-conflicts"]),
  "mark--scope": { ...outlined(colour["mark-scope"]), "stroke-dasharray": "2.5 1.5" },
  "chart-grid": { stroke: colour.rule, "stroke-width": "1" },
  "chart-baseline": { stroke: colour["rule-strong"], "stroke-width": "1" },
  "chart-break": { stroke: colour.ink, "stroke-width": "1.5" },
  "chart-frontier": outlined(colour.ink),
  "chart-interval": {},
  "chart-interval--standing": interval(colour["mark-standing"]),
  "chart-interval--agrees": interval(colour["mark-agrees"]),
  "chart-interval--rounds": interval(colour["mark-agrees"]),
  "chart-interval--conflicts": interval(colour["mark-conflicts"]),
  "chart-interval--scope": interval(colour["mark-scope"]),
  "chart-group": textOf(colour.ink, 15),
  "chart-section": textOf(colour.ink, 15, 600),
  "chart-tick": textOf(colour["ink-quiet"]),
  "chart-axis-label": textOf(colour["ink-quiet"]),
  "chart-source": textOf(colour["ink-quiet"]),
  "chart-total": textOf(colour["ink-quiet"]),
  "chart-label": textOf(colour.ink),
  "chart-sign": textOf(colour["ink-quiet"], 10),
  "chart-value": textOf(colour.ink, 13, 600),
  "chart-value--conflicts": { fill: colour.alert },
  bar: {},
  "bar--plain": filled(colour["rule-strong"]),
  "bar--solid": filled(colour["mark-agrees"]),
  "bar--hollow": outlined(colour["mark-rounds"]),
  "bar--dotted": outlined(colour["mark-scope"]),
  "bar--full": filled(colour["mark-conflicts"]),
  "bar--crossed": outlined(colour["mark-conflicts"]),
  "bar--quiet": outlined(colour["rule-strong"]),
  "bar--open": { ...outlined(colour["mark-conflicts"]), "stroke-dasharray": "3 2" },
  "bar-lines": {},
  "bar-lines--dotted": outlined(colour["mark-scope"], "1"),
  "bar-lines--crossed": outlined(colour["mark-conflicts"], "1"),
  "file-title": textOf(colour.ink, 20, 600),
  "file-note": textOf(colour["ink-quiet"]),
};

const margin = 24;
const noteHeight = 18;

/** The wide drawing in a file that needs nothing else. */
export function chartFile(definition: ChartDefinition, origin: ChartOrigin): string {
  const width = chartWidths.wide;
  const parts: string[] = [];
  let y = 0;
  const write = (text: string, className: string, size: number, height: number, weight?: 600) => {
    for (const line of wrapText(text, size, width, 12, weight)) {
      y += height;
      parts.push(svgText(0, y, className, line));
    }
  };
  const writeNotes = (texts: readonly string[]) => {
    for (const text of texts) write(text, "file-note", 13, noteHeight);
  };
  write(definition.title, "file-title", 20, 26, 600);
  y += 4;
  writeNotes([definition.description]);
  y += 12;
  let x = 0;
  for (const { word, svg } of chartKey(definition)) {
    const own = 28 + textWidth(word, 13);
    if (x > 0 && x + own > width) {
      x = 0;
      y += noteHeight;
    }
    parts.push(svg.replace("<svg", `<svg x="${pixel(x)}" y="${pixel(y)}"`));
    parts.push(svgText(x + 24, y + 11.5, "file-note", word));
    x += own + 16;
  }
  y += x === 0 ? 0 : 30;
  const drawing = drawChart(definition, "wide");
  const height = Number(/ height="(\d+)"/.exec(drawing)?.[1] ?? "0");
  parts.push(drawing.replace("<svg", `<svg y="${pixel(y)}"`));
  y += height + 8;
  writeNotes(chartRemarks(definition).list.map(({ sign, text }) => `${sign} ${text}.`));
  writeNotes(definition.notes ?? []);
  if (origin.sources.length > 0) writeNotes([`Sources: ${origin.sources.join("; ")}.`]);
  writeNotes([`Release Ledger, ${origin.address}, dataset ${origin.datasetHash.slice(0, 12)}.`]);
  const outer = { width: width + margin * 2, height: Math.ceil(y + margin * 2) };
  const markup = svgElement(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `${-margin} ${-margin} ${outer.width} ${outer.height}`,
      ...outer,
      "font-family": "'Source Sans 3', 'Noto Sans', system-ui, 'Segoe UI', Arial, sans-serif",
    },
    [
      svgElement("rect", {
        x: -margin,
        y: -margin,
        ...outer,
        fill: colour.paper,
      }),
      ...parts,
    ],
  );
  return `${withAddresses(withLooks(markup), origin.address)}\n`;
}

/** Classes turned into attributes, and every text held to the width for which it was placed, whatever the font. */
function withLooks(markup: string): string {
  return markup
    .replace(/<text([^>]*)>([^<]*)<\/text>/g, (_whole, attributes: string, text: string) => {
      const shown = text.trim();
      const look = lookOf(/ class="([^"]*)"/.exec(attributes)?.[1] ?? "");
      const size = Number(look["font-size"] ?? "13");
      const wide = textWidth(plainText(shown), size, look["font-weight"] === "600" ? 600 : 400);
      const held = `textLength="${pixel(wide)}" lengthAdjust="spacingAndGlyphs"`;
      return `<text${attributes} ${held}>${shown}</text>`;
    })
    .replace(/ class="([^"]*)"/g, (_whole, classes: string) =>
      Object.entries(lookOf(classes))
        .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
        .join(""),
    );
}

function lookOf(classes: string): Attributes {
  return Object.assign(
    {},
    ...classes.split(" ").map((name) => {
      const look = looks[name];
      if (look === undefined) throw new RangeError(`A chart file has no look for .${name}.`);
      return look;
    }),
  );
}

const plainText = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Links within the site made whole, where the address of the chart is. */
function withAddresses(markup: string, address: string): string {
  if (!URL.canParse(address)) return markup;
  return markup.replace(
    / href="([^"]+)"/g,
    (_whole, href: string) => ` href="${escapeText(new URL(plainText(href), address).href)}"`,
  );
}
