// On a narrow screen unused filters start closed, so that the list is the first thing there.
if (window.matchMedia("(max-width: 40em)").matches) {
  document.querySelectorAll("[data-closed-when-narrow]").forEach((filters) => filters.removeAttribute("open"));
}
