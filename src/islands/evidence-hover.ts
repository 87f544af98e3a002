/**
 * Evidence of a figure on hover and keyboard focus. Without this script it opens by click, tap or Enter,
 * which the browser does by itself (`popovertarget`); the script only spares the click where there is a
 * pointer that hovers and room to place the evidence beside the figure.
 */

const openDelay = 120;
/** Long enough to cross from the figure to its evidence. */
const closeDelay = 220;

/** Where evidence is a sheet at the foot of the window, a passing pointer must not raise it. */
function isPlacedBeside(): boolean {
  return CSS.supports("position-area: block-end") && matchMedia("(width >= 44rem)").matches;
}

function connect(button: HTMLButtonElement, evidence: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Opened by us and not yet confirmed: the next click keeps it open instead of closing it. */
  let isTentative = false;
  const isOpen = (): boolean => evidence.matches(":popover-open");

  const open = (): void => {
    clearTimeout(timer);
    if (isOpen()) return;
    evidence.showPopover({ source: button });
    isTentative = true;
  };
  const close = (): void => {
    clearTimeout(timer);
    if (isOpen()) evidence.hidePopover();
  };
  const later = (action: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const holdsFocus = (): boolean => {
    const focused = document.activeElement;
    return (focused === button && button.matches(":focus-visible")) || evidence.contains(focused);
  };

  button.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse" && isPlacedBeside()) later(open, openDelay);
  });
  evidence.addEventListener("pointerenter", () => clearTimeout(timer));
  for (const element of [button, evidence]) {
    element.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "mouse") return;
      clearTimeout(timer);
      // What was opened by a click or is being read by keyboard stays until it is dismissed.
      if (isTentative && !holdsFocus()) later(close, closeDelay);
    });
    element.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next instanceof Node && (next === button || evidence.contains(next))) return;
      // No next element: the window lost focus, or the page was clicked, which the browser handles.
      if (next !== null) close();
    });
  }
  button.addEventListener("focus", () => {
    if (button.matches(":focus-visible") && isPlacedBeside()) open();
  });
  button.addEventListener("click", (event) => {
    clearTimeout(timer);
    if (isTentative && isOpen()) {
      isTentative = false;
      event.preventDefault();
    }
  });
  evidence.addEventListener("toggle", () => {
    if (!isOpen()) isTentative = false;
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button.figure[popovertarget]")) {
  const evidence = document.getElementById(button.getAttribute("popovertarget") ?? "");
  if (evidence !== null) connect(button, evidence);
}
