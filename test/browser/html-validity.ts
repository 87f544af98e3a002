import { defineConfig, HtmlValidate, StaticConfigLoader } from "html-validate";

/** A rule of HTML that a page breaks, and where it first does. */
export interface HtmlFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const configuration = defineConfig({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Everything comes from our own origin, which integrity hashes would not make safer.
    "require-sri": "off",
    "no-redundant-role": [
      "error",
      {
        // A table that CSS lays out as a list on small screens is no table to a screen reader any more,
        // unless the roles say so.
        exclude: ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"],
      },
    ],
  },
});

const resolved = await new StaticConfigLoader(configuration).getConfigFor("");

/** The package's own loader resolves the configuration again for every page, which doubles the time. */
class ResolvedOnce extends StaticConfigLoader {
  override getConfigFor() {
    return resolved;
  }
}

const validator = new HtmlValidate(new ResolvedOnce());

/** Everything in a page that is not valid HTML, in the order of the page. */
export async function findHtmlFaults(html: string): Promise<readonly HtmlFault[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ message, ruleId, line, column }) => ({
      message: `${message} (${ruleId})`,
      line,
      column,
    })),
  );
}
