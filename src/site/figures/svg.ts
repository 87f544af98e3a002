/** Attributes of an SVG element; a `null` is left out. Numbers are written as pixels (see `pixel`). */
export type SvgAttributes = Readonly<Record<string, string | number | null>>;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text made safe between tags and inside double quotes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** A coordinate with at most two decimals, so that two builds on any machine write the same text. */
export function pixel(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  // Negative zero would be written "0" in one place and "-0" in another.
  return String(rounded === 0 ? 0 : rounded);
}

/**
 * One SVG element. Children are markup, already escaped. There is no way to write a `style` attribute,
 * which our Content-Security-Policy refuses: colours and type come from classes.
 */
export function svgElement(
  name: string,
  attributes: SvgAttributes,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== null)
    .map(
      ([key, value]) => ` ${key}="${typeof value === "number" ? pixel(value) : escapeText(value)}"`,
    )
    .join("");
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join("")}</${name}>`;
}

/** A run of text at a baseline. */
export function svgText(
  x: number,
  y: number,
  className: string,
  text: string,
  anchor: "start" | "middle" | "end" = "start",
): string {
  return svgElement(
    "text",
    { x, y, class: className, "text-anchor": anchor === "start" ? null : anchor },
    [escapeText(text)],
  );
}

/** Puts a link around markup where there is an address. */
export function svgLink(href: string | null, label: string, children: readonly string[]): string {
  return href === null
    ? children.join("")
    : svgElement("a", { href, "aria-label": label }, children);
}
