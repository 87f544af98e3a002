import { civilDate } from "../../core/quantity/calendar.ts";
import { axisTicks, pixelScale } from "./strip-scale.ts";
import { escapeText, pixel, svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** What can happen in the life of a model, in the order in which it happens. */
const timelineStages = ["announced", "available", "deprecated", "retired"] as const;
export type TimelineStage = (typeof timelineStages)[number];

/** The date that stands, one that says the same less exactly, or one that cannot be right beside it. */
export type TimelineDateRole = "stands" | "agrees" | "conflicts";

interface TimelineMark {
  readonly stage: TimelineStage;
  readonly role: TimelineDateRole;
  /** Whether it is announced for a day after the last one on which a source was read. */
  readonly isAhead: boolean;
  /** Days since 1970-01-01; the last is excluded. A month is as long as it is. */
  readonly from: number;
  readonly to: number;
  readonly what: string;
  readonly dateText: string;
  readonly href: string;
}

interface TimelineRow {
  readonly label: string;
  readonly href: string;
  readonly marks: readonly TimelineMark[];
}

export interface TimelineDefinition {
  readonly title: string;
  readonly description: string;
  /** A day that is marked across all lanes. */
  readonly guide: { readonly at: number; readonly label: string };
  readonly lanes: readonly { readonly title: string; readonly rows: readonly TimelineRow[] }[];
}

const labelSize = 13;
const markRadius = 5;

const shapes: Readonly<Record<TimelineStage, (x: number, y: number) => string>> = {
  // Around the others: an announcement often falls on the day of the release.
  announced: (x, y) => `M${pixel(x - 8)} ${pixel(y)}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z`,
  available: (x, y) => `M${pixel(x - markRadius)} ${pixel(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
  deprecated: (x, y) => `M${pixel(x - 5.5)} ${pixel(y - 4.5)}h11l-5.5 10Z`,
  retired: (x, y) => `M${pixel(x - 4.5)} ${pixel(y - 4.5)}h9v9h-9Z`,
};
/** Shapes that are filled where the date stands: the ends of the time in which a model can be used. */
const filledStages: ReadonlySet<TimelineStage> = new Set(["available", "retired"]);

/** A mark by stage and role: told apart by shape and filling, and by colour on top. What lies ahead is hollow. */
function stageMark(
  { stage, role, isAhead }: Pick<TimelineMark, "stage" | "role" | "isAhead">,
  x: number,
  y: number,
): string {
  const isHollow = role === "conflicts" || isAhead || !filledStages.has(stage);
  const isRing = stage === "announced";
  const mark = svgElement("path", {
    class: `timeline-mark${isRing ? " timeline-mark--ring" : isHollow ? " timeline-mark--hollow" : ""}${role === "conflicts" ? " timeline-mark--conflicts" : ""}`,
    d: shapes[stage](x, y),
  });
  // Crossed out in outline: a date that does not stand is told without colour as well.
  return role === "conflicts"
    ? mark +
        svgElement("line", {
          class: "timeline-mark timeline-mark--conflicts",
          x1: x - 7,
          x2: x + 7,
          y1: y + 7,
          y2: y - 7,
        })
    : mark;
}

interface TimelineKeyEntry {
  readonly word: string;
  readonly svg: string;
  /** The drawing in which it occurs; null for both. */
  readonly drawing: "wide" | null;
}

/** The marks and lines that a timeline uses, each with its words: an event has the name that it has in the registry. */
export function timelineKey({ lanes, guide }: TimelineDefinition): TimelineKeyEntry[] {
  const rows = lanes.flatMap((lane) => lane.rows);
  const marks = rows.flatMap((row) => row.marks);
  const sample = (width: number, parts: readonly string[]) =>
    svgElement(
      "svg",
      {
        class: "timeline",
        viewBox: `0 0 ${width} 20`,
        width: width * 0.8,
        height: 16,
        "aria-hidden": "true",
      },
      parts,
    );
  const entry = (word: string, mark: Parameters<typeof stageMark>[0]): TimelineKeyEntry => ({
    word,
    svg: sample(20, [stageMark(mark, 10, 10)]),
    drawing: null,
  });
  const stages = timelineStages.flatMap((stage) => {
    const own = marks.filter((mark) => mark.stage === stage && mark.role === "stands");
    const word = [...new Set(own.map(({ what }) => what.toLowerCase()))].join(" or ");
    return [
      ...(own.some(({ isAhead }) => !isAhead)
        ? [entry(word, { stage, role: "stands", isAhead: false })]
        : []),
      ...(own.some(({ isAhead }) => isAhead)
        ? [entry(`${word} announced for later`, { stage, role: "stands", isAhead: true })]
        : []),
    ];
  });
  const conflicting = marks.find(({ role }) => role === "conflicts");
  const lives = rows.map(lifeOf);
  const lines: [isUsed: boolean, word: string, parts: string[]][] = [
    [lives.includes("whole"), "can be used", [lifeBar(1, 10, 30, "whole")]],
    [lives.includes("begun"), "no source dates the end", [lifeBar(1, 10, 30, "begun")]],
    [
      lives.includes("ended"),
      "no source dates the beginning",
      [unknownBeginning(0, 10), lifeBar(9, 10, 22, "ended")],
    ],
    [
      marks.some(isExtended),
      "a month or a year, where that is all a source gives",
      [svgElement("rect", { class: "timeline-extent", x: 1, y: 9, width: 30, height: 3 })],
    ],
    [
      rows.length > 0,
      guide.label,
      [svgElement("line", { class: "timeline-track", x1: 16, x2: 16, y1: 1, y2: 19 })],
    ],
  ];
  return [
    ...stages,
    ...(conflicting
      ? [
          entry("another date that a source gives, in conflict", {
            stage: conflicting.stage,
            role: "conflicts",
            isAhead: false,
          }),
        ]
      : []),
    ...lines.flatMap(([isUsed, word, parts]) =>
      isUsed ? [{ word, svg: sample(32, parts), drawing: "wide" as const }] : [],
    ),
  ];
}

/** Two drawings, of which the styles show one: lanes of rows on a wide screen, one column of events on a narrow one. */
export function timelineSvg(definition: TimelineDefinition): string {
  const all = definition.lanes.flatMap(({ rows }) => rows.flatMap(({ marks }) => marks));
  return all.length === 0 ? "" : drawWide(definition, all) + drawNarrow(definition);
}

const wholeYears = (mark: TimelineMark): boolean => mark.to - mark.from > 360;

/** Where a mark stands: the first of its days, or the middle of a month or a year. */
const placeOf = ({ from, to }: TimelineMark): number => (to - from <= 1 ? from : (from + to) / 2);

function domainOf(marks: readonly TimelineMark[]): { from: number; to: number } {
  const from = Math.min(...marks.map((mark) => mark.from));
  const to = Math.max(...marks.map((mark) => (wholeYears(mark) ? mark.from : mark.to)));
  return { from: from - 20, to: to + 20 };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const tickLabel = (iso: string): string =>
  iso.slice(5, 7) === "01" ? iso.slice(0, 4) : (months[Number(iso.slice(5, 7)) - 1] ?? "");

function drawWide(definition: TimelineDefinition, all: readonly TimelineMark[]): string {
  const width = 1000;
  const labels = definition.lanes.flatMap(({ rows }) => rows.map(({ label }) => label));
  const labelWidth = Math.min(
    200,
    Math.max(...labels.map((label) => textWidth(label, labelSize, 600))),
  );
  const plotLeft = labelWidth + 18;
  const plotRight = width - 12;
  const domain = domainOf(all);
  const scale = pixelScale(domain, plotLeft, plotRight);
  const rowHeight = 27;
  const laneGap = 40;
  const axisTop = 18;
  let y = axisTop + 14;
  const picture: string[] = [];
  const words: string[] = [];
  for (const lane of definition.lanes) {
    y += laneGap - rowHeight / 2;
    words.push(svgText(0, y, "timeline-strong timeline-lane", lane.title));
    y += 10;
    for (const row of lane.rows) {
      y += rowHeight;
      const middle = y - 5;
      picture.push(
        svgElement("line", {
          class: "timeline-grid",
          x1: plotLeft,
          x2: plotRight,
          y1: middle,
          y2: middle,
        }),
        drawLife(row, scale, middle, plotLeft, plotRight),
        ...row.marks.map((mark) => drawExtent(mark, scale, middle, plotLeft, plotRight)),
      );
      words.push(
        svgLink(row.href, row.label, [
          svgText(0, y, "timeline-label", wrapText(row.label, labelSize, labelWidth, 1).join(" ")),
        ]),
        // What stands is drawn last, over what does not.
        ...[...row.marks]
          .filter(({ role }) => role !== "agrees")
          .sort((one, other) => Number(one.role === "stands") - Number(other.role === "stands"))
          .map((mark) => {
            const x = scale(placeOf(mark));
            return svgLink(mark.href, markLabel(row.label, mark), [
              svgElement("rect", {
                x: x - 8,
                y: middle - 10,
                width: 16,
                height: 20,
                "fill-opacity": "0",
              }),
              stageMark(mark, x, middle),
            ]);
          }),
      );
    }
    y += 10;
  }
  const bottom = y + 2;
  const guide = scale(definition.guide.at);
  // The first year is named as well, though it begins before the axis does.
  const ticks = axisTicks(domain, "calendar", 9, tickLabel).map(({ at, label }, index) => ({
    at,
    label: index === 0 && !/\d/.test(label) ? `${label} ${civilDate(at).year}` : label,
  }));
  const frame = [
    ...ticks.flatMap(({ at, label }) => [
      svgElement("line", {
        class: "timeline-grid",
        x1: scale(at),
        x2: scale(at),
        y1: axisTop + 6,
        y2: bottom,
      }),
      svgText(scale(at), axisTop, "timeline-quiet", label, "middle"),
    ]),
    svgElement("line", {
      class: "timeline-track",
      x1: guide,
      x2: guide,
      y1: axisTop + 6,
      y2: bottom + 8,
    }),
    svgText(guide, bottom + 24, "timeline-quiet", definition.guide.label, "middle"),
  ];
  return drawing(definition, "wide", width, bottom + 32, [...frame, ...picture], words);
}

const markLabel = (subject: string, { what, dateText, role, isAhead }: TimelineMark): string =>
  `${subject}, ${what}${isAhead ? " announced for" : ""} ${dateText}${role === "conflicts" ? ", in conflict with another date" : ""}`;

/** What sources date of the time in which a model can be used: both of its ends, one of them, or none. */
type Life = "whole" | "begun" | "ended" | null;

const datedMark = ({ marks }: TimelineRow, stage: TimelineStage) =>
  marks.find((mark) => mark.stage === stage && mark.role === "stands");

function lifeOf(row: TimelineRow): Life {
  const [begin, end] = [datedMark(row, "available"), datedMark(row, "retired")];
  if (begin) return end ? "whole" : "begun";
  return end ? "ended" : null;
}

/** A bar; an outline where nobody dates an end. */
const lifeBar = (x: number, y: number, width: number, life: Exclude<Life, null>): string =>
  svgElement("rect", {
    class: life === "whole" ? "timeline-life" : "timeline-life--open",
    x,
    y: y - 4,
    width: Math.max(0, width),
    height: 8,
  });

const unknownBeginning = (x: number, y: number): string => svgText(x, y + 4, "timeline-quiet", "?");

/** A bar whose beginning nobody dates is short, and begins with a question mark: it says nothing of how old the model is. */
const UNDATED_LENGTH = 48;

/** From where a model can be used to where it no longer can; an end that no source dates is open. */
function drawLife(
  row: TimelineRow,
  scale: (at: number) => number,
  y: number,
  left: number,
  right: number,
): string {
  const life = lifeOf(row);
  if (life === null) return "";
  const [begin, end] = [datedMark(row, "available"), datedMark(row, "retired")];
  const to = end ? scale(placeOf(end)) : right;
  const from = begin ? scale(placeOf(begin)) : Math.max(left, to - UNDATED_LENGTH);
  return lifeBar(from, y, to - from, life) + (begin ? "" : unknownBeginning(from - 9, y));
}

/** A month or a year, which is drawn as long as it is. */
const isExtended = ({ from, to }: TimelineMark): boolean => to - from > 1;

function drawExtent(
  mark: TimelineMark,
  scale: (at: number) => number,
  y: number,
  left: number,
  right: number,
): string {
  if (!isExtended(mark)) return "";
  const from = Math.max(left, scale(mark.from));
  const to = Math.min(right, scale(mark.to));
  return svgElement("rect", {
    class: "timeline-extent",
    x: from,
    y: y + 6,
    width: to - from,
    height: 3,
  });
}

interface NarrowEvent {
  readonly lanes: readonly number[];
  readonly mark: TimelineMark;
  readonly subjects: { readonly label: string; readonly href: string }[];
}

/** The same event of several models in the same lanes is one. Dates that only say the same less exactly are left to the table. */
function narrowEvents({ lanes }: TimelineDefinition): NarrowEvent[] {
  const places = new Map<string, { mark: TimelineMark; label: string; lanes: number[] }>();
  for (const [lane, { rows }] of lanes.entries()) {
    for (const { label, marks } of rows) {
      for (const mark of marks.filter(({ role }) => role !== "agrees")) {
        const key = [label, mark.stage, mark.role, mark.from, mark.to, mark.href].join(" ");
        const place = places.get(key);
        if (place) place.lanes.push(lane);
        else places.set(key, { mark, label, lanes: [lane] });
      }
    }
  }
  const events = new Map<string, NarrowEvent>();
  for (const { mark, label, lanes: own } of places.values()) {
    const key = [own.join("+"), mark.stage, mark.role, mark.from, mark.to].join(" ");
    const subject = { label, href: mark.href };
    const event = events.get(key);
    if (event) event.subjects.push(subject);
    else events.set(key, { lanes: own, mark, subjects: [subject] });
  }
  return [...events.values()].sort(
    (one, other) =>
      placeOf(one.mark) - placeOf(other.mark) ||
      timelineStages.indexOf(one.mark.stage) - timelineStages.indexOf(other.mark.stage) ||
      (one.lanes[0] ?? 0) - (other.lanes[0] ?? 0),
  );
}

/**
 * One event under the other, on the track of its lane. Distances here are those of the words and not of time: within 360 pixels events of
 * one week would lie on one another. A month or a year is a bar beside its mark.
 */
function drawNarrow(definition: TimelineDefinition): string {
  const width = 360;
  const lineHeight = 18;
  const gap = 14;
  const tracks = definition.lanes.map((_, lane) => 10 + lane * 24);
  const lastTrack = tracks.at(-1) ?? 10;
  const textLeft = lastTrack + 26;
  const events = narrowEvents(definition);
  const picture: string[] = [];
  const words: string[] = [];
  // Each lane is named where its track begins, one line lower than the one before.
  const top = definition.lanes.length * lineHeight + 8;
  for (const [lane, { title }] of definition.lanes.entries()) {
    const x = tracks[lane] ?? 0;
    const y = (lane + 1) * lineHeight - 5;
    picture.push(
      svgElement("polyline", {
        class: "timeline-leader",
        points: `${pixel(x)},${pixel(top)} ${pixel(x)},${pixel(y - 4)} ${pixel(textLeft - 5)},${pixel(y - 4)}`,
      }),
      svgText(textLeft, y, "timeline-quiet", title),
    );
  }
  let y = top + gap;
  for (const { mark, lanes, subjects } of events) {
    const isConflicting = mark.role === "conflicts";
    const height = (subjects.length + 2) * lineHeight;
    for (const lane of lanes) {
      const x = tracks[lane] ?? 0;
      if (isExtended(mark))
        picture.push(
          svgElement("rect", { class: "timeline-extent", x: x - 1.5, y: y + 4, width: 3, height }),
        );
      picture.push(stageMark(mark, x, y + 6));
    }
    const names = lanes.map((lane) => definition.lanes[lane]?.title ?? "").join(" and ");
    words.push(
      svgText(textLeft, y + 10, "timeline-strong", `${mark.dateText} `),
      svgText(
        textLeft,
        y + 10 + lineHeight,
        isConflicting ? "timeline-alert" : "timeline-quiet",
        `${mark.what}${mark.isAhead ? ", announced" : ""}, ${names}${isConflicting ? ", in conflict" : ""}: `,
      ),
      ...subjects.map(({ label, href }, index) =>
        svgLink(href, markLabel(label, mark), [
          svgText(
            textLeft,
            y + 10 + (index + 2) * lineHeight,
            "timeline-label",
            `${wrapText(label, labelSize, width - textLeft, 1).join(" ")} `,
          ),
        ]),
      ),
    );
    y += height + gap;
  }
  const rails = tracks.map((x) =>
    svgElement("line", { class: "timeline-track", x1: x, x2: x, y1: top, y2: y }),
  );
  return drawing(definition, "narrow", width, y, [...rails, ...picture], words);
}

function drawing(
  { title, description }: TimelineDefinition,
  kind: "wide" | "narrow",
  width: number,
  height: number,
  picture: readonly string[],
  words: readonly string[],
): string {
  const box = Math.ceil(height);
  return svgElement(
    "svg",
    {
      class: `timeline timeline--${kind}`,
      viewBox: `0 0 ${width} ${box}`,
      width,
      height: box,
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
