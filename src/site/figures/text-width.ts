/**
 * How wide a label will be, so that drawings can reserve room for it at build, where no browser lays out.
 *
 * Advances of Source Sans 3 at weight 400 in thousandths of an em, by measureText in Chromium at 1000 px.
 * The fallback face in fonts.css is adjusted to the same average, so the estimate holds before the font
 * arrives as well. Digits share one advance: the face's figures are tabular.
 */
const advances: ReadonlyMap<string, number> = new Map(
  (
    [
      [200, " "],
      [249, "ijl',.:;·’|I"],
      [300, "!f()[]{}-"],
      [345, "tr/\\"],
      [420, 's*?z"“”'],
      [456, "cxvy"],
      [485, "–JLYFkeé"],
      [500, "0123456789#$+<=>^~−×_agXVETSZ"],
      [545, "`oAhunb"],
      [560, "dpqPRCK"],
      [615, "B&DGU"],
      [660, "NHOQ"],
      [725, "wM"],
      [795, "W—"],
      [830, "%m@"],
      [948, "…"],
    ] as const
  ).flatMap(([advance, characters]) => [...characters].map((one) => [one, advance] as const)),
);

/** Characters outside the table are taken for wide ones: too much room is better than too little. */
const unknownAdvance = 700;

/** Weight 600 sets about 3 % wider than 400. */
const semiboldFactor = 1.035;

/** Width in pixels of a label at a size in pixels. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const thousandths = [...text].reduce(
    (sum, character) => sum + (advances.get(character) ?? unknownAdvance),
    0,
  );
  return (thousandths / 1000) * size * (weight === 600 ? semiboldFactor : 1);
}

/**
 * Breaks a label at spaces into lines that fit a width. What does not fit the last line allowed ends in an
 * ellipsis; a single word wider than a line stands alone.
 */
export function wrapText(
  text: string,
  size: number,
  width: number,
  maxLines: number,
  weight: 400 | 600 = 400,
): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(joined, size, weight) > width) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  let tail = kept.at(-1) ?? "";
  while (tail.includes(" ") && textWidth(`${tail}…`, size, weight) > width) {
    tail = tail.slice(0, tail.lastIndexOf(" "));
  }
  return [...kept.slice(0, -1), `${tail}…`];
}
