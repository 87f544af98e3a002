/** Colour and width of what goes to a terminal; elsewhere the same text without either. */
import { styleText } from "node:util";

type Style = "error" | "warning" | "strong" | "quiet" | "heading";

const STYLES = {
  error: "red",
  warning: "yellow",
  strong: "bold",
  quiet: "dim",
  heading: ["bold", "underline"],
} as const satisfies Record<Style, Parameters<typeof styleText>[0]>;

export interface TerminalText {
  /** Text in a style, where the stream shows colours. NO_COLOR and FORCE_COLOR are heeded. */
  paint(style: Style, text: string): string;
  /** Lines of text at an indentation, broken between words where the stream has a width. */
  wrap(text: string, indent: string): string;
}

/** For a file, a pipe, a transcript: no colour, and lines as long as they are. */
export const PLAIN_TEXT: TerminalText = {
  paint: (_, text) => text,
  wrap: (text, indent) => `${indent}${text.replaceAll("\n", `\n${indent}`)}`,
};

/** Beyond this a line is hard to read, however wide the window. */
const WIDEST = 110;

export function textFor(stream: NodeJS.WriteStream): TerminalText {
  const width = stream.isTTY ? Math.min(stream.columns || WIDEST, WIDEST) : null;
  return {
    paint: (style, text) => styleText(STYLES[style], text, { stream, validateStream: true }),
    wrap: (text, indent) =>
      width === null ? PLAIN_TEXT.wrap(text, indent) : wrapAt(text, indent, width),
  };
}

/** Breaks text between words so that no line is wider than `width`, unless one word is. */
export function wrapAt(text: string, indent: string, width: number): string {
  return text
    .split("\n")
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = indent;
      for (const word of paragraph.split(" ")) {
        const isFirst = line.trim() === "";
        if (!isFirst && line.length + 1 + word.length > width) {
          lines.push(line);
          line = `${indent}${word}`;
        } else line += isFirst ? word : ` ${word}`;
      }
      return [...lines, line];
    })
    .join("\n");
}
