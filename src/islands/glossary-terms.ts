/** A term of the glossary opens its definition on the page; without this script, or without popovers, it is a link to the glossary. */

const canOpen = "popover" in HTMLElement.prototype;

for (const link of document.querySelectorAll<HTMLAnchorElement>("a.term[data-definition]")) {
  const definition = document.getElementById(link.dataset.definition ?? "");
  if (definition === null || !canOpen) continue;
  const isOpen = (): boolean => definition.matches(":popover-open");
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  definition.addEventListener("toggle", () => link.setAttribute("aria-expanded", String(isOpen())));

  // The browser closes an open popover when a press lands elsewhere, so the click that follows finds it closed.
  let wasOpen = false;
  link.addEventListener("pointerdown", () => {
    wasOpen = isOpen();
  });
  const toggle = (): void => {
    if (wasOpen || isOpen()) definition.hidePopover();
    else definition.showPopover({ source: link });
    wasOpen = false;
  };
  link.addEventListener("click", (event) => {
    // A modified click means the link: a new tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle();
  });
  // Enter follows a link by itself; a button is pressed by Space as well.
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle();
  });
}
