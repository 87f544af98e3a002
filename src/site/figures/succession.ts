import { escapeText, pixel, svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

interface SuccessionLine {
  readonly relation: "succeeds" | "replaces";
  readonly other: string;
  /** In which channel it is said to hold; empty where none is named. */
  readonly conditions: string;
  /** Who says so. */
  readonly who: string;
  readonly href: string;
}

/** Models, and for each the lines to those that it is said to come after. */
export interface SuccessionDefinition {
  readonly title: string;
  readonly groups: readonly { readonly label: string; readonly lines: readonly SuccessionLine[] }[];
}

const labelSize = 13;
const lineHeight = 17;
const lineGap = 10;
const groupGap = 18;

/** Full lines for what succeeds, dashed ones for what replaces; two drawings, of which the styles show one. */
export function successionSvg(definition: SuccessionDefinition): string {
  if (definition.groups.length === 0) return "";
  return draw(definition, "wide", 620) + draw(definition, "narrow", 350);
}

/** The lines that are drawn, each with what it says. */
export function successionKey({ groups }: SuccessionDefinition): { word: string; svg: string }[] {
  const used = new Set(groups.flatMap(({ lines }) => lines.map(({ relation }) => relation)));
  return (["succeeds", "replaces"] as const)
    .filter((relation) => used.has(relation))
    .map((relation) => ({
      word: relation,
      svg: svgElement(
        "svg",
        { class: "timeline", viewBox: "0 0 40 20", width: 32, height: 16, "aria-hidden": "true" },
        [
          svgElement("path", {
            class: `timeline-edge timeline-edge--${relation}`,
            d: "M1 10H33",
          }),
          svgElement("path", { class: "timeline-arrow", d: "M40 10l-8 -4v8Z" }),
        ],
      ),
    }));
}

const wordsOf = ({ relation, other, conditions }: SuccessionLine): string =>
  `${relation} ${other}${conditions === "" ? "" : ` ${conditions}`}`;

function draw(
  { title, groups }: SuccessionDefinition,
  kind: "wide" | "narrow",
  width: number,
): string {
  const labelWidth = Math.max(...groups.map(({ label }) => textWidth(label, labelSize, 600)));
  const from = labelWidth + 10;
  const to = from + (kind === "wide" ? 130 : 56);
  const textWidthLeft = width - to - 10;
  let y = 8;
  const picture: string[] = [];
  const words: string[] = [];
  for (const { label, lines } of groups) {
    const rows = lines.map((line) => {
      const head = wrapText(wordsOf(line), labelSize, textWidthLeft, 2, 600);
      const who = wrapText(line.who, labelSize, textWidthLeft, 2);
      const row = { line, head, who, y };
      y += (head.length + who.length) * lineHeight + lineGap;
      return row;
    });
    const middle = ((rows[0]?.y ?? y) + (rows.at(-1)?.y ?? y)) / 2 + 12;
    words.push(svgText(0, middle + 4, "timeline-strong", label));
    for (const { line, head, who, y: top } of rows) {
      const end = top + 10;
      const bend = (from + to) / 2;
      picture.push(
        svgElement("path", {
          class: `timeline-edge timeline-edge--${line.relation}`,
          d: `M${pixel(from)} ${pixel(middle)}C${pixel(bend)} ${pixel(middle)} ${pixel(bend)} ${pixel(end)} ${pixel(to - 7)} ${pixel(end)}`,
        }),
        svgElement("path", {
          class: "timeline-arrow",
          d: `M${pixel(to)} ${pixel(end)}l-8 -4v8Z`,
        }),
      );
      words.push(
        svgLink(line.href, `${label} ${wordsOf(line)}: ${line.who}`, [
          ...head.map((text, index) =>
            svgText(to + 7, end + 4 + index * lineHeight, "timeline-label", `${text} `),
          ),
          ...who.map((text, index) =>
            svgText(
              to + 7,
              end + 4 + (head.length + index) * lineHeight,
              "timeline-quiet",
              `${text} `,
            ),
          ),
        ]),
      );
    }
    y += groupGap;
  }
  const height = Math.ceil(y - groupGap);
  const description = groups
    .flatMap(({ label, lines }) =>
      lines.map((line) => `${label} ${wordsOf(line)}, says ${line.who}.`),
    )
    .join(" ");
  return svgElement(
    "svg",
    {
      class: `timeline mix--${kind}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "group",
      "aria-label": title,
    },
    [
      svgElement("g", { role: "img" }, [
        svgElement("title", {}, [escapeText(title)]),
        svgElement("desc", {}, [escapeText(description)]),
        ...picture,
      ]),
      ...words,
    ],
  );
}
