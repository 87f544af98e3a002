/**
 * A deep link into a source by text fragment (WICG Scroll-to-Text-Fragment, "Text fragments").
 * Percent-encoding follows the draft: beside what a URI component needs, `-`, `,` and `&` are escaped,
 * because they separate the parts of the directive.
 */
export function deepLink(address: string, words: string): string {
  const fragment = encodeURIComponent(words.replace(/\s+/g, " ").trim())
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("-", "%2D");
  // A directive goes behind the page's own fragment, if it has one.
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${fragment}`;
}
