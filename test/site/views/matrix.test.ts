import { expect, test } from "vitest";
import { matrixView } from "../../../src/site/views/matrix.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const view = matrixView(
  analysisOf({
    sources: {
      "acme/card": [aClaim({ "measured-by": "acme" }), aPriceClaim("0.10")],
      "beta/review": [aClaim({ value: "54.9" }), aClaim()],
      "gamma/digest": [aClaim()],
    },
  }),
);
const [family, ...others] = view.families;

test("has the facts that at least two sources answer, and the sources that answer one of them", () => {
  expect(others).toEqual([]);
  expect(view.facts).toBe(1);
  expect(family?.rows.map(({ text, path }) => [text, path])).toEqual([
    ["One on Bench", "/facts/acme/one/bench/"],
  ]);
  expect(view.sources.map(({ publisher }) => publisher)).toEqual(["Acme", "Beta", "Gamma"]);
});

test("a cell shows the claim that tells most, beside one of another source that stands or differs", () => {
  const [[acme] = [], [beta] = [], [gamma] = []] = family?.rows[0]?.cells ?? [];
  expect(beta).toMatchObject({
    claim: { valueText: "54.9%" },
    status: "conflicts",
    beside: { id: "acme/card#c1" },
    more: 1,
  });
  expect(acme?.beside.source.publisher).toBe("Beta");
  expect(acme?.beside.valueText).toBe("54.9%");
  expect(gamma?.claim.valueText).toBe("54.6%");
});

test("sources beyond the columns share one, the fewest answers there, and none is left out", () => {
  const publishers = ["acme", "beta", "gamma", "delta"];
  const documents = publishers.flatMap((publisher) => [`${publisher}/a`, `${publisher}/b`]);
  const { sources, columns, families } = matrixView(
    analysisOf({
      sources: Object.fromEntries(
        documents.map((id, index) => [
          id,
          [aClaim(), ...(index < 3 ? [aClaim({ subject: "acme/zero", value: "33" })] : [])],
        ]),
      ),
    }),
  );
  expect(sources).toHaveLength(8);
  expect(columns).toBe(5);
  const [row, other] = families[0]?.rows ?? [];
  expect(row?.cells.map((answers) => answers.map(({ source }) => source))).toEqual([
    [0],
    [1],
    [2],
    [3],
    [4],
    [5, 6, 7],
  ]);
  expect(other?.cells.map((answers) => answers.length)).toEqual([1, 1, 1, 0, 0, 0]);
});
