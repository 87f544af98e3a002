import { Scalar } from "yaml";
import type { z } from "zod";
import { parseAuthoredFile } from "./authored-file.ts";
import { hasWantedStyle, styledScalars } from "./scalar-styles.ts";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text of a file with every scalar in the style its field asks for. Comments, blank lines and everything else
 * are kept to the letter, because only the characters of the scalars are replaced. Broken YAML is returned unchanged,
 * and so is a scalar that cannot have its style without the file saying something else: an id with a colon in it, words
 * in a map that is written on one line.
 */
export function fixScalarStyles(path: string, text: string, schema: z.core.$ZodType): string {
  const file = parseAuthoredFile(path, text);
  if (file.value === undefined) return text;
  const edits = styledScalars(file, schema)
    .filter((styled) => !hasWantedStyle(styled) && !hasCommentInHeader(styled.scalar, text))
    .map(({ scalar, wanted }): Edit => {
      const [from = 0, to = 0] = scalar.range ?? [];
      const value = String(scalar.type === Scalar.PLAIN ? scalar.source : scalar.value).replace(
        /\n+$/,
        "",
      );
      const end = endOfScalar(text, from, to);
      if (wanted === "quoted") return { from, to: end, text: doubleQuoted(value) };
      if (wanted === "bare") return { from, to: end, text: value };
      return { from, to: end, text: literalBlock(value, indentOf(text, from)) };
    })
    // From the end, so that an edit does not move the places of those that follow.
    .sort((one, other) => other.from - one.from);
  const fixed = edits.reduce(applyEdit, text);
  if (sayTheSame(path, text, fixed)) return fixed;
  return edits.reduce((current, edit) => {
    const next = applyEdit(current, edit);
    return sayTheSame(path, current, next) ? next : current;
  }, text);
}

const applyEdit = (text: string, edit: Edit): string =>
  text.slice(0, edit.from) + edit.text + text.slice(edit.to);

/** Whether two texts of a file are the same data, but for line breaks at the end of verbatim words. */
function sayTheSame(path: string, one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((text) =>
    JSON.stringify(parseAuthoredFile(path, text).value, (_, value: unknown) =>
      typeof value === "string" ? value.replace(/\n+$/, "") : value,
    ),
  );
  return mine === theirs;
}

/** A comment between the sign of a block and its first line, which would be lost with the sign. */
function hasCommentInHeader(scalar: Scalar, text: string): boolean {
  const isBlock = scalar.type === Scalar.BLOCK_LITERAL || scalar.type === Scalar.BLOCK_FOLDED;
  return isBlock && /^[^\n]*#/.test(text.slice(scalar.range?.[0]));
}

/** A block scalar's range ends after its last line break, which belongs to the file and not to the value. */
function endOfScalar(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text[end - 1] === "\n") end--;
  return end;
}

/** YAML's double-quoted style is JSON's, but for characters above U+FFFF, which both allow as they are. */
const doubleQuoted = (value: string): string => JSON.stringify(value);

function indentOf(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^ */.exec(text.slice(lineStart))?.[0] ?? "";
}

function literalBlock(value: string, indent: string): string {
  return `|-\n${value
    .split("\n")
    .map((line) => (line === "" ? "" : `${indent}  ${line}`))
    .join("\n")}`;
}
