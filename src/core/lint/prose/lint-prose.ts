/**
 * The rules on prose: no figure stands in it but through a component, every id and component exists, and the page parses.
 */

import {
  type DerivationFault,
  derive,
  hasOneSign,
  isDerivation,
} from "../../derivation/derivation.ts";
import { compareIssues, compareText, type Issue, type RuleName } from "../../report/issue.ts";
import { proposeName } from "../../report/near-name.ts";
import {
  type AttributeKind,
  PROSE_COMPONENTS,
  type ProseComponent,
  type ProseComponentName,
  proseComponent,
} from "./components.ts";
import { idsOf, parseDerived } from "./derived.ts";
import {
  isProseFault,
  type ProseAttribute,
  type ProseDocument,
  type ProseNode,
  parseProse,
} from "./document.ts";
import { findBareFigures, proposeFigures } from "./figures.ts";
import { PROSE_FOLDERS, type ProseFolder } from "./folders.ts";
import { lintFrontMatter } from "./lint-front-matter.ts";
import { lintNotes } from "./lint-notes.ts";
import { type NameFinder, nameFinder } from "./names.ts";
import type { ProseReferences } from "./references.ts";

/**
 * Every fault of the prose, in order of file and line.
 *
 * @param files texts by path below the prose folder, such as `articles/a.mdx`, with `/` as separator
 * @param root the name of the prose folder in reports
 */
export function lintProse(
  files: ReadonlyMap<string, string>,
  references: ProseReferences,
  root = "src/content",
): Issue[] {
  const findNames = nameFinder(references.names);
  return [...files]
    .flatMap(([path, text]) => lintFile(path, text, { references, findNames, root }))
    .sort(compareIssues);
}

interface Context {
  readonly references: ProseReferences;
  readonly findNames: NameFinder;
  readonly root: string;
}

function lintFile(path: string, text: string, context: Context): Issue[] {
  const file = `${context.root}/${path}`;
  const folderName = path.split("/")[0] ?? "";
  const folder = Object.hasOwn(PROSE_FOLDERS, folderName) ? PROSE_FOLDERS[folderName] : undefined;
  const atTop = { file, line: 1, column: 1, severity: "error", written: "" } as const;
  if (!folder) {
    const next = proposeName(
      folderName,
      Object.keys(PROSE_FOLDERS),
      "move it to the folder it belongs in",
    );
    return [{ ...atTop, rule: "misplaced-file", message: "no prose belongs here", next }];
  }
  if (!path.endsWith(`.${folder.extension}`)) {
    return [
      {
        ...atTop,
        rule: "misplaced-file",
        message: `files of ${folderName} end in .${folder.extension}`,
        next: `Rename it so that it ends in .${folder.extension}.`,
      },
    ];
  }
  const document = parseProse(file, text);
  if (isProseFault(document)) {
    const { fault, ...place } = document;
    const written = text.split(/\r?\n/)[place.line - 1]?.trim() ?? "";
    return [
      {
        ...place,
        rule: "broken-prose",
        severity: "error",
        written: written.length > 80 ? `${written.slice(0, 79)}…` : written,
        message: `this is no ${folder.extension === "mdx" ? "MDX" : "Markdown"}: ${fault}`,
        next: "Mend the line; check that every tag and brace is closed.",
      },
    ];
  }
  return new Linting(file, folder, document, context).run();
}

/** The faults of one file, collected while its tree is walked. */
class Linting {
  private readonly issues: Issue[] = [];
  private readonly file: string;
  private readonly folder: ProseFolder;
  private readonly document: ProseDocument;
  private readonly context: Context;

  constructor(file: string, folder: ProseFolder, document: ProseDocument, context: Context) {
    this.file = file;
    this.folder = folder;
    this.document = document;
    this.context = context;
  }

  run(): Issue[] {
    const { root } = this.document;
    const frontMatter = lintFrontMatter(this.file, this.document, this.folder);
    this.issues.push(...frontMatter.issues, ...lintNotes(this.document));
    for (const { text, from } of frontMatter.shown) this.checkShown(text, from, root);
    for (const { kind, id } of frontMatter.references) this.checkId(kind, id, 0);
    this.visit(root, root);
    return this.issues;
  }

