/**
 * A reader of the one form of YAML in which the ledger's data stand: block maps and lists, scalars in double quotes on one line,
 * bare words, `|-` blocks, lists and maps in brackets on one line. It is some thirty times as fast as the library, which reads all of YAML, and
 * gives up on whatever it does not know: then the library reads the file, and tells what is wrong with it. A property test holds
 * that what this reader accepts the library reads alike, to the value and the place of every scalar.
 */
import type { ScalarStyle } from "../schema/scalars.ts";

interface HouseScalar {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: ScalarStyle;
  readonly offset: number;
}
export interface HouseMap {
  readonly kind: "map";
  readonly offset: number;
  /** In the order of the file, with the places of the keys and the nodes behind them. */
  readonly keys: readonly string[];
  readonly offsets: readonly number[];
  readonly nodes: readonly HouseNode[];
  /** The same as a plain object of the nodes' values. */
  readonly value: Readonly<Record<string, unknown>>;
}
interface HouseList {
  readonly kind: "list";
  readonly offset: number;
  readonly value: readonly unknown[];
  readonly items: readonly HouseNode[];
}
export type HouseNode = HouseScalar | HouseMap | HouseList;

export interface HouseFile {
  readonly root: HouseMap;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
}

/** Tabs, carriage returns and other characters that YAML treats in ways of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const STRANGE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const BARE = /^[A-Za-z0-9][A-Za-z0-9._/#:%?=&~+,@!$*'();-]*$/;
/** A scalar between brackets: in double quotes, or bare. */
const INNER_SCALAR = /"((?:[^"\\\n]|\\["\\])*)"|([A-Za-z0-9][A-Za-z0-9._/#-]*)/y;
const INNER_KEY = /([a-z0-9][a-z0-9.-]*): /y;
const LONGEST_KEY = 200;

const [SPACE, QUOTE, HASH, DASH, COLON, BRACKET, BAR, BRACE] = [32, 34, 35, 45, 58, 91, 124, 123];

/** Lower-case letters, digits, dots and hyphens, as in the keys of every schema. */
const isKeyCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 46;

/** Read a file; null when it is not in the form of the house, whether or not it is YAML. */
export function readHouseYaml(text: string): HouseFile | null {
  return STRANGE.test(text) ? null : new HouseReader(text).read();
}

/** Where the reader gives up: the file is left to the library. */
const UNKNOWN = null;

type Read<N extends HouseNode> = N | typeof UNKNOWN;

class HouseReader {
  private readonly text: string;
  private readonly lineStarts: number[] = [];
  /** The current line: where its content begins and where it ends. The indent is −1 behind the last line. */
  private indent = -1;
  private start = 0;
  private end = 0;
  private next = 0;
  /** Within a line, between brackets. */
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): HouseFile | null {
    if (!this.advance() || this.indent !== 0) return null;
    const root = this.readMap(0);
    if (root === UNKNOWN || this.indent >= 0) return null;
    return { root, lineStarts: this.lineStarts };
  }

  /** The next raw line; false behind the last one. */
  private takeLine(): boolean {
    if (this.next >= this.text.length) return false;
    this.lineStarts.push(this.next);
    this.start = this.next;
    const end = this.text.indexOf("\n", this.next);
    this.end = end < 0 ? this.text.length : end;
    this.next = this.end + 1;
    return true;
  }

  /** Go to the next line that carries something; false when there is a line that is not understood. */
  private advance(): boolean {
    while (this.takeLine()) {
      const { text, start: from, end } = this;
      if (from === end) continue;
      let start = from;
      while (text.charCodeAt(start) === SPACE) start++;
      if (start >= end) return false;
      if (text.charCodeAt(start) === HASH) continue;
      this.start = start;
      this.indent = start - from;
      return true;
    }
    this.indent = -1;
    return true;
  }

  /** The end of a key at a place, behind which a colon stands; −1 when none does. */
  private keyEnd(from: number): number {
    const { text, end } = this;
    let at = from;
    while (at < end && isKeyCode(text.charCodeAt(at))) at++;
    const isKey =
      at > from &&
      at - from <= LONGEST_KEY &&
      text.charCodeAt(from) !== DASH &&
      text.charCodeAt(at) === COLON &&
      (at + 1 === end || text.charCodeAt(at + 1) === SPACE);
    return isKey ? at : -1;
  }

  /** The key at a place; null when none stands there. */
  private readKey(from: number): string | null {
    const end = this.keyEnd(from);
    if (end < 0) return null;
    return this.text.slice(from, end);
  }

  private readMap(indent: number): Read<HouseMap> {
    const first = this.start;
    const keys: string[] = [];
    const offsets: number[] = [];
    const nodes: HouseNode[] = [];
    const value: Record<string, unknown> = {};
    while (this.indent === indent) {
      const offset = this.start;
      const key = this.readKey(offset);
      if (key === null || Object.hasOwn(value, key)) return UNKNOWN;
      const end = offset + key.length;
      const node = end + 1 === this.end ? this.readBelow(indent) : this.readValue(end + 2, indent);
      if (node === UNKNOWN) return UNKNOWN;
      keys.push(key);
      offsets.push(offset);
      nodes.push(node);
      value[key] = node.value;
    }
    return this.indent > indent
      ? UNKNOWN
      : { kind: "map", offset: first, keys, offsets, nodes, value };
  }

  /** A map or list on the lines below its key. */
  private readBelow(indent: number): Read<HouseNode> {
    if (!this.advance() || this.indent <= indent) return UNKNOWN;
    return this.text.charCodeAt(this.start) === DASH
      ? this.readList(this.indent)
      : this.readMap(this.indent);
  }

  private readList(indent: number): Read<HouseList> {
    const first = this.start;
    const items: HouseNode[] = [];
    const value: unknown[] = [];
    while (this.indent === indent) {
      const { text, start } = this;
      if (text.charCodeAt(start) !== DASH || text.charCodeAt(start + 1) !== SPACE) return UNKNOWN;
      let read: Read<HouseNode>;
      if (this.keyEnd(start + 2) >= 0) {
        // The first key stands beside the dash, as if it were indented.
        this.start = start + 2;
        this.indent = indent + 2;
        read = this.readMap(indent + 2);
      } else read = this.readLine(start + 2);
      if (read === UNKNOWN) return UNKNOWN;
      items.push(read);
      value.push(read.value);
    }
    return this.indent > indent ? UNKNOWN : { kind: "list", offset: first, items, value };
  }

  /** A value that begins behind its key. */
  private readValue(from: number, indent: number): Read<HouseNode> {
    return this.text.charCodeAt(from) === BAR ? this.readBlock(from, indent) : this.readLine(from);
  }

  /** A value that fills the rest of its line; the reader then stands on the next one. */
  private readLine(from: number): Read<HouseNode> {
    const first = this.text.charCodeAt(from);
    const read =
      first === QUOTE
        ? this.readQuoted(from)
        : first === BRACKET || first === BRACE
          ? this.readBrackets(from)
          : this.readBare(from);
    return read !== UNKNOWN && this.advance() ? read : UNKNOWN;
  }

  private readQuoted(from: number): Read<HouseScalar> {
    const last = this.end - 1;
    if (last <= from || this.text.charCodeAt(last) !== QUOTE) return UNKNOWN;
    const value = unescaped(this.text.slice(from + 1, last));
    return value === null ? UNKNOWN : scalar(value, "quoted", from);
  }

  private readBare(from: number): Read<HouseScalar> {
    const value = this.text.slice(from, this.end);
    return BARE.test(value) && !value.endsWith(":") ? scalar(value, "bare", from) : UNKNOWN;
  }

  /** A list or map in brackets that ends with its line. */
  private readBrackets(from: number): Read<HouseNode> {
    this.at = from;
    const read = this.readInner();
    return this.at === this.end ? read : UNKNOWN;
  }

  /** Whatever stands between brackets at `at`, which is then behind it. */
  private readInner(): Read<HouseNode> {
    const { text, at } = this;
    const first = text.charCodeAt(at);
    if (first === BRACKET) return this.readInnerList();
    if (first === BRACE) return this.readInnerMap();
    INNER_SCALAR.lastIndex = at;
    const match = INNER_SCALAR.exec(text);
    if (!match) return UNKNOWN;
    this.at += match[0].length;
    if (match[1] === undefined) return scalar(match[2] ?? "", "bare", at);
    const value = unescaped(match[1]);
    return value === null ? UNKNOWN : scalar(value, "quoted", at);
  }

  private readInnerList(): Read<HouseList> {
    const offset = this.at;
    const items: HouseNode[] = [];
    const value: unknown[] = [];
    this.at++;
    while (!this.takes("]")) {
      if (items.length > 0 && !this.takes(", ")) return UNKNOWN;
      const read = this.readInner();
      if (read === UNKNOWN) return UNKNOWN;
      items.push(read);
      value.push(read.value);
    }
    return { kind: "list", offset, items, value };
  }

  private readInnerMap(): Read<HouseMap> {
    const offset = this.at;
    const keys: string[] = [];
    const offsets: number[] = [];
    const nodes: HouseNode[] = [];
    const value: Record<string, unknown> = {};
    if (!this.takes("{ ")) return UNKNOWN;
    do {
      INNER_KEY.lastIndex = this.at;
      const key = INNER_KEY.exec(this.text)?.[1];
      if (key === undefined || Object.hasOwn(value, key)) return UNKNOWN;
      keys.push(key);
      offsets.push(this.at);
      this.at += key.length + 2;
      const read = this.readInner();
      if (read === UNKNOWN) return UNKNOWN;
      nodes.push(read);
      value[key] = read.value;
    } while (this.takes(", "));
    return this.takes(" }") ? { kind: "map", offset, keys, offsets, nodes, value } : UNKNOWN;
  }

  /** Step over a sign, if it stands at the place. */
  private takes(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** A `|-` block: the lines below that are indented further than its key. */
  private readBlock(from: number, indent: number): Read<HouseScalar> {
    if (this.text[from + 1] !== "-" || from + 2 !== this.end) return UNKNOWN;
    const lines: string[] = [];
    let blockIndent = -1;
    let blanks = 0;
    for (;;) {
      if (!this.takeLine()) {
        this.indent = -1;
        break;
      }
      if (this.start === this.end) {
        blanks++;
        continue;
      }
      let at = this.start;
      while (this.text.charCodeAt(at) === SPACE) at++;
      if (at >= this.end) return UNKNOWN;
      const depth = at - this.start;
      if (blockIndent < 0) {
        if (depth <= indent || blanks > 0) return UNKNOWN;
        blockIndent = depth;
      }
      if (depth < blockIndent) {
        this.start = at;
        this.indent = depth;
        if (this.text.charCodeAt(at) === HASH && !this.advance()) return UNKNOWN;
        break;
      }
      for (; blanks > 0; blanks--) lines.push("");
      lines.push(this.text.slice(this.start + blockIndent, this.end));
    }
    return blockIndent < 0 ? UNKNOWN : scalar(lines.join("\n"), "block", from);
  }
}

const scalar = (value: string, style: ScalarStyle, offset: number): HouseScalar => ({
  kind: "scalar",
  value,
  style,
  offset,
});

/** Text in double quotes in which only quotes and backslashes are escaped; null for any other escape, or a quote that is not. */
function unescaped(inner: string): string | null {
  if (!inner.includes("\\")) return inner.includes('"') ? null : inner;
  const rest = inner.replace(/\\["\\]/g, "");
  return /["\\]/.test(rest) ? null : inner.replace(/\\(["\\])/g, "$1");
}
