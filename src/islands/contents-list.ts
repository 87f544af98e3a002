/** Marks the section being read in the contents, and keeps them unfolded where they stand beside the text. */

const isBeside = matchMedia("(width >= 84rem)");

for (const contents of document.querySelectorAll<HTMLElement>(".article-contents")) {
  const fold = contents.querySelector("details");
  if (fold) {
    // The styles show the list there in any case; this says so to screen readers.
    const follow = () => {
      fold.open = isBeside.matches;
    };
    follow();
    isBeside.addEventListener("change", follow);
  }
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of contents.querySelectorAll<HTMLAnchorElement>("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = () => {
    // Being read is the last section that begins in the upper third of the window or above it.
    const begun = [...links.keys()].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    const current = begun.at(-1);
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  // Everything above the line counts as seen, or a jump over a whole section would go unnoticed.
  const observer = new IntersectionObserver(mark, { rootMargin: "999999px 0px -66% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
}
