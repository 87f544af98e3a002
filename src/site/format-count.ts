/** A count with its thousands set apart, as readers write it: `1,306`. */
export const formatCount = (count: number | string): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, ",");

const COUNT_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A small count as it stands in a sentence: `four`; from ten on as digits. */
export const countWord = (count: number): string => COUNT_WORDS[count] ?? formatCount(count);
