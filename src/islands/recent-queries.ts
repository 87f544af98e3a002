/** What a reader searched for lately, kept by the browser alone, and only once there is something to keep. */

const KEY = "release-ledger:recent-queries";
const MOST = 6;

/** The latest first; none where the browser keeps nothing. */
export function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === "string") : [];
  } catch {
    // A browser may refuse to keep anything; the search does without.
    return [];
  }
}

export function keepQuery(query: string): void {
  const text = query.trim();
  if (text === "") return;
  const others = recentQueries().filter((other) => other.toLowerCase() !== text.toLowerCase());
  try {
    localStorage.setItem(KEY, JSON.stringify([text, ...others].slice(0, MOST)));
  } catch {
    // As above.
  }
}

export function forgetQueries(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
