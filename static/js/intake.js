// Keeps the number of selected findings right while a person ticks, unticks and corrects them.
const form = document.querySelector("[data-portal-intake]");

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function selection() {
  const kinds = [...form.querySelectorAll("[data-portal-pick]:checked")].map(
    (box) => box.closest("fieldset").querySelector("[data-portal-kind]").value,
  );
  const answers = [...form.querySelectorAll("[data-portal-answer]:checked")].map((radio) => radio.value);
  const all = [...kinds, ...answers];
  const strengths = all.filter((kind) => kind === "strength").length;
  const areas = all.filter((kind) => kind === "area").length;
  const questions = form.querySelectorAll("[data-portal-question]").length;
  const open = questions > answers.length ? `. ${questions - answers.length} to decide` : "";
  return `${strengths + areas} selected: ${plural(strengths, "strength")}, ${plural(areas, "area")} for consideration${open}`;
}

if (form) {
  const summary = form.querySelector("[data-portal-selection]");
  const update = () => {
    summary.textContent = selection();
  };
  form.addEventListener("change", update);
  // The words beside the box follow what is typed below them.
  form.addEventListener("input", ({ target }) => {
    if (target.matches("[data-portal-text]")) {
      target.closest("fieldset").querySelector("[data-portal-words]").textContent = target.value;
    }
  });
  // A browser that comes back to the page may have restored other ticks than the page was sent with.
  window.addEventListener("pageshow", update);
  if (window.matchMedia("(max-width: 48em)").matches) {
    document.querySelector("[data-portal-document]").removeAttribute("open");
  }
}
