/**
 * Authored YAML as the house writes it: figures, dates and free text in double quotes, verbatim words as a `|-` block,
 * ids, units, enumerated words and addresses bare. Written down here a second time on purpose, so that the tests do
 * not take the quoting rule from the schemas that they test.
 */

/** Fields of an authored file by their names in YAML; a field that is undefined is left out. */
export type AuthoredFields = Readonly<Record<string, unknown>>;

const BARE_FIELDS = new Set([
  "against",
  "articles",
  "attributed-to",
  "basis",
  "better",
  "bounds",
  "compared-with",
  "covers",
  "direction",
  "ever",
  "extent",
  "family",
  "for",
  "kind",
  "marks",
  "measure",
  "measured-by",
  "metric",
  "mix-of",
  "moved-to",
  "never-above",
  "of",
  "organisation",
  "outcome",
  "over",
  "planned",
  "primary",
  "proportional-to",
  "qualifier",
  "relation",
  "result",
  "rivals",
  "rule",
  "source",
  "stands",
  "subject",
  "subjects",
  "unit",
  "url",
  "varies-in-time",
  "weekday",
]);

function scalar(text: string, field: string, parent: string): string {
  // The same word may be an id in one place and free text in another, so the parent decides.
  const isBare =
    (BARE_FIELDS.has(field) && parent !== "as-written") || (field === "name" && parent === "names");
  return isBare ? text : JSON.stringify(text);
}

function write(value: unknown, field: string, parent: string, indent: string): string {
  if (typeof value === "string") {
    if (field !== "quote") return ` ${scalar(value, field, parent)}\n`;
    return ` |-\n${value
      .split("\n")
      .map((line) => (line === "" ? "\n" : `${indent}${line}\n`))
      .join("")}`;
  }
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === "string")) {
      const isConditionList = field === "conditions";
      return ` [${value.map((item) => (isConditionList ? item : scalar(item, field, parent))).join(", ")}]\n`;
    }
    return `\n${value
      .map((item) => `${indent}-\n${fields(item as AuthoredFields, field, `${indent}  `)}`)
      .join("")}`;
  }
  const below = fields(value as AuthoredFields, field, indent);
  return below === "" ? " {}\n" : `\n${below}`;
}

function fields(record: AuthoredFields, parent: string, indent: string): string {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${indent}${field}:${write(value, field, parent, `${indent}  `)}`)
    .join("");
}

/** The text of an authored file with these fields. */
export const toYaml = (record: AuthoredFields): string => fields(record, "", "");
