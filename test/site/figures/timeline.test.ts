import { describe, expect, test } from "vitest";
import { dateSpan } from "../../../src/core/quantity/calendar.ts";
import {
  type SuccessionDefinition,
  successionKey,
  successionSvg,
} from "../../../src/site/figures/succession.ts";
import {
  type TimelineDateRole,
  type TimelineDefinition,
  type TimelineStage,
  timelineKey,
  timelineSvg,
} from "../../../src/site/figures/timeline.ts";

const mark = (stage: TimelineStage, iso: string, role: TimelineDateRole = "stands") => {
  const { first, afterLast } = dateSpan(iso);
  return {
    stage,
    role,
    isAhead: false,
    from: first,
    to: afterLast,
    what: stage,
    dateText: iso,
    href: `/${iso}`,
  };
};
const ahead = (stage: TimelineStage, iso: string) => ({ ...mark(stage, iso), isAhead: true });
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
      "no source dates the beginning",
      "the day",
    ]);
  });

  test("names every line that it draws, and those of the wide drawing for it alone", () => {
    const key = timelineKey(
      definition(
        { label: "One", marks: [mark("available", "2026-01"), mark("retired", "2026-03-01")] },
        { label: "Two", marks: [mark("available", "2026-01-01")] },
      ),
    );
    expect(key.map(({ word, drawing }) => [word, drawing])).toEqual([
      ["available", null],
      ["retired", null],
      ["can be used", "wide"],
      ["no source dates the end", "wide"],
      ["a month or a year, where that is all a source gives", "wide"],
      ["the day", "wide"],
    ]);
  });

  test("draws an end that is announced and lies ahead hollow, and says so", () => {
    const marks = [mark("available", "2026-01-01"), ahead("retired", "2027-01-01")];
    const timeline = definition({ label: "One", marks });
    const hollow = /class="timeline-mark timeline-mark--hollow" d="M[\d.]+ [\d.]+h9v9h-9Z"/;
    expect(wide(timeline)).toMatch(hollow);
    expect(wide(timeline)).toContain('aria-label="One, retired announced for 2027-01-01"');
    expect(timelineKey(timeline).map(({ word }) => word)).toContain("retired announced for later");
    const past = definition({ label: "One", marks: [mark("retired", "2027-01-01")] });
    expect(wide(past)).not.toMatch(hollow);
  });

  test("draws a life whose beginning nobody dates short, from a question mark", () => {
    const svg = wide(
      definition(
        { label: "One", marks: [mark("available", "2024-01-01"), mark("retired", "2026-03-01")] },
        { label: "Old", marks: [mark("retired", "2026-03-01")] },
      ),
    );
    expect(svg).toContain(">?</text>");
    const [, width] = /class="timeline-life--open"[^>]* width="([\d.]+)"/.exec(svg) ?? [];
    expect(Number(width)).toBeLessThan(60);
  });

  test("names the year of the first tick, even where the axis begins within it", () => {
    const svg = wide(
      definition({
        label: "One",
        marks: [mark("available", "2023-03-20"), mark("retired", "2025-03-01")],
      }),
    );
    const [, first] = /class="timeline-quiet" text-anchor="middle">([^<]+)</.exec(svg) ?? [];
    expect(first).toBe("Apr 2023");
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
  const lines: SuccessionDefinition = {
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
  };
  const svg = successionSvg(lines);
  expect(successionKey(lines).map(({ word }) => word)).toEqual(["succeeds", "replaces"]);
  expect(svg).toContain("timeline-edge--succeeds");
  expect(svg).toContain("timeline-edge--replaces");
  expect(svg).toContain('href="/b" aria-label="Two replaces Zero in API: Beta"');
  expect(svg).toContain(
    "<desc>Two succeeds One, says Acme. Two replaces Zero in API, says Beta.</desc>",
  );
  expect(svg).not.toContain("style=");
  expect(successionSvg({ title: "", groups: [] })).toBe("");
  expect(successionKey({ title: "", groups: [] })).toEqual([]);
});
