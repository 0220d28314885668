// Keeps the headings and lists of pasted text: what a browser offers as HTML goes beside the plain words.
document.querySelectorAll("[data-portal-rich]").forEach((field) => {
  const rich = document.getElementById(field.dataset.portalRich);

  field.addEventListener("paste", (event) => {
    const isWhole = field.value.length === field.selectionEnd - field.selectionStart;
    // Set after the input event of this very paste, which clears it.
    const html = isWhole ? event.clipboardData.getData("text/html") : "";
    window.setTimeout(() => {
      rich.value = html;
    });
  });
  // Words that were typed or changed are no longer those of the clipboard.
  field.addEventListener("input", () => {
    rich.value = "";
  });
});
