import type { Claim } from "../dataset/dataset.ts";
import { doIntervalsMeet } from "../quantity/interval.ts";

/** Whether what two claims state of one fact can both be right. */
export function doAgree(one: Claim, other: Claim): boolean {
  if (one.relation !== null || other.relation !== null) return one.relation === other.relation;
  if (one.interval && other.interval) return doIntervalsMeet(one.interval, other.interval);
  return one.quantity?.printed === other.quantity?.printed;
}
