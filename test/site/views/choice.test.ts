import { expect, test } from "vitest";
import { choiceView } from "../../../src/site/views/choice.ts";
import { retirements } from "../../../src/site/views/corrections.ts";
import { aClaim, aMetric, aSource } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const use = (name: string) =>
  aMetric({
    name,
    kind: "property",
    family: "uses",
    unit: "yes-no",
    better: "neither",
    conditions: [],
  });
const says = (subject: string, value: string, metric = "for-code") =>
  aClaim({ subject, metric, value, quote: `${value}, for code` });

test("a task shows for each variant who recommends it and who advises against it", () => {
  const analysis = analysisOf({
    metrics: { "for-code": use("For code"), "for-nothing": use("For nothing") },
    sources: {
      "beta/review": [says("acme/one", "yes"), says("acme/zero", "yes")],
      "gamma/review": [says("acme/one", "yes"), says("acme/zero", "no")],
    },
  });
  const view = choiceView(analysis, {
    id: "one",
    title: "One",
    summary: "",
    announced: "2026-01-01",
    organisation: "acme",
    subjects: ["acme/one", "acme/zero", "acme/one-mini"],
    primary: "beta/review",
    lanes: [],
    articles: [],
  });
  expect(
    view.tasks.map(({ task, cells }) => [task.text, ...cells.map((cell) => cell?.text)]),
  ).toEqual([["For code", "Beta and Gamma", "Beta; not according to Gamma", undefined]]);
});

test("what the names of all tasks begin with is said once, above them", () => {
  const analysis = analysisOf({
    metrics: { "for-code": use("Good for code"), "for-chat": use("Good for chat with people") },
    sources: { "beta/review": [says("acme/one", "yes"), says("acme/one", "yes", "for-chat")] },
  });
  const view = choiceView(analysis, {
    id: "one",
    title: "One",
    summary: "",
    announced: "2026-01-01",
    organisation: "acme",
    subjects: ["acme/one"],
    primary: "beta/review",
    lanes: [],
    articles: [],
  });
  expect(view.heading).toBe("Good for");
  expect(view.tasks.map(({ task }) => task.text).sort()).toEqual(["Chat with people", "Code"]);
});

test("corrections are the retired claims, the latest first", () => {
  const retired = (on: string) => aClaim({ retired: { on, because: `Wrong on ${on}.` } });
  const analysis = analysisOf({
    sources: {
      "beta/review": aSource({
        claims: { a: retired("2026-01-02"), b: retired("2026-03-04"), c: aClaim() },
      }),
    },
  });
  expect(retirements(analysis).map(({ path }) => path)).toEqual([
    "/sources/beta/review/#b",
    "/sources/beta/review/#a",
  ]);
});
