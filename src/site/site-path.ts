/**
 * Joins the path the site is served under and an address of the site.
 *
 * @param base `/`, `/ledger` or `/ledger/`
 * @param path begins with a slash and may end in a query or a fragment: `/facts/x/#y`
 * @throws TypeError for an address that is not the site's own (`https:…`, `//host`) or not rooted
 */
export function joinSitePath(base: string, path: string): string {
  if (!path.startsWith("/") || path.startsWith("//")) {
    throw new TypeError(
      `"${path}" is not a path of the site: write it from the root, as "/facts/".`,
    );
  }
  const root = `/${base.replace(/^\/+|\/+$/g, "")}`;
  return root === "/" ? path : root + path;
}

/** The address of a page or file of the site where it is served now. Every internal link passes here. */
export function sitePath(path: string): string {
  return joinSitePath(import.meta.env.BASE_URL, path);
}
