import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";

/** Pagefind's ready-made interfaces and the reader for languages that it does not stem: we use neither. */
const unusedFile = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./;

/**
 * Writes the Pagefind index of a built site into its `pagefind/` folder and resolves to the number of
 * indexed pages. Only what stands inside `data-pagefind-body` is indexed. Throws where no page has any.
 *
 * @param directory the folder of the built site
 */
export async function writeSearchIndex(directory: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  try {
    // Pages are handed over one by one in the order of their names: Pagefind numbers pages as they come,
    // and `addDirectory` takes them as the file system lists them, so that two builds could differ.
    const names = (await Array.fromAsync(glob("**/*.html", { cwd: directory }))).sort();
    let indexed = 0;
    for (const sourcePath of names) {
      const content = await readFile(join(directory, sourcePath), "utf8");
      if (!content.includes("data-pagefind-body")) continue;
      assertNoErrors(await index.addHTMLFile({ sourcePath, content }), sourcePath);
      indexed += 1;
    }
    if (indexed === 0) {
      throw new Error("No page has data-pagefind-body: the search would find nothing.");
    }
    const written = await index.getFiles();
    assertNoErrors(written, "the index");
    for (const { path, content } of written.files) {
      if (unusedFile.test(path)) continue;
      const target = join(directory, "pagefind", path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    return indexed;
  } finally {
    await pagefind.close();
  }
}

function assertNoErrors(response: { readonly errors: readonly string[] }, subject: string): void {
  if (response.errors.length > 0) {
    throw new Error(`Pagefind refused ${subject}: ${response.errors.join("; ")}`);
  }
}
