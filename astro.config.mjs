import { fileURLToPath } from "node:url";
import { rehypeHeadingIds, unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import remarkGfm from "remark-gfm";
import { readProseFolder } from "./src/cli/prose-folder.ts";
import { glossaryTerms, glossaryTermsOf } from "./src/site/markdown/glossary-terms.ts";
import { headingLinks } from "./src/site/markdown/heading-links.ts";
import { scrollFrames } from "./src/site/markdown/scroll-frames.ts";
import { sidenotes } from "./src/site/markdown/sidenotes.ts";
import { tableAlignment } from "./src/site/markdown/table-alignment.ts";
import { unbrokenNames } from "./src/site/markdown/unbroken-names.ts";

const glossary = glossaryTermsOf(
  readProseFolder(fileURLToPath(new URL("src/content/glossary", import.meta.url))),
);

export default defineConfig({
  site: process.env.SITE || "https://release-ledger.example",
  base: process.env.BASE_PATH || "/",
  // Builds that run side by side must not share a cache; src/cli/build.ts gives each its own.
  cacheDir: process.env.ASTRO_CACHE_DIR || "./.cache/astro",
  output: "static",
  trailingSlash: "always",
  integrations: [mdx()],
  markdown: {
    // remark-gfm is named rather than switched on so that Markdown, MDX and data:check share one grammar.
    processor: unified({
      gfm: false,
      remarkPlugins: [remarkGfm, [glossaryTerms, glossary]],
      rehypePlugins: [
        rehypeHeadingIds,
        headingLinks,
        sidenotes,
        tableAlignment,
        scrollFrames,
        unbrokenNames,
      ],
    }),
    // Shiki colours code with style attributes, which the Content-Security-Policy refuses.
    syntaxHighlight: false,
  },
  // The policy also refuses inline styles and scripts, so nothing may be inlined for being small.
  build: { format: "directory", inlineStylesheets: "never" },
  vite: { build: { assetsInlineLimit: 0 } },
  prefetch: false,
  devToolbar: { enabled: false },
});
