import { anachronism } from "./anachronism.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Check } from "./check.ts";
import { dateConflict } from "./date-conflict.ts";
import { impossible } from "./impossible.ts";
import type { DiscrepancyKind } from "./kinds.ts";
import { nameVariant } from "./name-variant.ts";
import { orderingConflict } from "./ordering-conflict.ts";
import { rounding } from "./rounding.ts";
import { scopeDifference } from "./scope-difference.ts";
import { statusConflict } from "./status-conflict.ts";
import { unitMisuse } from "./unit-misuse.ts";
import { unsupportedQuotation } from "./unsupported-quotation.ts";
import { valueConflict } from "./value-conflict.ts";

/** The one list of checks; exhaustive by its type. */
export const CHECKS: {
  readonly [K in DiscrepancyKind]: Check & { readonly kind: DiscrepancyKind };
} = {
  "value-conflict": valueConflict,
  "date-conflict": dateConflict,
  "status-conflict": statusConflict,
  "ordering-conflict": orderingConflict,
  arithmetic,
  "unit-misuse": unitMisuse,
  impossible,
  anachronism,
  "unsupported-quotation": unsupportedQuotation,
  "name-variant": nameVariant,
  "scope-difference": scopeDifference,
  rounding,
};
