/** Edit distance with transpositions of neighbours (optimal string alignment, Damerau 1964), cut off at `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      if (
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      ) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? limit + 1;
}

/** The known name nearest to a written one, if it is near enough to be what was meant. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(written.length / 3));
  let nearest: string | undefined;
  let nearestDistance = limit + 1;
  for (const name of known) {
    const distance = editDistance(written, name, limit);
    if (
      distance < nearestDistance ||
      (distance === nearestDistance && nearest !== undefined && name < nearest)
    ) {
      nearest = name;
      nearestDistance = distance;
    }
  }
  return nearest;
}

/** A next step for an unknown name: the near one, or the few that there are. */
export function proposeName(written: string, known: Iterable<string>, whatToDo: string): string {
  const names = [...known];
  const near = nearestName(written, names);
  if (near !== undefined) return `Did you mean ${near}? Otherwise ${whatToDo}.`;
  if (names.length > 0 && names.length <= 12)
    return `Known: ${names.sort().join(", ")}. Otherwise ${whatToDo}.`;
  return `${whatToDo.charAt(0).toUpperCase()}${whatToDo.slice(1)}.`;
}
