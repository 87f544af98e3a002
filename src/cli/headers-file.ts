/** One block of a `_headers` file: the headers of every path that the pattern matches. */
interface HeaderRule {
  /** A path, or a path that ends in `*` and matches whatever begins with it. */
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads the `_headers` format of static hosts, as far as this site uses it: a pattern at the margin, its
 * headers indented below it.
 */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (!line.startsWith(" ")) {
      rules.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(":");
    const rule = rules.at(-1);
    if (colon === -1 || rule === undefined) {
      throw new Error(`_headers: "${line.trim()}" is neither a path nor a header below a path.`);
    }
    rule.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers for a request path; where two rules set the same header, the later rule wins. */
export function headersFor(
  pathname: string,
  rules: readonly HeaderRule[],
): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const { pattern, headers: ruleHeaders } of rules) {
    const isMatch = pattern.endsWith("*")
      ? pathname.startsWith(pattern.slice(0, -1))
      : pathname === pattern;
    if (!isMatch) continue;
    for (const [name, value] of ruleHeaders) headers.set(name, value);
  }
  return headers;
}
