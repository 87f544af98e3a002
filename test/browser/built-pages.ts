import { globSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** One HTML file of a built site. */
export interface BuiltPage {
  /** Its path in the output, such as `facts/index.html`. */
  readonly file: string;
  /** Its path below the site's base, such as `facts/`. */
  readonly path: string;
}

/** A file of src/pages that makes pages, with the largest page it made: the likeliest to show a fault. */
export interface Template {
  /** Its path below src/pages, such as `facts/[...id].astro`. */
  readonly source: string;
  readonly sample: BuiltPage;
}

const pagesFolder = resolve(import.meta.dirname, "../../src/pages");

/** Every HTML file of a built site, in the order of their names. */
export function listPages(directory: string): readonly BuiltPage[] {
  return globSync("**/*.html", { cwd: directory })
    .sort()
    .map((file) => ({ file, path: file.replace(/(^|\/)index\.html$/, "$1") }));
}

/** The text of a page's file. */
export function readPage(directory: string, { file }: BuiltPage): string {
  return readFileSync(join(directory, file), "utf8");
}

/**
 * Every template with a sample of its pages. Throws where a template made no page, or a page has no
 * template, since either would go untested.
 */
export function sampleTemplates(directory: string): readonly Template[] {
  const sources = globSync("**/*.{astro,md,mdx}", { cwd: pagesFolder })
    .filter((source) => !/(^|\/)_/.test(source))
    .sort();
  // Where two templates match, Astro prefers the one that leaves less open; so does this order.
  const routes = sources
    .map((source) => ({ source, pattern: outputPattern(source), openness: openness(source) }))
    .sort((a, b) => a.openness - b.openness);
  const samples = new Map<string, { page: BuiltPage; size: number }>();
  for (const page of listPages(directory)) {
    const route = routes.find(({ pattern }) => pattern.test(`/${page.file}`));
    if (route === undefined) throw new Error(`No template of src/pages makes ${page.file}.`);
    const { size } = statSync(join(directory, page.file));
    if (size > (samples.get(route.source)?.size ?? -1)) samples.set(route.source, { page, size });
  }
  return sources.map((source) => {
    const sample = samples.get(source);
    if (sample === undefined) throw new Error(`src/pages/${source} made no page.`);
    return { source, sample: sample.page };
  });
}

/** What the output files of a template look like, with `build.format: "directory"`. */
function outputPattern(source: string): RegExp {
  const route = `/${source}`.replace(/\.\w+$/, "").replace(/\/index$/, "");
  const pattern = route
    .split(/(\/?\[[^\]]+\])/)
    .map((part) => {
      if (part.includes("[...")) return part.startsWith("/") ? "(?:/.+)?" : ".+";
      if (part.includes("[")) return part.startsWith("/") ? "/[^/]+" : "[^/]+";
      return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  return new RegExp(route === "/404" ? "^/404\\.html$" : `^${pattern}/index\\.html$`);
}

/** Rest parameters leave more open than simple ones, and those more than none. */
function openness(source: string): number {
  const rest = source.split("[...").length - 1;
  const simple = source.split("[").length - 1 - rest;
  return rest * 100 + simple;
}
