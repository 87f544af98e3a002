import { parseAuthoredFile } from "../../dataset/authored-file.ts";
import { checkScalarStyles } from "../../dataset/scalar-styles.ts";
import type { Issue } from "../../report/issue.ts";
import type { ProseDocument, ProseNode } from "./document.ts";
import type { FrontMatterReference, ProseFolder } from "./folders.ts";

const AS_THE_OTHERS = "Write the fields as the other files of the folder do.";

export interface FrontMatter {
  readonly issues: readonly Issue[];
  /** The texts that readers see, each with the offset from which it can be found in the file. */
  readonly shown: readonly { readonly text: string; readonly from: number }[];
  /** What its fields refer to; nothing where they have a fault. */
  readonly references: readonly FrontMatterReference[];
}

/** The front matter of a page against the fields of its folder. */
export function lintFrontMatter(
  file: string,
  document: ProseDocument,
  folder: ProseFolder,
): FrontMatter {
  const node = document.root.children?.find(({ type }) => type === "yaml");
  if (!node) {
    const issue: Issue = {
      ...document.placeAt(0),
      rule: "broken-prose",
      severity: "error",
      written: "",
      message: "the front matter is missing",
      next: "Begin the file with --- and its fields; the other files of the folder show how.",
    };
    return { issues: [issue], shown: [], references: [] };
  }
  const authored = parseAuthoredFile(file, node.value ?? "");
  const issues = [...authored.issues];
  let references: readonly FrontMatterReference[] = [];
  if (authored.value !== undefined) {
    const { frontMatter } = folder;
    // data:fix writes data only, so its hint would lead nowhere here.
    for (const issue of checkScalarStyles(authored, frontMatter)) {
      issues.push({ ...issue, next: AS_THE_OTHERS });
    }
    const parsed = frontMatter.safeParse(authored.value ?? {});
    if (parsed.success) references = folder.referencesOf?.(parsed.data) ?? [];
    for (const fault of parsed.error?.issues ?? []) {
      const isUnknown = fault.code === "unrecognized_keys";
      const field = isUnknown ? (fault.keys[0] ?? "") : String(fault.path[0] ?? "");
      const written = authored.writtenAt([field]);
      const isMissing = authored.value === null || !hasField(authored.value, field);
      issues.push({
        ...authored.placeOf([field]),
        rule: "broken-prose",
        severity: "error",
        written: isUnknown ? field : written,
        message: isUnknown
          ? `${field} is no field of this front matter`
          : `${field} ${isMissing ? "is missing" : fault.message}`,
        next: AS_THE_OTHERS,
      });
    }
  }
  const fence = node.position?.start.line ?? 1;
  return {
    issues: issues.map((issue) => ({ ...issue, line: issue.line + fence })),
    shown: shownTexts(authored.value, node, document.startOf(node)),
    references,
  };
}

const hasField = (value: unknown, field: string): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.hasOwn(value, field);

/** Fields that stand on the page or in lists. */
const SHOWN_FIELDS = ["title", "summary", "term"];

function shownTexts(value: unknown, node: ProseNode, start: number): FrontMatter["shown"] {
  return SHOWN_FIELDS.flatMap((field) => {
    const text = hasField(value, field) ? value[field] : undefined;
    if (typeof text !== "string") return [];
    return [{ text, from: start + (node.value ?? "").indexOf(`${field}:`) }];
  });
}
