/** A place that pages link to from their head or foot. */
export interface NavigationItem {
  readonly label: string;
  /** The address within the site, before `sitePath`. */
  readonly path: string;
}

/** The links in the head of every page, in reading order; the search stands apart. */
export const primaryNavigation: readonly NavigationItem[] = [
  { label: "Explainers", path: "/articles/" },
  { label: "Discrepancies", path: "/discrepancies/" },
  { label: "Facts", path: "/facts/" },
  { label: "Benchmarks", path: "/benchmarks/" },
  { label: "Models", path: "/models/" },
  { label: "Sources", path: "/sources/" },
];

/** Whether a page lies in the part of the site that an item opens. */
export function isWithin(item: NavigationItem, path: string): boolean {
  return path.startsWith(item.path);
}
