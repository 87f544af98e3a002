import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { lineageView } from "../../../src/site/views/lineage.ts";
import { aClaim, aMetric, anAvailabilityClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const date = (name: string, family: string) =>
  aMetric({ name, kind: "date", family, unit: "date", better: "neither", conditions: ["channel"] });
const metrics = {
  "announcement-date": date("Announced", "release-dates"),
  launch: date("Launched", "release-dates"),
  shutdown: date("Shut down", "retirement-dates"),
  cutoff: date("Knowledge ends", "cutoff"),
};
const release = {
  title: "One",
  summary: "A release.",
  announced: "2026-01-01",
  organisation: "acme",
  subjects: ["acme/one"],
  primary: "acme/card",
  lanes: [
    { channel: "api", title: "For programs" },
    { channel: "app", title: "In the app" },
  ],
};
const API = { conditions: { channel: "api" } };
const APP = { conditions: { channel: "app" } };
const launch = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ metric: "launch", value, ...overrides });

function viewOf(claims: readonly AuthoredFields[], sources: DatasetParts["sources"] = {}) {
  const analysis = analysisOf({
    metrics,
    releases: { one: release },
    sources: { "acme/card": claims, ...sources },
  });
  return lineageView(analysis, known(analysis.dataset.releases, "one"));
}
/** Its events as `what: titles of its lanes`. */
const lanesOf = (claims: readonly AuthoredFields[]) => {
  const { events, lanes } = viewOf(claims);
  return events.map(
    (event) =>
      `${event.subject.text} ${event.what}: ${event.lanes.map((lane) => lanes[lane]).join(", ")}`,
  );
};

describe("an event stands", () => {
  test.each<[string, AuthoredFields[], string]>([
    ["in the lane that it names", [launch("2026-01-01", APP)], "One Launched: In the app"],
    [
      "where the subject is available, when it names no lane",
      [launch("2026-01-01"), anAvailabilityClaim("yes", API)],
      "One Launched: For programs",
    ],
    [
      "not where it is said to be unavailable",
      [launch("2026-01-01"), anAvailabilityClaim("yes", APP), anAvailabilityClaim("no", API)],
      "One Launched: In the app",
    ],
    [
      "in every lane in which it is available",
      [launch("2026-01-01"), anAvailabilityClaim("yes", API), anAvailabilityClaim("yes", APP)],
      "One Launched: For programs, In the app",
    ],
    [
      "in every lane, when nobody says where the subject is",
      [launch("2026-01-01")],
      "One Launched: For programs, In the app",
    ],
    [
      "not on the ground of another subject's availability",
      [launch("2026-01-01"), anAvailabilityClaim("yes", { ...API, subject: "acme/zero" })],
      "One Launched: For programs, In the app",
    ],
  ])("%s", (_, claims, lane) => {
    expect(lanesOf(claims)).toEqual([lane]);
  });

  test("not in a lane that has a date of the same kind of its own", () => {
    const both = [anAvailabilityClaim("yes", API), anAvailabilityClaim("yes", APP)];
    expect(lanesOf([launch("2026-01-01"), launch("2026-05-14", APP), ...both])).toEqual([
      "One Launched: For programs",
      "One Launched: In the app",
    ]);
  });

  test("but in one whose own date is of another kind", () => {
    const both = [anAvailabilityClaim("yes", API), anAvailabilityClaim("yes", APP)];
    expect(
      lanesOf([
        launch("2026-01-01"),
        aClaim({ metric: "shutdown", value: "2027-01-01", ...APP }),
        ...both,
      ]),
    ).toEqual(["One Launched: For programs, In the app", "One Shut down: In the app"]);
  });
});

describe("the lineage holds", () => {
  test("dates in the life of what the release's owner makes, and no others", () => {
    const claims = [
      launch("2026-01-01"),
      launch("2026-01-02", { subject: "beta/rival" }),
      aClaim({ metric: "cutoff", value: "2024-06" }),
      aClaim(),
      aClaim({ metric: "announcement-date", subject: "acme", value: "2026-01-03" }),
      aClaim({ metric: "announcement-date", subject: "acme/zero", value: "2025-12-31" }),
    ];
    expect(viewOf(claims).events.map(({ subject, what }) => `${subject.text} ${what}`)).toEqual([
      "Zero Announced",
      "One Launched",
    ]);
  });

  test("events in the order of time, whatever their precision, then by name", () => {
    const claims = [
      launch("2026-02", { subject: "acme/zero" }),
      launch("2026-01-31"),
      aClaim({ metric: "announcement-date", value: "2026-02-01" }),
    ];
    expect(viewOf(claims).events.map(({ date: day, subject }) => `${day} ${subject.text}`)).toEqual(
      ["2026-01-31 One", "2026-02-01 One", "2026-02 Zero"],
    );
  });

  test("who states a date, and both dates where they are disputed", () => {
    const [event] = viewOf([], {
      "beta/review": [launch("2026-01-01")],
      "gamma/digest": [launch("2026-01-05")],
    }).events;
    expect(event).toMatchObject({
      dateText: "1 January 2026 or 5 January 2026",
      statedBy: "Beta and Gamma",
      status: "conflicts",
      path: "/facts/acme/one/launch/",
    });
  });

  test("the date that stands, where the owner gives it", () => {
    const [event] = viewOf([launch("2026-01-01")], {
      "beta/review": [launch("2026-01-05")],
    }).events;
    expect(event).toMatchObject({
      dateText: "1 January 2026",
      statedBy: "Acme and Beta",
      status: "conflicts",
    });
  });

  test("the conditions of an event beside its channel", () => {
    const [event] = viewOf([
      launch("2026-01-01", { conditions: { channel: "api", snapshot: "s1" } }),
    ]).events;
    expect(event?.subject).toEqual({ text: "One (snapshot s1)", path: "/models/acme/one/" });
  });

  test("no event for a date that nobody knows", () => {
    expect(viewOf([launch("unknown")]).events).toEqual([]);
  });

  test("whether a date lies after the last reading of any source, and no clock", () => {
    const end = (value: string, subject: string) => aClaim({ metric: "shutdown", value, subject });
    const { events, timeline } = viewOf([
      end("2026-02-01", "acme/one"),
      end("2026-02-02", "acme/zero"),
    ]);
    expect(events.map(({ subject, isAhead }) => [subject.text, isAhead])).toEqual([
      ["One", false],
      ["Zero", true],
    ]);
    expect(timeline.lanes[0]?.rows.map(({ marks }) => marks.map(({ isAhead }) => isAhead))).toEqual(
      [[false], [true]],
    );
  });

  test("each document that gives a date once, by its title where a publisher has several", () => {
    const source = (title: string, count: number) =>
      aSource({
        title,
        claims: Object.fromEntries(
          Array.from({ length: count }, (_, index) => [`c${index + 1}`, launch("2026-01-01")]),
        ),
      });
    const [event] = viewOf([], {
      "acme/card": source("The card", 1),
      "acme/notes": source("The notes", 1),
      "beta/review": source("A review", 2),
    }).events;
    expect(event?.dates[0]?.statements.map(({ text }) => text)).toEqual([
      "Acme, The card",
      "Acme, The notes",
      "Beta",
    ]);
  });

  test("how many predecessors sources name, in words", () => {
    const follows = (other: string) =>
      aClaim({
        measure: "relation",
        relation: "succeeds",
        "compared-with": other,
        value: undefined,
        quote: `comes after ${other}`,
      });
    expect(viewOf([follows("acme/zero"), follows("acme/one-mini")]).edgeFindings).toEqual([
      "Sources name two different predecessors of One: One mini and Zero.",
    ]);
  });
});
