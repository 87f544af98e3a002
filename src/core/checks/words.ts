import type { Finding } from "./check.ts";

/** What a finding says to readers. */
export type Words = Pick<Finding, "summary" | "computation">;

/**
 * A finding whose words are made when they are first read, and then kept: most of what is found is only counted. They
 * are properties of its own, so that it is written out like any other value.
 *
 * @param wordsNow a pure function
 */
export function withWords(rest: Omit<Finding, keyof Words>, wordsNow: () => Words): Finding {
  let words: Words | undefined;
  const made = (): Words => {
    words ??= wordsNow();
    return words;
  };
  return {
    ...rest,
    get summary() {
      return made().summary;
    },
    get computation() {
      return made().computation;
    },
  };
}
