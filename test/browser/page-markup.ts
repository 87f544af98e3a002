import { Config, type HtmlElement, Parser } from "html-validate";
import { metaPolicy } from "../../src/site/security.ts";

/** An address that a page points at, with the element that does, such as `a href`. */
interface Reference {
  readonly by: string;
  readonly address: string;
}

/** What the tests over files need to know of a page. */
export interface PageMarkup {
  /** The page's own full address, or undefined where it names none. */
  readonly canonical: string | undefined;
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  /** In words, what in the markup the Content-Security-Policy would refuse. */
  readonly policyFaults: readonly string[];
}

/** Attributes whose value is one address; `srcset` holds several and is read apart. */
const addressAttributes = new Set(["action", "data", "formaction", "href", "poster", "src"]);

/** Scripts of these types are data that the browser never runs. */
const dataBlockTypes = new Set(["application/json", "application/ld+json"]);

/** What a `link` of these kinds names is fetched as soon as the page is read. */
const fetchedLinks = /\b(?:stylesheet|icon|preload|modulepreload|prefetch|manifest)\b/;

const parser = new Parser(await Config.empty().resolve());

/** Reads the markup of a page's file. */
export function parsePage(html: string): PageMarkup {
  const root = parser.parseHtml(html);
  const ids = new Set<string>();
  const references: Reference[] = [];
  const policyFaults: string[] = [];
  let canonical: string | undefined;
  let isGuarded = false;

  for (const element of root.querySelectorAll("*")) {
    const tag = element.tagName.toLowerCase();
    const attributes = new Map(
      element.attributes.map(({ key, value }) => [key.toLowerCase(), String(value ?? "")]),
    );
    const id = attributes.get("id");
    if (id !== undefined) ids.add(id);

    const isPolicy = attributes.get("http-equiv")?.toLowerCase() === "content-security-policy";
    if (isPolicy && !isGuarded) {
      isGuarded = true;
      if (attributes.get("content") !== metaPolicy) {
        policyFaults.push("states another policy than src/site/security.ts");
      }
    }
    if (!isGuarded && (tag === "script" || tag === "link")) {
      policyFaults.push(`<${tag}> stands before the policy, which does not hold for it`);
    }
    policyFaults.push(...elementFaults(element, tag, attributes));

    const isCanonical = tag === "link" && attributes.get("rel") === "canonical";
    if (isCanonical) canonical = attributes.get("href");
    for (const [name, value] of attributes) {
      if (!addressAttributes.has(name) && name !== "srcset") continue;
      const addresses = name === "srcset" ? value.split(",").map(firstWord) : [value];
      const isFetched =
        tag === "link" ? fetchedLinks.test(attributes.get("rel") ?? "") : tag !== "a";
      for (const address of addresses) {
        references.push({ by: `${tag} ${name}`, address });
        if (isFetched && tag !== "form" && /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address)) {
          policyFaults.push(`<${tag} ${name}="${address}"> names another origin`);
        }
        if (/^\s*javascript:/i.test(address)) policyFaults.push(`<${tag} ${name}="${address}">`);
      }
    }
  }
  if (!isGuarded) policyFaults.push("states no policy");
  return { canonical, ids, references, policyFaults };
}

/** What one element carries inline that must be in a file. */
function elementFaults(
  element: HtmlElement,
  tag: string,
  attributes: ReadonlyMap<string, string>,
): readonly string[] {
  const faults: string[] = [];
  const place = `line ${element.location.line}, <${tag}>`;
  if (tag === "style") faults.push(`${place} is an inline style sheet`);
  const isRun = !dataBlockTypes.has(attributes.get("type") ?? "");
  if (tag === "script" && isRun && !attributes.has("src"))
    faults.push(`${place} is an inline script`);
  for (const name of attributes.keys()) {
    if (name === "style") faults.push(`${place} has a style attribute`);
    if (/^on[a-z]+$/.test(name)) faults.push(`${place} has the inline handler ${name}`);
  }
  return faults;
}

function firstWord(text: string): string {
  return text.trim().split(/\s+/)[0] ?? "";
}
