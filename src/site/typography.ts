/** Apostrophes within words as they are printed: data is written with the straight ones of a keyboard. */
export const printApostrophes = (text: string): string =>
  text.replace(/(\p{L})'(?=\p{L})/gu, "$1’");
