import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { type ChoiceQuestion, choiceQuestion } from "../../../src/site/choices.ts";
import { type ChoiceEnd, choicePathView } from "../../../src/site/views/choice-path.ts";
import { aClaim, aMetric, anAvailabilityClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const use = (name: string) =>
  aMetric({
    name,
    kind: "property",
    family: "uses",
    unit: "yes-no",
    better: "neither",
    conditions: [],
  });
const says = (subject: string, value: string) =>
  aClaim({ subject, metric: "for-code", value, quote: `${value}, for code` });
const QUESTIONS: ChoiceQuestion = {
  question: "What is it for?",
  answers: [
    { id: "code", answer: "Code", uses: ["for-code"] },
    {
      id: "more",
      answer: "Something else",
      question: "What else?",
      answers: [
        { id: "nothing", answer: "Nothing", uses: ["for-nothing"] },
        { id: "all", answer: "Everything", uses: ["for-code", "for-nothing"] },
      ],
    },
  ],
};

function viewOf(
  sources: DatasetParts["sources"],
  questions = QUESTIONS,
  metrics: DatasetParts["metrics"] = {},
) {
  const analysis = analysisOf({
    metrics: { "for-code": use("For code"), "for-nothing": use("For nothing"), ...metrics },
    releases: {
      one: {
        title: "One",
        summary: "A release.",
        announced: "2026-01-01",
        organisation: "acme",
        subjects: ["acme/one", "acme/zero"],
        primary: "beta/review",
        lanes: [{ channel: "api", title: "API" }],
      },
    },
    sources: { "beta/review": [says("acme/one", "yes")], ...sources },
  });
  return choicePathView(analysis, known(analysis.dataset.releases, "one"), questions);
}
const endOf = (view: ReturnType<typeof viewOf>, anchor: string) =>
  view.nodes.find((node) => node.anchor === anchor) as ChoiceEnd;

describe("the question path", () => {
  test("has every question and every end once, in the order of reading", () => {
    expect(viewOf({}).nodes.map(({ kind, anchor }) => `${kind} ${anchor}`)).toEqual([
      "question choice-start",
      "end choice-code",
      "question choice-more",
      "end choice-nothing",
      "end choice-all",
    ]);
  });

  test("leads from every answer to a place that exists, and back to the questions before", () => {
    const { nodes } = viewOf({});
    const anchors = nodes.map(({ anchor }) => anchor);
    const links = nodes.flatMap((node) => [
      ...node.before,
      ...(node.kind === "question" ? node.answers : []),
    ]);
    expect(links.filter(({ anchor }) => !anchors.includes(anchor))).toEqual([]);
    expect(endOf(viewOf({}), "choice-all").before.map(({ text }) => text)).toEqual([
      "What is it for?",
      "Something else",
    ]);
  });

  test("ends at what sources say, the most recommended first", () => {
    const end = endOf(
      viewOf({ "gamma/review": [says("acme/zero", "yes"), says("acme/one", "yes")] }),
      "choice-code",
    );
    expect(end.advice.map(({ subject }) => subject.text)).toEqual(["One", "Zero"]);
    expect(end.summary).toBe("One is recommended by 2 publishers, Beta and Gamma; Zero by Gamma.");
    expect(end.disagreement).toBe("Sources differ: Beta names One; Gamma names One and Zero.");
    expect(end.advice[0]?.statements.map(({ path }) => path)).toEqual([
      "/sources/beta/review/#c1",
      "/sources/gamma/review/#c2",
    ]);
  });

  test("says where a source advises against, and where nobody says anything", () => {
    const end = endOf(viewOf({ "gamma/review": [says("acme/one", "no")] }), "choice-code");
    expect(end.summary).toBe(
      "One is recommended by one publisher, Beta. No source says it of Zero.",
    );
    expect(end.disagreement).toBe("Sources differ: Gamma advises against One.");
    const silent = endOf(viewOf({}), "choice-nothing");
    expect(silent.summary).toBe("No source recommends a variant for it.");
    expect(silent.disagreement).toBeNull();
  });

  test("refuses a use that the registry does not have", () => {
    const questions = { ...QUESTIONS, answers: [{ id: "x", answer: "X", uses: ["bench"] }] };
    expect(() => viewOf({}, questions)).toThrow(
      "names bench, which is no metric of the family uses",
    );
  });

  test("shows where each variant is said to be available, and what nobody says", () => {
    const view = viewOf({
      "acme/card": [anAvailabilityClaim("yes", { conditions: { channel: "api" } })],
    });
    expect(
      view.variants.map(({ channels }) => channels[0]?.answers.map(({ text }) => text) ?? null),
    ).toEqual([["yes, from 1 January 2026"], null]);
  });
});

describe("authored questions", () => {
  test.each<[string, unknown]>([
    [
      "an answer that leads nowhere",
      {
        question: "Q",
        answers: [
          { id: "a", answer: "A" },
          { id: "b", answer: "B", uses: ["x"] },
        ],
      },
    ],
    [
      "a question with one answer",
      { question: "Q", answers: [{ id: "a", answer: "A", uses: ["x"] }] },
    ],
    [
      "two answers of one id",
      {
        question: "Q",
        answers: [
          { id: "a", answer: "A", uses: ["x"] },
          { id: "a", answer: "B", uses: ["x"] },
        ],
      },
    ],
  ])("may not have %s", (_, questions) => {
    expect(choiceQuestion.safeParse(questions).success).toBe(false);
  });

  test("may branch", () => {
    expect(choiceQuestion.safeParse(QUESTIONS).success).toBe(true);
  });
});

describe("what bears on every choice", () => {
  const shutdown = aMetric({
    name: "Shutdown",
    kind: "date",
    family: "ends",
    unit: "date",
    better: "neither",
    conditions: ["channel"],
    marks: "end",
  });
  const notice = aMetric({
    name: "Notice",
    kind: "date",
    family: "ends",
    unit: "date",
    better: "neither",
    conditions: ["channel"],
  });
  const inApi = { conditions: { channel: "api" } };
  const says = (value: string, asOf: string) =>
    anAvailabilityClaim(value, { ...inApi, "as-of": asOf });

  test("is until when: dates of what marks an end, with the documents that state them", () => {
    const view = viewOf(
      {
        "acme/card": [
          aClaim({ metric: "shutdown", value: "2026-10-23", ...inApi }),
          aClaim({ metric: "notice", value: "2026-04-23", ...inApi }),
          aClaim({ metric: "shutdown", value: "2027-01-14", subject: "acme/one-mini" }),
        ],
      },
      QUESTIONS,
      { shutdown, notice },
    );
    expect(view.variants.map(({ ends }) => ends)).toEqual([
      [
        {
          text: "23 October 2026",
          path: "/facts/acme/one/shutdown/channel-api/",
          where: "API",
          status: "single",
          sources: [{ text: "Acme, A document", path: "/sources/acme/card/#c1" }],
        },
      ],
      [],
    ]);
    const [advice] = endOf(view, "choice-code").advice;
    expect(advice?.ends.map(({ text }) => text)).toEqual(["23 October 2026"]);
  });

  test("is where it can be had: each answer once, with the first day for which it is stated, in the order of time", () => {
    const view = viewOf({
      "acme/card": [says("yes", "2026-05-14"), says("yes", "2026-05-20")],
      "beta/digest": [says("no", "2026-04-17")],
      "gamma/review": [says("no", "2026-04-14"), says("no", "2026-06-01")],
    });
    expect(view.variants[0]?.channels[0]?.answers).toEqual([
      { text: "no, 14 April 2026", path: "/sources/gamma/review/#c1" },
      { text: "yes, from 14 May 2026", path: "/sources/acme/card/#c1" },
      { text: "no, from 1 June 2026", path: "/sources/gamma/review/#c2" },
    ]);
  });

  test("has both answers of one day, and an undated one only where no dated source says the same", () => {
    const undated = (value: string) =>
      aSource({
        published: undefined,
        "not-before": { date: "2026-01-01", because: "It names the card." },
        "not-after": { date: "2026-12-31", because: "We read it then." },
        accessed: "2026-12-31",
        claims: { c1: anAvailabilityClaim(value, inApi) },
      });
    const answersOf = (sources: DatasetParts["sources"]) =>
      viewOf(sources).variants[0]?.channels[0]?.answers.map(({ text }) => text);
    expect(
      answersOf({
        "acme/card": [says("yes", "2026-05-14")],
        "beta/digest": [says("no", "2026-05-14")],
        "gamma/page": undated("no"),
      }),
    ).toEqual(["yes or no, from 14 May 2026"]);
    expect(
      answersOf({ "acme/card": [says("yes", "2026-05-14")], "gamma/page": undated("no") }),
    ).toEqual([
      "yes, from 14 May 2026",
      "no, undated, between 1 January 2026 and 31 December 2026",
    ]);
  });
});
