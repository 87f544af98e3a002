/** The authored questions that lead to a task: one file for each release, read once. */
import { parse } from "yaml";
import { z } from "zod";

const id = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe("Its place on the page; permanent.");
const question = z.string().describe("What a reader is asked.");

export interface ChoiceAnswer {
  readonly id: string;
  readonly answer: string;
  readonly uses?: readonly string[] | undefined;
  readonly question?: string | undefined;
  readonly answers?: readonly ChoiceAnswer[] | undefined;
}

/** A question with its answers, each of which leads to a further question or to uses. */
export interface ChoiceQuestion {
  readonly question: string;
  readonly answers: readonly ChoiceAnswer[];
}

const choiceAnswer: z.ZodType<ChoiceAnswer> = z.lazy(() =>
  z
    .strictObject({
      id,
      answer: z.string().describe("An answer, in the reader's words."),
      uses: z.array(z.string()).min(1).optional().describe("The uses of which the answer speaks."),
      question: question.optional(),
      answers: z.array(choiceAnswer).min(2).optional(),
    })
    .refine(
      (answer) =>
        (answer.uses === undefined) !== (answer.answers === undefined) &&
        (answer.question === undefined) === (answer.answers === undefined),
      "leads to uses, or to a question with answers: exactly one of the two",
    ),
);

export const choiceQuestion: z.ZodType<ChoiceQuestion> = z
  .strictObject({ question, answers: z.array(choiceAnswer).min(2) })
  .refine(({ answers }) => {
    const ids = idsOf(answers);
    return new Set(ids).size === ids.length;
  }, "has two answers of one id");

const idsOf = (answers: readonly ChoiceAnswer[]): string[] =>
  answers.flatMap((answer) => [answer.id, ...idsOf(answer.answers ?? [])]);

const FOLDER = "../content/instruments/choices/";
const texts = import.meta.glob<string>("../content/instruments/choices/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** By the id of the release. Throws with the fault where a file is not as its schema says: the build stops. */
export const CHOICES: ReadonlyMap<string, ChoiceQuestion> = new Map(
  Object.entries(texts).map(([path, text]) => [
    path.slice(FOLDER.length).replace(/\.yaml$/, ""),
    choiceQuestion.parse(parse(text)),
  ]),
);