  private report(
    offset: number,
    rule: RuleName,
    written: string,
    message: string,
    next: string,
  ): void {
    const place = this.document.placeAt(offset);
    this.issues.push({ ...place, rule, severity: "error", written, message, next });
  }

  /** @param block the nearest node around it that a reader takes in at once: what it names says what a figure is about */
  private visit(node: ProseNode, block: ProseNode): void {
    const { document } = this;
    const start = document.startOf(node);
    switch (node.type) {
      case "text":
        this.checkText(document.sourceOf(node), start, block);
        break;
      case "inlineCode":
      case "code":
        if (this.folder.isCodeChecked) this.checkText(document.sourceOf(node), start, block);
        break;
      case "image":
      case "imageReference":
        this.checkShown(node.alt, start, block);
        break;
      case "html":
        if (!/^<!--[\s\S]*-->$/.test(node.value ?? "")) {
          this.report(
            start,
            "broken-prose",
            firstLine(node.value),
            "raw HTML, which the rules cannot look into",
            "Write it in Markdown, or as `code` if the tag itself is meant.",
          );
        }
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        if (!isComment(node)) {
          this.report(
            start,
            "broken-prose",
            firstLine(document.sourceOf(node)),
            "prose does not compute: what an expression shows cannot be checked",
            "Write the words out; for a figure use a component.",
          );
        }
        break;
      case "mdxjsEsm":
        this.report(
          start,
          "broken-prose",
          firstLine(node.value),
          "prose imports and exports nothing: the components that it may use are there already",
          `Take the line out. There are ${componentNames.join(", ")}.`,
        );
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        this.checkElement(node, block);
        break;
    }
    this.checkShown(node.title, start, block);
    if (node.type === "link" && isItsOwnAddress(node, document)) return;
    const around = BLOCKS.has(node.type) ? node : block;
    for (const child of node.children ?? []) this.visit(child, around);
  }

  /** A text that readers see though it is no text of the page: an alternative text, a title, a label. */
  private checkShown(value: string | null | undefined, from: number, block: ProseNode): void {
    if (!value) return;
    const found = this.document.text.indexOf(value, from);
    this.checkText(value, found === -1 ? from : found, block, CANNOT_HOLD_COMPONENT);
  }

  private checkText(text: string, offset: number, block: ProseNode, instead?: string): void {
    const { findNames, references } = this.context;
    const figures = findBareFigures(text, findNames(text));
    if (figures.length === 0) return;
    const passage = block === this.document.root ? text : this.document.sourceOf(block);
    const named = new Set(findNames(passage).flatMap((name) => name.ids));
    for (const { written, index } of figures) {
      const { message, next } =
        this.folder.extension === "md"
          ? IN_DEFINITIONS
          : {
              message: BARE,
              next: instead ?? proposeComponents(written, named, references),
            };
      this.report(offset + index, "bare-figure", written, message, next);
    }
  }

  private checkElement(node: ProseNode, block: ProseNode): void {
    const { name } = node;
    // A fragment, `<>…</>`, has no name and shows nothing of its own.
    if (!name) return;
    const start = this.document.startOf(node);
    const component = proseComponent(name);
    if (component) {
      this.checkComponent(node, name, component);
    } else if (/^\p{Ll}[\p{L}\p{N}-]*$/u.test(name)) {
      for (const attribute of node.attributes ?? []) this.checkHtmlAttribute(attribute, block);
    } else {
      this.report(
        start,
        "unknown-reference",
        `<${name}>`,
        `prose has no component ${name}`,
        proposeName(name, componentNames, "say it in Markdown"),
      );
    }
  }

