// Warns before a person leaves a form in which something was typed or chosen and not yet saved.
function isChanged(control) {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    const shown = options.find((option) => option.defaultSelected) ?? options[0];
    return control.value !== (shown?.value ?? "");
  }
  if (control.type === "checkbox" || control.type === "radio") {
    return control.checked !== control.defaultChecked;
  }
  return "defaultValue" in control && control.type !== "hidden" && control.value !== control.defaultValue;
}

function guard(form) {
  const note = form.querySelector("[data-portal-unsaved-note]");
  // A page that comes back with errors holds what was typed before.
  const isReturned = form.dataset.portalUnsaved === "returned";
  const changed = new Set();
  let isSent = false;

  const isUnsaved = () => isReturned || changed.size > 0;
  const show = () => {
    const words = isUnsaved() ? note?.dataset.portalUnsavedNote : "";
    if (note && note.textContent !== words) {
      note.textContent = words;
    }
  };
  function follow(control) {
    if (control.name) {
      changed[isChanged(control) ? "add" : "delete"](control);
    }
  }
  function followAll() {
    [...form.elements].forEach(follow);
    show();
  }

  for (const event of ["input", "change"]) {
    form.addEventListener(event, ({ target }) => {
      // Of radio buttons the one that loses its mark tells nobody, nor do boxes that are ticked together.
      if (target.type === "radio" || target.type === "checkbox") {
        form.querySelectorAll(`[name="${CSS.escape(target.name)}"]`).forEach(follow);
      } else {
        follow(target);
      }
      show();
    });
  }
  form.addEventListener("submit", () => {
    isSent = true;
  });
  // A browser that comes back to the page may have restored what was typed.
  window.addEventListener("pageshow", () => {
    isSent = false;
    followAll();
  });
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved() && !isSent) {
      event.preventDefault();
      // Browsers before 2024 ask only where this is set.
      event.returnValue = true;
    }
  });
}

document.querySelectorAll("[data-portal-unsaved]").forEach(guard);
