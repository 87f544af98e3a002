import { canonicalConditions } from "../schema/conditions.ts";
import type { AuthoredMetric } from "../schema/metric.ts";
import type { DerivedSide, FollowsFrom } from "./dataset.ts";

/** How a metric's level follows from others, with every side in its full form; null for a metric that stands for itself. */
export function followsFromOf(authored: AuthoredMetric["follows-from"]): FollowsFrom | null {
  if (authored === undefined) return null;
  return {
    measure: authored.measure,
    of: sideOf(authored.of),
    against: authored.against === undefined ? null : sideOf(authored.against),
    isDecrease: authored.direction === "down",
    times: authored.times ?? null,
    because: authored.because,
  };
}

type AuthoredSide = NonNullable<AuthoredMetric["follows-from"]>["of"];

const sideOf = (side: AuthoredSide): DerivedSide =>
  typeof side === "string"
    ? { metric: side, conditions: {} }
    : { metric: side.metric, conditions: canonicalConditions(side.conditions) };
