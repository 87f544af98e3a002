/**
 * The one definition of what a page of the site may load. Pages carry it in a meta element, servers send
 * it from the `_headers` file, and both are made here so that they cannot drift apart.
 */

/** Directives in the order in which they are written; a source list is never empty. */
const directives: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  // Pagefind compiles its index reader from WebAssembly; nothing else needs more than our own files.
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "worker-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
};

/** Directives that browsers ignore, with a warning, in a meta element. */
const headerOnlyDirectives: Readonly<Record<string, readonly string[]>> = {
  "frame-ancestors": ["'none'"],
};

function formatPolicy(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** The policy as the `content` of `<meta http-equiv="Content-Security-Policy">`. */
export const metaPolicy: string = formatPolicy(directives);

/** The policy as the value of the `Content-Security-Policy` response header. */
export const headerPolicy: string = formatPolicy({ ...directives, ...headerOnlyDirectives });

/**
 * The text of the `_headers` file that static hosts (Netlify, Cloudflare Pages) and our own preview read.
 *
 * @param base the path the site is served under, beginning and ending with a slash
 */
export function formatHeadersFile(base: string): string {
  const rules: readonly (readonly [pattern: string, headers: readonly string[]])[] = [
    [
      "*",
      [
        `Content-Security-Policy: ${headerPolicy}`,
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
        // Everything here is public and cookieless, and pages of other sites may read the data.
        "Access-Control-Allow-Origin: *",
      ],
    ],
    // Astro puts a hash of the content into these names, so a file never changes under its address.
    ["_astro/*", ["Cache-Control: public, max-age=31536000, immutable"]],
  ];
  return rules
    .map(([pattern, headers]) =>
      [`${base}${pattern}`, ...headers.map((line) => `  ${line}`), ""].join("\n"),
    )
    .join("\n");
}
