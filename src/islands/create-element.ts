type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with its attributes and contents; text is set as text. `true` sets an empty attribute, `false` and undefined none. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...contents);
  return element;
}
