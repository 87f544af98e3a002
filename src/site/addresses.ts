/**
 * Where things stand on the site, as paths from its root; `sitePath` puts them under the base. An id is its own address, so
 * that a link written today still works after the data have grown.
 */

/** A claim's id with `#` turned into a path segment, for the discrepancies that concern one statement. */
const pathOfId = (id: string): string => id.replaceAll("#", "/");

export const factPath = (id: string): string => `/facts/${id}/`;
export const discrepancyPath = (id: string): string => `/discrepancies/${pathOfId(id)}/`;
export const kindPath = (kind: string): string => `/discrepancies/kinds/${kind}/`;
export const sourcePath = (id: string): string => `/sources/${id}/`;
export const metricPath = (id: string): string => `/benchmarks/${id}/`;
export const subjectPath = (id: string): string => `/models/${id}/`;
export const chartPath = (id: string): string => `/charts/${id}/`;
export const articlePath = (slug: string): string => `/articles/${slug}/`;

/** A claim's address is its source's page and its key. */
export function claimPath(id: string): string {
  const [source = "", key = ""] = id.split("#");
  return `${sourcePath(source)}#${key}`;
}
