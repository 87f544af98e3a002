/** `npm run explain -- <id>`: the whole reasoning on a discrepancy, a fact or a claim. */
import { explain, proposeIds, readExplainedId } from "../core/report/explain.ts";
import { loadFolder } from "./load-data.ts";
import { fail, readArguments } from "./options.ts";
import { formatExplanation } from "./reporters/explanation.ts";
import { OWN_DATA } from "./reporters/terminal.ts";
import { textFor } from "./reporters/terminal-text.ts";

const USAGE = `npm run explain -- <id>

Prints how the ledger came to what it says of a discrepancy, a fact or a claim: the question, the claims with their
evidence, how each figure was read, which rule of standing was chosen, and what the checks computed.

  <id>      an id, its address on the site, or words that it holds
  --data    the data folder (src/data)`;

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: { data: { type: "string", default: OWN_DATA } },
});
const written = positionals.join(" ");
if (written === "") fail(USAGE);
const analysis = loadFolder(values.data);
const id = readExplainedId(analysis, written);
const explanation = id === null ? null : explain(analysis, id);
if (explanation === null) {
  const proposals = proposeIds(analysis, written);
  fail(
    `There is no discrepancy, fact or claim ${written}. ${
      proposals.length > 0
        ? `Did you mean one of these?\n${proposals.map((proposal) => `  ${proposal}`).join("\n")}`
        : values.data === OWN_DATA
          ? "Ids stand in the addresses of the site, and npm run data:check -- --findings all lists those of discrepancies."
          : `npm run check:dataset -- ${values.data} --findings all lists those of discrepancies.`
    }`,
  );
} else console.log(formatExplanation(explanation, textFor(process.stdout)));
