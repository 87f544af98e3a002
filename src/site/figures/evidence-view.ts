/** What a figure in prose shows when it is opened. Plain values; every address is already under the base. */
export interface EvidenceFigureView {
  /** The figure as printed: `54.6%`. */
  readonly text: string;
  /** Sources conflict on this figure's fact. */
  readonly conflict: boolean;
  /** Said to screen readers where sources conflict; "sources conflict" if left out. */
  readonly announce?: string | undefined;
  readonly evidence: FigureEvidence;
  /** Unique on the page. */
  readonly popoverId: string;
  /** A precision strip, `medium`, as SVG. */
  readonly strip?: string | undefined;
  /** The same of a word's height, to stand behind the figure, where sources conflict. */
  readonly inlineStrip?: string | undefined;
}

interface FigureEvidence {
  /** The source's words, without quotation marks. */
  readonly quote?: string | undefined;
  /** A table's row and column header and the cell where they meet, as written. */
  readonly cell?:
    | { readonly row: string; readonly column: string; readonly text: string }
    | undefined;
  /** How a figure was seen whose source's text is not held. */
  readonly record?: string | undefined;
  readonly sourceTitle: string;
  readonly publisher: string;
  /** For readers: `14 April 2025`. */
  readonly date: string;
  /** Where in the source: "Coding skills, first paragraph". */
  readonly where?: string | undefined;
  readonly claimHref: string;
  /** Into the source itself, by text fragment. */
  readonly deepLink?: string | undefined;
  readonly factHref: string;
  /** What stands and why, in a few words: "54.6%, stated by OpenAI, who measured it". */
  readonly standing?: string | undefined;
  readonly disagreements: readonly {
    readonly sourceTitle: string;
    readonly valueText: string;
    readonly href: string;
  }[];
}
