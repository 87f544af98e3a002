/** The folders of `src/content`: what stands in each, and what may stand in it. */
import type { z } from "zod";
import { DISCREPANCY_KINDS } from "../../checks/kinds.ts";
import { RULE_NAMES } from "../rules.ts";
import { chartFrontMatter, chartReferences } from "./chart-front-matter.ts";
import type { ReferenceKind } from "./components.ts";
import {
  articleFrontMatter,
  glossaryFrontMatter,
  registryPageFrontMatter,
} from "./front-matter.ts";

/** An id in a field of front matter. */
export interface FrontMatterReference {
  readonly kind: ReferenceKind;
  readonly id: string;
}

export interface ProseFolder {
  readonly extension: "md" | "mdx";
  readonly frontMatter: z.ZodType;
  /** For a folder with one page for each entry of a registry: the names of the entries. */
  readonly registry: readonly string[] | null;
  /**
   * Whether code shows readers something of the release under analysis. On the other pages it is an example of a form,
   * with invented figures.
   */
  readonly isCodeChecked: boolean;
  /** What fields of the front matter refer to; `data` has passed `frontMatter`. */
  readonly referencesOf?: (data: unknown) => readonly FrontMatterReference[];
}

export const PROSE_FOLDERS: Readonly<Record<string, ProseFolder>> = {
  articles: {
    extension: "mdx",
    frontMatter: articleFrontMatter,
    registry: null,
    isCodeChecked: true,
  },
  charts: {
    extension: "md",
    frontMatter: chartFrontMatter,
    registry: null,
    isCodeChecked: false,
    referencesOf: (data) => chartReferences(chartFrontMatter.parse(data)),
  },
  "discrepancy-kinds": {
    extension: "md",
    frontMatter: registryPageFrontMatter,
    registry: DISCREPANCY_KINDS,
    isCodeChecked: false,
  },
  glossary: {
    extension: "md",
    frontMatter: glossaryFrontMatter,
    registry: null,
    isCodeChecked: false,
  },
  rules: {
    extension: "md",
    frontMatter: registryPageFrontMatter,
    registry: RULE_NAMES,
    isCodeChecked: false,
  },
};
