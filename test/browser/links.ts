import { globSync } from "node:fs";
import { type BuiltPage, listPages, readPage } from "./built-pages.ts";
import type { ServedSite } from "./global-setup.ts";
import { type PageMarkup, parsePage } from "./page-markup.ts";

/** A built site with the markup of all its pages. */
export interface ReadSite {
  readonly base: string;
  readonly pages: ReadonlyMap<BuiltPage, PageMarkup>;
  /** The paths of all its files, with forward slashes. */
  readonly files: ReadonlySet<string>;
}

/** Reads every page of a built site. */
export function readSite({ directory, base }: ServedSite): ReadSite {
  const pages = new Map(
    listPages(directory).map((page) => [page, parsePage(readPage(directory, page))] as const),
  );
  const files = globSync("**/*", { cwd: directory, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(directory.length + 1));
  return { base, pages, files: new Set(files.map((file) => file.replaceAll("\\", "/"))) };
}

/**
 * In words, every reference from a page to something of the site that is not there: a page, a file, a
 * fragment, or an address outside of the site's base path.
 */
export function findBrokenLinks(site: ReadSite): readonly string[] {
  const markupByFile = new Map([...site.pages].map(([{ file }, markup]) => [file, markup]));
  const faults: string[] = [];
  for (const [page, { canonical, references }] of site.pages) {
    const here = new URL(`${site.base}${page.path}`, canonical ?? "https://site.invalid");
    for (const { by, address } of references) {
      const problem = problemOf(address, page, here, site, markupByFile);
      if (problem !== undefined) faults.push(`${page.file}: ${by}="${address}" ${problem}`);
    }
  }
  return faults;
}

function problemOf(
  address: string,
  page: BuiltPage,
  here: URL,
  { base, files }: ReadSite,
  markupByFile: ReadonlyMap<string, PageMarkup>,
): string | undefined {
  if (!URL.canParse(address, here)) return "is not an address";
  const target = new URL(address, here);
  if (target.origin !== here.origin) return undefined;
  if (!target.pathname.startsWith(base)) return `leads outside of ${base}`;
  // The server answers with this page at any depth, where a relative address means something else.
  if (page.file === "404.html" && !/^(?:[a-z]+:|\/|#)/i.test(address)) return "is relative";

  const path = decodeURIComponent(target.pathname.slice(base.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) {
    return files.has(`${file}/index.html`) ? "lacks its trailing slash" : "leads to nothing";
  }
  const fragment = decodeURIComponent(target.hash.slice(1).replace(/:~:.*$/, ""));
  const ids = markupByFile.get(file)?.ids;
  if (fragment === "" || ids === undefined || ids.has(fragment)) return undefined;
  return `names a fragment that ${file} does not have`;
}
