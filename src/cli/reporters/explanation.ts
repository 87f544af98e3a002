/** The reasoning on one record, for people. */
import type { Explanation } from "../../core/report/explain.ts";
import type { TerminalText } from "./terminal-text.ts";

export function formatExplanation(
  { noun, id, title, sections }: Explanation,
  text: TerminalText,
): string {
  return [
    `${text.paint("strong", text.wrap(title, ""))}\n${noun} ${id}`,
    ...sections.map(
      (section) =>
        `${text.paint("heading", section.title)}\n${section.lines
          .map((line) => text.wrap(line.text, "  ".repeat(line.depth)))
          .join("\n")}`,
    ),
  ].join("\n\n");
}
