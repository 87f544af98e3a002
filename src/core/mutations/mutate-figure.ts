import { isCalendarDay } from "../quantity/calendar.ts";

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= "0" && character <= "9";

/**
 * A figure with one digit wrong: two neighbours that differ change places, or, where the figure has none, its first digit becomes
 * another. A leading zero stays, and never is one made. Null where the text holds no digit that could be changed.
 */
export function changeDigit(figure: string, choose: (limit: number) => number): string | null {
  const at = [...figure].flatMap((character, index) => (isDigit(character) ? [index] : []));
  const isLeading = (index: number) => index === at[0] && figure[index + 1] !== ".";
  const swaps = at.flatMap((index, position) => {
    const next = at[position + 1];
    if (next === undefined || figure[index] === figure[next]) return [];
    return isLeading(index) && figure[next] === "0" ? [] : [[index, next] as const];
  });
  if (swaps.length > 0) {
    const [one, other] = swaps[choose(swaps.length)] as readonly [number, number];
    const characters = [...figure];
    [characters[one], characters[other]] = [characters[other] as string, characters[one] as string];
    return characters.join("");
  }
  const changeable = at.filter((index) => figure[index] !== "0");
  const index = changeable[0];
  if (index === undefined) return null;
  const digit = Number(figure[index]);
  const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((candidate) => candidate !== digit);
  return `${figure.slice(0, index)}${others[choose(others.length)]}${figure.slice(index + 1)}`;
}

const two = (value: number) => String(value).padStart(2, "0");

/** A day that is wrong by its day, its month or its year. */
export function moveDate(iso: string, choose: (limit: number) => number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const candidates = [
    ...[1, 3, 7, 10, 14].flatMap((days) => [
      `${year}-${two(month)}-${two(day + days)}`,
      `${year}-${two(month)}-${two(day - days)}`,
    ]),
    `${year}-${two(month + 1)}-${two(day)}`,
    `${year}-${two(month - 1)}-${two(day)}`,
    `${year + 1}-${two(month)}-${two(day)}`,
    `${year - 1}-${two(month)}-${two(day)}`,
  ].filter(isCalendarDay);
  return candidates[choose(candidates.length)] as string;
}

/** A name in which two neighbouring letters that differ have changed places; null where it has no such letters. */
export function garbleName(name: string, choose: (limit: number) => number): string | null {
  const isLetter = (character: string | undefined) => /^\p{L}$/u.test(character ?? "");
  const places = [...name].flatMap((character, index) =>
    isLetter(character) && isLetter(name[index + 1]) && character !== name[index + 1]
      ? [index]
      : [],
  );
  if (places.length === 0) return null;
  const at = places[choose(places.length)] as number;
  return `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
}
