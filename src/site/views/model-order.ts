/** In which order models stand where nothing else orders them. */
import type { Analysis } from "../../core/analysis.ts";
import { known } from "../../core/dataset/dataset.ts";
import { compareText } from "../../core/report/issue.ts";

/**
 * The models of the releases come first, in the order that their release gives; then the others by owner, those of a release's owner
 * before them, and by name, in which a model stands before what is called a smaller form of it.
 */
export function modelOrder({ dataset }: Analysis): (one: string, other: string) => number {
  const released = [...dataset.releases.values()].flatMap(({ subjects }) => subjects);
  const owners = [...dataset.releases.values()].map(({ organisation }) => organisation);
  const rankIn = (list: readonly string[], item: string) => {
    const at = list.indexOf(item);
    return at === -1 ? list.length : at;
  };
  return (one, other) => {
    const [a, b] = [known(dataset.subjects, one), known(dataset.subjects, other)];
    return (
      rankIn(released, one) - rankIn(released, other) ||
      rankIn(owners, a.owner) - rankIn(owners, b.owner) ||
      compareText(a.owner, b.owner) ||
      compareText(a.name, b.name)
    );
  };
}
