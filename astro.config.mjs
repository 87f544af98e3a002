import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import remarkGfm from "remark-gfm";
import { scrollFrames } from "./src/site/markdown/scroll-frames.ts";
import { tableAlignment } from "./src/site/markdown/table-alignment.ts";

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
      remarkPlugins: [remarkGfm],
      rehypePlugins: [tableAlignment, scrollFrames],
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
