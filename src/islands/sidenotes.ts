/**
 * Notes on small screens unfold where they stand. Without this script the browser shows a note by following the link to it, which
 * moves the page and adds to its history.
 */

const hasMargin = matchMedia("(width >= 64rem)");

for (const link of document.querySelectorAll<HTMLAnchorElement>(".note-reference a")) {
  const note = document.getElementById(link.hash.slice(1));
  if (note === null || note.matches(".sidenote--block")) continue;
  const unfold = (isOpen: boolean): void => {
    note.classList.toggle("is-open", isOpen);
    link.setAttribute("aria-expanded", String(isOpen));
  };
  link.addEventListener("click", (event) => {
    // In the margin it is open already, and so is one that the address names.
    if (hasMargin.matches || note.matches(":target")) return;
    event.preventDefault();
    unfold(!note.classList.contains("is-open"));
  });
  note.querySelector(".sidenote-back")?.addEventListener("click", (event) => {
    if (hasMargin.matches) return;
    if (!note.matches(":target")) event.preventDefault();
    unfold(false);
    link.focus();
  });
}
