import { describe, expect, test } from "vitest";
import { dateSpan } from "../../../src/core/quantity/calendar.ts";
import { successionSvg } from "../../../src/site/figures/succession.ts";
import {
  type TimelineDateRole,
  type TimelineDefinition,
  type TimelineStage,
  timelineKey,
  timelineSvg,
} from "../../../src/site/figures/timeline.ts";

const mark = (stage: TimelineStage, iso: string, role: TimelineDateRole = "stands") => {
  const { first, afterLast } = dateSpan(iso);
  return { stage, role, from: first, to: afterLast, what: stage, dateText: iso, href: `/${iso}` };
};
const definition = (
  ...rows: { label: string; marks: ReturnType<typeof mark>[] }[]
): TimelineDefinition => ({
  title: "Lives & <dates>",
  description: "What happened.",
  guide: { at: dateSpan("2026-01-01").first, label: "the day" },
  lanes: [{ title: "API", rows: rows.map((row) => ({ ...row, href: "/model" })) }],
});
const wide = (timeline: TimelineDefinition) =>
  timelineSvg(timeline).split("timeline--narrow")[0] ?? "";
const marksAt = (svg: string) =>
  [...svg.matchAll(/class="timeline-mark[^"]*" d="M([\d.]+) /g)].map(([, x]) => Number(x));

describe("the timeline", () => {
  test("says what it is, escaped, and carries no style", () => {
    const svg = timelineSvg(definition({ label: "One", marks: [mark("available", "2026-01-01")] }));
    expect(svg).toContain("<title>Lives &amp; &lt;dates&gt;</title>");
    expect(svg).toContain("<desc>What happened.</desc>");
    expect(svg).not.toContain("style=");
  });

  test("draws nothing where nothing happened", () => {
    expect(timelineSvg(definition())).toBe("");
  });

  test("places later events further on, at distances in proportion to their days", () => {
    const svg = wide(
      definition(
        {
          label: "One",
          marks: [mark("available", "2026-01-01"), mark("retired", "2026-03-02")],
        },
        { label: "Two", marks: [mark("available", "2026-01-31")] },
      ),
    );
    const [begin = 0, end = 0, between = 0] = marksAt(svg);
    // The mark of a retirement is drawn from its corner.
    expect(end + 4.5 - 5 - begin).toBeCloseTo((between - begin) * 2, 0);
  });

  test("fills the life between two dates and leaves one without an end open", () => {
    const whole = wide(
      definition({
        label: "One",
        marks: [mark("available", "2026-01-01"), mark("retired", "2026-03-01")],
      }),
    );
    expect(whole).toContain('class="timeline-life"');
    const open = wide(definition({ label: "One", marks: [mark("available", "2026-01-01")] }));
    expect(open).toContain('class="timeline-life--open"');
    expect(open).not.toContain('class="timeline-life"');
  });

  test("draws a month as an extent, and a day as none", () => {
    expect(wide(definition({ label: "One", marks: [mark("available", "2026-01")] }))).toContain(
      "timeline-extent",
    );
    expect(
      wide(definition({ label: "One", marks: [mark("available", "2026-01-01")] })),
    ).not.toContain("timeline-extent");
  });

  test("leads from each event to who says so, and says that a date is in conflict", () => {
    const svg = timelineSvg(
      definition({
        label: "One",
        marks: [mark("available", "2026-01-01"), mark("available", "2026-01-05", "conflicts")],
      }),
    );
    expect(svg).toContain(
      'href="/2026-01-05" aria-label="One, available 2026-01-05, in conflict with another date"',
    );
    expect(svg).toContain("in conflict: ");
  });

  test("names only the marks that it uses", () => {
    const key = timelineKey(
      definition({
        label: "One",
        marks: [
          mark("retired", "2026-01-01"),
          mark("announced", "2025-01-01"),
          mark("announced", "2025-02-01", "conflicts"),
        ],
      }),
    );
    expect(key.map(({ word }) => word)).toEqual([
      "announced",
      "retired",
      "another date that a source gives, in conflict",
    ]);
  });

  test("draws one event of several models once on a narrow screen, with a link for each", () => {
    const [, narrow = ""] = timelineSvg(
      definition(
        { label: "One", marks: [mark("available", "2026-01-01")] },
        { label: "Two", marks: [mark("available", "2026-01-01")] },
      ),
    ).split("timeline--narrow");
    expect(marksAt(narrow)).toHaveLength(1);
    expect(narrow.match(/<a /g)).toHaveLength(2);
  });
});

test("succession draws each relation in a way of its own, with who says so", () => {
  const svg = successionSvg({
    title: "Lines",
    groups: [
      {
        label: "Two",
        lines: [
          { relation: "succeeds", other: "One", conditions: "", who: "Acme", href: "/a" },
          { relation: "replaces", other: "Zero", conditions: "in API", who: "Beta", href: "/b" },
        ],
      },
    ],
  });
  expect(svg).toContain("timeline-edge--succeeds");
  expect(svg).toContain("timeline-edge--replaces");
  expect(svg).toContain('href="/b" aria-label="Two replaces Zero in API: Beta"');
  expect(svg).toContain(
    "<desc>Two succeeds One, says Acme. Two replaces Zero in API, says Beta.</desc>",
  );
  expect(svg).not.toContain("style=");
  expect(successionSvg({ title: "", groups: [] })).toBe("");
});