  private checkHtmlAttribute(attribute: ProseAttribute, block: ProseNode): void {
    const { name = "", value } = attribute;
    const start = this.document.startOf(attribute);
    if (name === "style" || /^on/i.test(name)) {
      this.report(
        start,
        "broken-prose",
        this.document.sourceOf(attribute),
        `the site's Content-Security-Policy refuses ${name}=`,
        "Take it out; looks belong in src/styles, behaviour in src/islands.",
      );
    }
    if (!SHOWN_ATTRIBUTES.has(name)) return;
    this.checkShown(typeof value === "string" ? value : value?.value, start, block);
  }

  private checkComponent(node: ProseNode, name: string, component: ProseComponent): void {
    const start = this.document.startOf(node);
    const given = node.attributes ?? [];
    const fault = (offset: number, written: string, message: string, next: string) =>
      this.report(offset, "broken-prose", written, message, next);
    const example = component.forms
      .map(
        (form) => `<${name} ${form.map((each) => attributeExample(component, each)).join(" ")} />`,
      )
      .join(" or ");

    const known = given.filter((attribute) => (attribute.name ?? "") in component.attributes);
    for (const attribute of given) {
      const at = this.document.startOf(attribute);
      const written = this.document.sourceOf(attribute);
      const kind = component.attributes[attribute.name ?? ""];
      if (kind === undefined) {
        fault(
          at,
          written,
          `${name} has no attribute ${attribute.name ?? written}`,
          `Write ${example}.`,
        );
      } else {
        this.checkAttribute(attribute, kind, example);
      }
    }
    const isOptional = (attribute: string) => !component.forms.flat().includes(attribute);
    const telling = known
      .map((attribute) => attribute.name ?? "")
      .filter((attribute) => !isOptional(attribute))
      .sort(compareText)
      .join(" ");
    if (!component.forms.some((form) => [...form].sort(compareText).join(" ") === telling)) {
      const isSingle = component.forms.every((form) => form.length === 1);
      const message =
        telling === ""
          ? `${name} shows ${component.shows}, but is not told which`
          : isSingle
            ? `${name} shows one thing and is given ${known.length}`
            : `${name} is given ${telling.split(" ").join(", ")}, which do not go together`;
      fault(start, firstLine(this.document.sourceOf(node)), message, `Write ${example}.`);
    } else if (name === ("Derived" satisfies ProseComponentName)) {
      this.checkDerived(node);
    }
    const [child] = node.children ?? [];
    if (child) {
      fault(
        this.document.startOf(child),
        firstLine(this.document.sourceOf(child)),
        `${name} holds nothing: it draws what it shows from the dataset`,
        `Write ${example}.`,
      );
    }
  }

  private checkAttribute(attribute: ProseAttribute, kind: AttributeKind, example: string): void {
    const at = this.document.startOf(attribute);
    const written = this.document.sourceOf(attribute);
    const from = at + (attribute.name?.length ?? 0) + 1;
    const fault = (message: string, next = `Write ${example}.`) =>
      this.report(at, "broken-prose", written, message, next);
    if (kind === "claims") {
      const ids = idsOf(attribute);
      if (ids === null) fault("a list of claims is written out, in double quotes, not computed");
      let searchFrom = from;
      for (const id of ids ?? []) {
        this.checkId("claim", id, searchFrom);
        searchFrom = Math.max(searchFrom, this.document.text.indexOf(id, searchFrom));
      }
    } else if (typeof attribute.value !== "string") {
      fault("an id is written out, not computed");
    } else if (typeof kind === "string") {
      this.checkId(kind, attribute.value, from);
    } else if (!kind.includes(attribute.value)) {
      fault(
        `there is no ${attribute.name} ${attribute.value}`,
        proposeName(attribute.value, kind, `write one of ${kind.join(", ")}`),
      );
    }
  }

