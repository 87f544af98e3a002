/** Buttons that copy a text of the page to the clipboard; without this script there are none, and the text can be selected. */

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
  const text = document.getElementById(button.dataset.copies ?? "");
  const answer = button.nextElementSibling;
  // Pages without a secure address have no clipboard.
  if (text === null || !("clipboard" in navigator)) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard.writeText(text.textContent).then(
      () => true,
      () => false,
    );
    if (!isCopied) getSelection()?.selectAllChildren(text);
    if (answer) answer.textContent = isCopied ? "Copied" : "Selected: copy it with your keys";
  });
}
