/**
 * Reads the path under which a site is served: `ledger`, `/ledger` and `/ledger/` all mean `/ledger/`, and
 * nothing means `/`. Throws where the text cannot be a path.
 */
export function parseBasePath(text: string): string {
  const segments = text.split("/").filter((segment) => segment !== "");
  for (const segment of segments) {
    if (!/^[\w.~-]+$/.test(segment) || /^\.+$/.test(segment)) {
      throw new Error(
        `"${text}" is not a base path: use letters, digits, ".", "_", "~", "-" and slashes, as in /ledger/.`,
      );
    }
  }
  return segments.length === 0 ? "/" : `/${segments.join("/")}/`;
}
