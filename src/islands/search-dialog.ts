/** Opens the search on every page: by `/`, by Ctrl-K or Cmd-K, or by the link in the head, which leads to the search page without JavaScript. */

const dialog = document.querySelector<HTMLDialogElement>(".search-dialog");
const field = dialog?.querySelector<HTMLInputElement>("input[type=search]");

function openSearch(): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  field?.focus();
  field?.select();
}

/** Whether keys that a reader presses go into a text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

// The search page has the panel itself, so its own field is meant there.
const ownField = document.querySelector<HTMLInputElement>("main ledger-search input[type=search]");

document.addEventListener("keydown", (event) => {
  const isSlash =
    event.key === "/" &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !isTyping(event.target);
  const isCommand =
    event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  if (ownField) ownField.focus();
  else openSearch();
});

for (const link of document.querySelectorAll("[data-search-open]")) {
  link.addEventListener("click", (event) => {
    if (
      !(event instanceof MouseEvent) ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      ownField
    )
      return;
    event.preventDefault();
    openSearch();
  });
}

dialog?.addEventListener("click", (event) => {
  // A click on the backdrop is a click on the dialog itself, outside of everything in it.
  const isBackdrop = event.target === dialog;
  // A claim may stand on the page that the dialog covers.
  const isFollowed =
    event.target instanceof Element &&
    event.target.closest("a") !== null &&
    !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (isBackdrop || isFollowed) dialog.close();
});

export {};
