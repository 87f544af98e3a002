/**
 * Keys of claims are made of names: a third of what the columns weigh goes when those of the claim's own metric and subject are written as
 * `*` and `~`, which no key contains.
 */
const lastSegment = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

export function packKey(key: string, subject: string, metric: string): string {
  return key.replace(metric, "*").replace(lastSegment(subject), "~");
}

export function unpackKey(packed: string, subject: string, metric: string): string {
  return packed.replace("~", () => lastSegment(subject)).replace("*", () => metric);
}
