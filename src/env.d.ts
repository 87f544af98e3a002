declare namespace App {
  interface Locals {
    /** How many figures the page has shown so far, so that each evidence panel has an id of its own. */
    figures?: number;
    /** Facts of which the page has shown a figure, so that its small strip stands there once. */
    drawnFacts?: Set<string>;
  }
}
