import { expect, it } from "vitest";
import { STATUSES } from "../../../src/core/verdicts/status.ts";
import {
  severities,
  severityMark,
  statusClass,
  statusMark,
} from "../../../src/site/figures/status-mark.ts";

it("every status and severity has a shape of its own, so that colour is not needed", () => {
  const shapes = [...STATUSES.map(statusMark), ...severities.map(severityMark)];
  expect(new Set(shapes).size).toBe(STATUSES.length + severities.length);
});

it("marks are silent, for the word stands beside them", () => {
  for (const status of STATUSES) expect(statusMark(status)).toContain('aria-hidden="true"');
});

it("a status of two words is one class", () => {
  expect(statusClass("scope differs")).toBe("status status--scope-differs");
});
