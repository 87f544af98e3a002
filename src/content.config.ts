import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { chartFrontMatter } from "./core/lint/prose/chart-front-matter.ts";
import {
  articleFrontMatter,
  glossaryFrontMatter,
  registryPageFrontMatter,
} from "./core/lint/prose/front-matter.ts";

export const collections = {
  articles: defineCollection({
    loader: glob({ base: "./src/content/articles", pattern: "**/*.mdx" }),
    schema: articleFrontMatter,
  }),
  charts: defineCollection({
    loader: glob({ base: "./src/content/charts", pattern: "**/*.md" }),
    schema: chartFrontMatter,
  }),
  "discrepancy-kinds": defineCollection({
    loader: glob({ base: "./src/content/discrepancy-kinds", pattern: "**/*.md" }),
    schema: registryPageFrontMatter,
  }),
  glossary: defineCollection({
    loader: glob({ base: "./src/content/glossary", pattern: "**/*.md" }),
    schema: glossaryFrontMatter,
  }),
  rules: defineCollection({
    loader: glob({ base: "./src/content/rules", pattern: "**/*.md" }),
    schema: registryPageFrontMatter,
  }),
};
