/**
 * Who is a witness. A source that repeats another, or credits its figure to somebody, adds no witness
 * of its own: what counts is where a figure comes from.
 */
import { type Claim, type Dataset, known, type Source } from "../dataset/dataset.ts";
import { doAgree } from "./agreement.ts";
import { speaks } from "./silence.ts";
import { areSimultaneous } from "./time.ts";

/**
 * The organisation from which a claim's figure comes: who measured it, else to whom it is attributed, else, where its
 * source repeats other documents,
 *
 * 1. the origin of the claim in one of them that answers the same fact with a figure that agrees;
 * 2. its own publisher, where they answer the fact and none of them agrees: what it prints is then its own;
 * 3. where they do not answer it, the publisher to whom all of them go back, if that is one: otherwise nothing says which of
 *    them it repeats here, and its own publisher counts.
 *
 * An organisation is no origin of what its own documents deny: whoever misprints a figure that somebody else measured
 * prints a figure of its own, whomever it credits. A source that repeats nothing is its own origin.
 */
export function originOf(dataset: Dataset, claim: Claim): string {
  return originIn(dataset, claim, NONE_SEEN);
}

const NONE_SEEN: ReadonlySet<string> = new Set();

/** @param seen documents through which we came; the loader has refused cycles, but a faulty dataset can have them */
function originIn(dataset: Dataset, claim: Claim, seen: ReadonlySet<string>): string {
  const { measuredBy, attributedTo } = claim;
  if (measuredBy !== null && !isDeniedBy(dataset, claim, measuredBy)) return measuredBy;
  if (attributedTo !== null && !isDeniedBy(dataset, claim, attributedTo)) return attributedTo;
  const source = dataset.sources.get(claim.source);
  if (!source) return claim.source.split("/")[0] ?? claim.source;
  const { publisher } = source;
  if (source.repeats.length === 0 || seen.has(source.id)) return publisher;
  const through = new Set(seen).add(source.id);
  const repeated = repeatedDocuments(dataset, source);
  const answers = repeated.flatMap((document) => answersIn(document).get(claim.fact) ?? []);
  if (answers.length > 0) {
    const origins = answers
      .filter((answer) => doAgree(answer, claim))
      .map((answer) => originIn(dataset, answer, through))
      .sort();
    return origins[0] ?? publisher;
  }
  const isCredited = measuredBy !== null || attributedTo !== null;
  return (isCredited ? null : onlyRoot(repeated)) ?? publisher;
}

/** The publisher to whom all documents go back, if that is one. */
function onlyRoot(documents: readonly Source[]): string | null {
  const roots = new Set(
    documents.filter(({ repeats }) => repeats.length === 0).map(({ publisher }) => publisher),
  );
  const [root] = roots;
  return root !== undefined && roots.size === 1 ? root : null;
}

/** Whether an organisation's own documents answer a claim's fact for its time, and none of them as the claim does. */
function isDeniedBy(dataset: Dataset, claim: Claim, organisation: string): boolean {
  if (dataset.sources.get(claim.source)?.publisher === organisation) return false;
  const metric = known(dataset.metrics, claim.metric);
  const answers = (documentsOf(dataset).get(organisation) ?? [])
    .flatMap((document) => answersIn(document).get(claim.fact) ?? [])
    .filter((answer) => speaks(answer) && areSimultaneous(answer, claim, metric));
  return answers.length > 0 && !answers.some((answer) => doAgree(answer, claim));
}

const documentsByPublisher = new WeakMap<Dataset, ReadonlyMap<string, readonly Source[]>>();

/** The documents of each publisher. */
function documentsOf(dataset: Dataset): ReadonlyMap<string, readonly Source[]> {
  const before = documentsByPublisher.get(dataset);
  if (before) return before;
  const documents = new Map<string, Source[]>();
  for (const source of dataset.sources.values()) {
    const others = documents.get(source.publisher);
    if (others) others.push(source);
    else documents.set(source.publisher, [source]);
  }
  documentsByPublisher.set(dataset, documents);
  return documents;
}

/** Every document that a source repeats, those included that these repeat in turn. */
function repeatedDocuments(dataset: Dataset, source: Source): Source[] {
  const found = new Set<Source>();
  const queue = [source];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { source: id } of next.repeats) {
      const document = dataset.sources.get(id);
      if (!document || document === source || found.has(document)) continue;
      found.add(document);
      queue.push(document);
    }
  }
  return [...found];
}

const answersBySource = new WeakMap<Source, ReadonlyMap<string, readonly Claim[]>>();

/** The live claims of a document by the fact that they answer. */
function answersIn(source: Source): ReadonlyMap<string, readonly Claim[]> {
  const before = answersBySource.get(source);
  if (before) return before;
  const answers = new Map<string, Claim[]>();
  for (const claim of source.claims) {
    if (claim.retired) continue;
    const others = answers.get(claim.fact);
    if (others) others.push(claim);
    else answers.set(claim.fact, [claim]);
  }
  answersBySource.set(source, answers);
  return answers;
}

/** The different origins of claims, sorted. */
export function originsOf(dataset: Dataset, claims: readonly Claim[]): string[] {
  return [...new Set(claims.map((claim) => originOf(dataset, claim)))].sort();
}
