/** The table of a chart as CSV. */
import { formatCsvRows } from "../api/formats.ts";
import type { ChartDefinition } from "../figures/chart-definition.ts";
import { chartTable } from "../figures/chart-table.ts";

/**
 * RFC 4180: the columns of the table, for each column that leads somewhere one with the addresses, and in every row the chart's title and
 * address, since a CSV file has no other place for them.
 *
 * @param address where the chart stands on the site, as a whole address
 */
export function chartCsv(definition: ChartDefinition, address: string): string {
  const { columns, rows } = chartTable(definition);
  const whole = (href: string) => (URL.canParse(address) ? new URL(href, address).href : href);
  const leading = columns.flatMap(({ label }, index) =>
    rows.some((row) => row[index]?.href) ? [{ label, index }] : [],
  );
  return formatCsvRows(
    [
      ...columns.map(({ label }) => label),
      ...leading.map(({ label }) => `${label} (address)`),
      "Chart",
      "Release Ledger",
    ],
    rows.map((row) => [
      ...row.map(({ text }) => text),
      ...leading.map(({ index }) => {
        const href = row[index]?.href;
        return href ? whole(href) : "";
      }),
      definition.title,
      address,
    ]),
  );
}
