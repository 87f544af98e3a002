/**
 * The quoting rule of DESIGN §3, read from the schemas: every scalar field says whether it is written
 * in double quotes, as a block, or bare. `data:fix` applies the same function, so that what it
 * writes is what the check wants to see.
 */
import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import type { z } from "zod";
import type { Issue } from "../report/issue.ts";
import type { ScalarStyle } from "../schema/scalars.ts";
import type { AuthoredFile } from "./authored-file.ts";
import type { HouseNode } from "./house-yaml.ts";

type Schema = z.core.$ZodType;
/** The parts of Zod's definitions that carry nested schemas. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
}
const definitionOf = (schema: Schema): Definition =>
  (schema as unknown as { _zod: { def: Definition } })._zod.def;

/** The schemas that may stand behind one: unions opened, optional and default wrappers removed. */
function alternatives(schema: Schema): Schema[] {
  const definition = definitionOf(schema);
  if (definition.type === "union") return (definition.options ?? []).flatMap(alternatives);
  if (definition.innerType !== undefined) return alternatives(definition.innerType);
  return [schema];
}

function styleOf(
  schemas: readonly Schema[],
  metaOf: (schema: Schema) => unknown,
): ScalarStyle | undefined {
  for (const schema of schemas) {
    const meta = metaOf(schema) as { scalar?: ScalarStyle } | undefined;
    if (meta?.scalar) return meta.scalar;
  }
  return undefined;
}

/** What a schema asks of the scalars at one place of a file, and at the places below it; worked out once for each schema. */
class PlaceStyle {
  readonly wanted: ScalarStyle | undefined;
  readonly #schemas: readonly Schema[];
  readonly #isRecord: boolean;
  readonly #fields = new Map<string, PlaceStyle>();
  #element: PlaceStyle | undefined;

  constructor(schemas: readonly Schema[]) {
    this.#schemas = schemas;
    this.#isRecord = schemas.some((candidate) => definitionOf(candidate).type === "record");
    this.wanted = styleOf(schemas, metaOf);
  }

  field(key: string): PlaceStyle {
    // The keys of a record are the author's, and all alike.
    const name = this.#isRecord ? "" : key;
    let field = this.#fields.get(name);
    if (!field) {
      field = new PlaceStyle(belowKey(this.#schemas, key));
      this.#fields.set(name, field);
    }
    return field;
  }

  get element(): PlaceStyle {
    this.#element ??= new PlaceStyle(belowElement(this.#schemas));
    return this.#element;
  }
}

const belowKey = (schemas: readonly Schema[], key: string): Schema[] =>
  schemas.flatMap((candidate) => {
    const definition = definitionOf(candidate);
    const isField = definition.shape !== undefined && Object.hasOwn(definition.shape, key);
    const next =
      definition.type === "record"
        ? definition.valueType
        : isField
          ? definition.shape[key]
          : undefined;
    return next ? alternatives(next) : [];
  });

const belowElement = (schemas: readonly Schema[]): Schema[] =>
  schemas.flatMap((candidate) => {
    const element = definitionOf(candidate).element;
    return element ? alternatives(element) : [];
  });

const placeStyles = new WeakMap<Schema, PlaceStyle>();

function placeStyleOf(schema: Schema): PlaceStyle {
  let style = placeStyles.get(schema);
  if (!style) {
    style = new PlaceStyle(alternatives(schema));
    placeStyles.set(schema, style);
  }
  return style;
}

/** Whether every scalar of a tree is written as asked; a block of the house never ends in a line break. */
function areStylesWanted(node: HouseNode, style: PlaceStyle): boolean {
  switch (node.kind) {
    case "scalar":
      return style.wanted === undefined || node.style === style.wanted;
    case "list":
      return node.items.every((item) => areStylesWanted(item, style.element));
    case "map":
      return node.nodes.every((below, index) =>
        areStylesWanted(below, style.field(node.keys[index] as string)),
      );
    default:
      return node satisfies never;
  }
}

interface StyledScalar {
  readonly scalar: Scalar;
  readonly path: readonly PropertyKey[];
  readonly wanted: ScalarStyle;
}

const metaOf = (schema: Schema): unknown =>
  (schema as unknown as { meta?: () => unknown }).meta?.();

/** Every scalar of a file for which its schema asks a style, in the order of the file. */
export function styledScalars(file: AuthoredFile, schema: Schema): StyledScalar[] {
  const found: StyledScalar[] = [];
  const visit = (node: unknown, schemas: readonly Schema[], path: readonly PropertyKey[]): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        visit(pair.value, belowKey(schemas, key), [...path, key]);
      }
    } else if (isSeq(node)) {
      const below = belowElement(schemas);
      for (const [index, item] of node.items.entries()) visit(item, below, [...path, index]);
    } else if (isScalar(node)) {
      const wanted = styleOf(schemas, metaOf);
      if (wanted) found.push({ scalar: node, path, wanted });
    }
  };
  visit(file.document.contents, alternatives(schema), []);
  return found;
}

/** Whether a bare scalar would be read as something else than text by other YAML tools. */
function looksLikeFigureOrDate(source: string): boolean {
  return /^[+-]?[\d.][\d_,.:eExXo-]*$/.test(source);
}

const ACTUAL_STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "bare",
  QUOTE_DOUBLE: "quoted",
  BLOCK_LITERAL: "block",
};

/** Whether a scalar is written in the style that its field asks for. */
export function hasWantedStyle({ scalar, wanted }: StyledScalar): boolean {
  if (ACTUAL_STYLES[scalar.type ?? ""] !== wanted) return false;
  // A block must be `|-`: with `|` or `|+` the words would end in a line break that the source does not have.
  return wanted !== "block" || !String(scalar.value).endsWith("\n");
}

const HOW: Readonly<Record<ScalarStyle, string>> = {
  quoted: "in double quotes",
  block: "as a |- block",
  bare: "bare, without quotes",
};

/** One issue for each scalar that is written in another style than its field asks for. */
export function checkScalarStyles(file: AuthoredFile, schema: Schema): Issue[] {
  if (file.tree && areStylesWanted(file.tree, placeStyleOf(schema))) return [];
  return styledScalars(file, schema)
    .filter((styled) => !hasWantedStyle(styled))
    .map(({ scalar, path, wanted }) => {
      const source = String(scalar.source ?? scalar.value);
      const isFigure =
        wanted === "quoted" && scalar.type === "PLAIN" && looksLikeFigureOrDate(source);
      return {
        ...file.placeOf(path),
        rule: isFigure ? "unquoted-figure" : "scalar-style",
        severity: "error",
        written: file.writtenAt(path),
        message: isFigure
          ? "a figure or date without quotes: other tools would read it as a number or a Date and lose its precision"
          : `${String(path.at(-1))} is written ${HOW[wanted]}, so that every file reads alike`,
        next: isFigure
          ? `Write "${source}". npm run data:fix does it.`
          : "npm run data:fix does it.",
      };
    });
}
