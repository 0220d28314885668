// Ticks all boxes under a heading, and says how many of a form's boxes under headings are ticked.
function addButton(section) {
  const boxes = [...section.querySelectorAll("input[type=checkbox]")];
  const heading = section.querySelector("legend").textContent.trim();
  const button = Object.assign(document.createElement("button"), {
    className: "portal-link-button govuk-body-s portal-section__all",
    type: "button",
  });
  const isAll = () => boxes.every((box) => box.checked);
  const name = () => {
    const said = Object.assign(document.createElement("span"), {
      className: "govuk-visually-hidden",
      textContent: `: ${heading}`,
    });
    button.replaceChildren(isAll() ? "Select none" : "Select all", said);
  };
  button.addEventListener("click", () => {
    const wanted = !isAll();
    boxes.forEach((box) => {
      box.checked = wanted;
    });
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
  section.addEventListener("change", name);
  window.addEventListener("pageshow", name);
  name();
  section.querySelector("legend").after(button);
}

function countTicked(place) {
  const sections = [...place.form.querySelectorAll("[data-portal-section]")];
  const boxes = sections.flatMap((section) => [...section.querySelectorAll("input[type=checkbox]")]);
  const count = () => {
    place.output.textContent = `${boxes.filter((box) => box.checked).length} of ${boxes.length} selected`;
  };
  place.form.addEventListener("change", count);
  window.addEventListener("pageshow", count);
}

document.querySelectorAll("[data-portal-section]").forEach(addButton);
document.querySelectorAll("[data-portal-ticked]").forEach((output) => {
  countTicked({ output, form: output.closest("form") });
});
