import type { Analysis } from "../../core/analysis.ts";
import { describeConditions } from "../../core/facts/describe.ts";
import type { UnqualifiedReading } from "../../core/schema/reading.ts";
import { metricPath, subjectPath } from "../addresses.ts";

export interface ReadingRow {
  readonly name: string;
  readonly path: string;
  readonly conditions: string;
  readonly because: string;
}

/** How a reading's conditions are written for readers. */
export const describeReading = (reading: UnqualifiedReading): string =>
  describeConditions(reading.conditions as Readonly<Record<string, string>>);

/** Every reading of an unqualified mention, of subjects and of metrics. */
export function readingList({ dataset }: Analysis): ReadingRow[] {
  const rows = (
    records: Iterable<{ id: string; name: string; unqualified: readonly UnqualifiedReading[] }>,
    path: (id: string) => string,
  ) =>
    [...records].flatMap((record) =>
      record.unqualified.map((reading) => ({
        name: record.name,
        path: path(record.id),
        conditions: describeReading(reading),
        because: reading.because,
      })),
    );
  return [
    ...rows(dataset.subjects.values(), subjectPath),
    ...rows(dataset.metrics.values(), metricPath),
  ];
}
