import { Scalar } from "yaml";
import type { z } from "zod";
import { parseAuthoredFile } from "./authored-file.ts";
import { hasWantedStyle, styledScalars } from "./scalar-styles.ts";

/**
 * The text of a file with every scalar in the style its field asks for. Comments, blank lines and everything else
 * are kept to the letter, because only the characters of the scalars are replaced. Broken YAML is returned unchanged.
 */
export function fixScalarStyles(path: string, text: string, schema: z.core.$ZodType): string {
  const file = parseAuthoredFile(path, text);
  if (file.value === undefined) return text;
  const edits = styledScalars(file, schema)
    .filter((styled) => !hasWantedStyle(styled))
    .map(({ scalar, wanted }) => {
      const [from = 0, to = 0] = scalar.range ?? [];
      const value = String(scalar.type === Scalar.PLAIN ? scalar.source : scalar.value).replace(/\n+$/, "");
      if (wanted === "quoted") return { from, to: endOfScalar(text, from, to), text: doubleQuoted(value) };
      if (wanted === "bare") return { from, to, text: value };
      return { from, to: endOfScalar(text, from, to), text: literalBlock(value, indentOf(text, from)) };
    })
    .sort((one, other) => other.from - one.from);
  let fixed = text;
  for (const edit of edits) fixed = fixed.slice(0, edit.from) + edit.text + fixed.slice(edit.to);
  return fixed;
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