  /** Whether the figure can be computed; unknown ids and words have been reported by then. */
  private checkDerived(node: ProseNode): void {
    const { claims, isUndecided } = this.context.references;
    const derived = parseDerived(node);
    if (derived === null) return;
    const operands = derived.claims.flatMap((id) => claims.get(id) ?? []);
    // Nothing is said of operands that are missing, or whose own file has faults.
    if (operands.length < derived.claims.length) return;
    if (derived.claims.some((id) => isUndecided("claim", id))) return;
    const result = derive(derived.measure, operands);
    const written = firstLine(this.document.sourceOf(node));
    const report = ({ fault, next }: DerivationFault) =>
      this.report(this.document.startOf(node), "broken-prose", written, fault, next);
    if (!isDerivation(result)) report(result);
    else if (derived.sign === "none" && !hasOneSign(result.interval)) {
      report({
        fault: "the result may be above or below zero, so its sign tells something",
        next: 'Take sign="none" out.',
      });
    }
  }

  /** @param from where to look for the id in the file, so that the place is its own and not the tag's */
  private checkId(kind: keyof ProseReferences["ids"], id: string, from: number): void {
    const { references } = this.context;
    if (references.ids[kind].has(id) || references.isUndecided(kind, id)) return;
    const found = this.document.text.indexOf(id, from);
    this.report(
      found === -1 ? from : found,
      "unknown-reference",
      id,
      kind === "chart" ? `there is no chart ${id}` : `no ${kind} ${id} is in the dataset`,
      proposeName(id, references.ids[kind], WHAT_TO_DO[kind]),
    );
  }
}

/** `claim="…"`, `of={["…", "…"]}`, `measure="difference|ratio"`. */
function attributeExample({ attributes }: ProseComponent, name: string): string {
  const kind = attributes[name];
  if (kind === "claims") return `${name}={["…", "…"]}`;
  return `${name}="${typeof kind === "object" ? kind.join("|") : "…"}"`;
}

const componentNames = Object.keys(PROSE_COMPONENTS).sort(compareText);

/** What a reader takes in at once. */
const BLOCKS = new Set(["paragraph", "heading", "tableRow", "code", "mdxJsxFlowElement"]);

/** Attributes of HTML elements that readers see or hear. */
const SHOWN_ATTRIBUTES = new Set(["alt", "title", "label", "aria-label", "aria-description"]);

const BARE =
  "a bare figure: readers cannot open its evidence, and it stays when the dataset changes";
const CANNOT_HOLD_COMPONENT =
  "Say it without the figure; a component cannot stand here, so show the figure in the text.";
const IN_DEFINITIONS = {
  message: "a definition uses no real figure: the site puts live examples below it",
  next: "Say it in words, or show invented figures as `code`.",
};

const WHAT_TO_DO: Readonly<Record<keyof ProseReferences["ids"], string>> = {
  claim: "add the claim under src/data/sources",
  fact: "see the facts of the site, or bind the figure to a claim",
  discrepancy: "see the discrepancies of the site",
  metric: "add it under src/data/metrics",
  subject: "add it under src/data/subjects",
  source: "add it under src/data/sources",
  chart: "add it under src/content/charts",
};

function proposeComponents(
  written: string,
  named: ReadonlySet<string>,
  { figures }: ProseReferences,
): string {
  const proposals = proposeFigures(written, named, figures).map(
    ({ kind, id }) => `<Figure ${kind}="${id}" />`,
  );
  const otherwise = "add the claim under src/data/sources and bind the figure to it";
  return proposals.length === 0
    ? `No claim states it: ${otherwise}, or say it without the figure.`
    : `Write ${proposals.join(" or ")}. If none of them is meant, ${otherwise}.`;
}

const firstLine = (text: string | undefined): string => text?.split(/\r?\n/)[0]?.trim() ?? "";

// An MDX comment is an expression without code.
function isComment(node: ProseNode): boolean {
  const program = (node.data as { estree?: { body: readonly unknown[] } } | undefined)?.estree;
  return program !== undefined && program.body.length === 0;
}

/** Whether the text of a link is the address to which it leads, digits and all. */
function isItsOwnAddress(node: ProseNode, document: ProseDocument): boolean {
  const [child, ...others] = node.children ?? [];
  if (child?.type !== "text" || others.length > 0) return false;
  const shown = document.sourceOf(child);
  return [shown, `http://${shown}`, `mailto:${shown}`].includes(node.url ?? "");
}
