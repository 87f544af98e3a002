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
  { label: "Claims", path: "/claims/" },
  { label: "Facts", path: "/facts/" },
  { label: "Benchmarks", path: "/benchmarks/" },
  { label: "Models", path: "/models/" },
  { label: "Prices", path: "/pricing/" },
  { label: "Lineage", path: "/lineage/" },
  { label: "Sources", path: "/sources/" },
];

/** The links in the foot of every page. */
export const footNavigation: readonly NavigationItem[] = [
  { label: "Methodology", path: "/methodology/" },
  { label: "Kinds of discrepancy", path: "/discrepancies/kinds/" },
  { label: "Glossary", path: "/glossary/" },
  { label: "Choosing a variant", path: "/choose/" },
  { label: "Charts", path: "/charts/" },
  { label: "Data", path: "/data/" },
  { label: "Corrections", path: "/corrections/" },
  { label: "About", path: "/about/" },
  { label: "Search", path: "/search/" },
];

/** Whether a page lies in the part of the site that an item opens. */
export function isWithin(item: NavigationItem, path: string): boolean {
  return path.startsWith(item.path);
}
