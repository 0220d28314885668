// Finds a label among very many boxes that are folded in groups.
function addFinder(container, number) {
  const groups = [...container.querySelectorAll("[data-portal-group]")];
  const id = `find-in-groups-${number}`;
  const label = Object.assign(document.createElement("label"), {
    className: "govuk-label",
    htmlFor: id,
    textContent: "Find a name or an organisation",
  });
  const input = Object.assign(document.createElement("input"), {
    className: "govuk-input govuk-!-margin-bottom-2",
    id,
    type: "search",
    autocomplete: "off",
  });
  const found = Object.assign(document.createElement("p"), { className: "govuk-body-s" });
  found.setAttribute("role", "status");
  const wasOpen = new Map(groups.map((group) => [group, group.open]));

  function find() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const group of groups) {
      const name = group.querySelector("summary").textContent.toLowerCase();
      let shown = 0;
      for (const box of group.querySelectorAll("[data-portal-box]")) {
        const text = `${box.textContent.toLowerCase()} ${name}`;
        const matches = words.every((word) => text.includes(word));
        box.hidden = !matches;
        shown += matches ? 1 : 0;
      }
      group.hidden = shown === 0;
      group.open = words.length > 0 || wasOpen.get(group);
      count += shown;
    }
    found.textContent = words.length > 0 ? `${count} found` : "";
  }

  input.addEventListener("input", find);
  // Enter finds; it does not send the form.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
  container.prepend(label, input, found);
}

document.querySelectorAll("[data-portal-groups]").forEach(addFinder);
