/** What the drawings of all forms of charts share. */
import { escapeText, svgElement } from "./svg.ts";

/** `wide` for the width of a page, `narrow` for that of a telephone. */
export type ChartKind = "wide" | "narrow";

/** Width in pixels for which each drawing is made. */
export const chartWidths: Readonly<Record<ChartKind, number>> = { wide: 640, narrow: 360 };

/**
 * The element around a drawing.
 *
 * @param picture what is seen, one image for who does not see it
 * @param words links and their words, which stay reachable one by one
 */
export function chartElement(
  box: { readonly kind: ChartKind; readonly width: number; readonly height: number },
  names: { readonly title: string; readonly description: string },
  picture: string,
  words: string,
): string {
  const height = Math.ceil(box.height);
  const attributes = {
    class: `chart chart--${box.kind}`,
    viewBox: `0 0 ${box.width} ${height}`,
    width: box.width,
    height,
  };
  const title = svgElement("title", {}, [escapeText(names.title)]);
  const description = svgElement("desc", {}, [escapeText(names.description)]);
  // As in the precision strip: links inside role="img" could be focused but not heard.
  return words.includes("<a ")
    ? svgElement("svg", { ...attributes, role: "group", "aria-label": names.title }, [
        svgElement("g", { role: "img" }, [title, description, picture]),
        words,
      ])
    : svgElement("svg", { ...attributes, role: "img" }, [title, description, picture, words]);
}
