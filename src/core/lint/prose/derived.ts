/** The attributes of `<Derived>`, as prose writes them. */
import type { DerivedMeasure } from "../../derivation/derivation.ts";
import type { SignShown } from "../../derivation/format-derived.ts";
import { PROSE_COMPONENTS } from "./components.ts";
import type { ProseAttribute, ProseNode } from "./document.ts";

export interface DerivedAttributes {
  readonly measure: DerivedMeasure;
  /** Ids, in the order of the formula. */
  readonly claims: readonly string[];
  readonly sign: SignShown;
}

const isMeasure = (text: string): text is DerivedMeasure =>
  (PROSE_COMPONENTS.Derived.attributes.measure as readonly string[]).includes(text);

/** Null where the measure is none, or a list is not written out. */
export function parseDerived(node: ProseNode): DerivedAttributes | null {
  const attribute = (name: string) => node.attributes?.find((each) => each.name === name);
  const text = (name: string) => {
    const value = attribute(name)?.value;
    return typeof value === "string" ? value : "";
  };
  const measure = text("measure");
  const of = attribute("of");
  const claims = of ? idsOf(of) : [text("own"), text("other")];
  if (!isMeasure(measure) || claims === null) return null;
  return { measure, claims, sign: text("sign") === "none" ? "none" : "minus" };
}

/** The ids of an attribute that holds a list, `{["…", "…"]}`; null when it is written otherwise. */
export function idsOf({ value }: ProseAttribute): string[] | null {
  if (typeof value !== "object" || value === null) return null;
  try {
    // A formatter may leave a comma behind the last one.
    const list: unknown = JSON.parse(value.value.replace(/,\s*\]\s*$/, "]"));
    return Array.isArray(list) && list.every((id) => typeof id === "string") ? list : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
