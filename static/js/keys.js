// Single keys on the page where candidates are checked: only on a finding, never while somebody types.
const form = document.querySelector("[data-portal-intake]");
const ABOVE_PASSAGE = 60;
const KEPT = "portal-intake-keys";

function candidateOf(element) {
  return element.closest("[data-portal-candidate]");
}

function isTyping(element) {
  return element.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
}

function goTo(candidate) {
  if (candidate) {
    candidate.querySelector("[data-portal-pick], [data-portal-answer]:checked, [data-portal-answer]").focus();
    candidate.scrollIntoView({ block: "nearest" });
  }
}

function move(candidate, by) {
  const all = [...form.querySelectorAll("[data-portal-candidate]")];
  goTo(all[all.indexOf(candidate) + by]);
}

function tell(element) {
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

function answer(candidate, value) {
  const radio = candidate.querySelector(`[data-portal-answer][value=${value}]`);
  radio.checked = true;
  radio.focus();
  tell(radio);
}

function toggle(candidate) {
  const box = candidate.querySelector("[data-portal-pick]");
  if (box) {
    box.checked = !box.checked;
    tell(box);
  } else {
    answer(candidate, "none");
  }
}

function setKind(candidate, kind) {
  const select = candidate.querySelector("[data-portal-kind]");
  if (select) {
    select.value = kind;
    candidate.querySelector("[data-portal-pick]").checked = true;
    tell(select);
  } else {
    answer(candidate, kind);
  }
}

function openWords(candidate) {
  candidate.querySelector("details").open = true;
  const words = candidate.querySelector("[data-portal-text]");
  words.focus({ preventScroll: true });
  words.scrollIntoView({ block: "nearest" });
}

const ACTIONS = {
  j: (candidate) => move(candidate, 1),
  k: (candidate) => move(candidate, -1),
  x: toggle,
  s: (candidate) => setKind(candidate, "strength"),
  a: (candidate) => setKind(candidate, "area"),
  e: openWords,
  "/": openWords,
  m: (candidate) => candidate.querySelector("[data-portal-merge]")?.click(),
};

function onKey(event) {
  const candidate = candidateOf(event.target);
  if (!candidate || event.altKey || event.metaKey) {
    return;
  }
  if (event.ctrlKey) {
    if (event.key === "Enter" && event.target.matches("[data-portal-text]")) {
      event.preventDefault();
      candidate.querySelector("[data-portal-split]").click();
    }
    return;
  }
  const action = ACTIONS[event.key];
  if (action && !isTyping(event.target)) {
    event.preventDefault();
    action(candidate);
  }
}

// As the server counts: whole characters, however a browser stores them, and no blanks before the first.
function countOf(words) {
  return [...words.trimStart()].length;
}

// The button splits at the cursor, where there is one in the words; else at a new line, as without a script.
function rememberCursor(event) {
  const button = event.target.closest("[data-portal-split]");
  if (button) {
    const words = candidateOf(button).querySelector("[data-portal-text]");
    const at = countOf(words.value.slice(0, words.selectionStart));
    form.querySelector("[data-portal-split-at]").value = at > 0 && at < countOf(words.value) ? at : "";
  }
}

// Beside the candidates the document follows: the passage of the one that has the focus is brought into sight.
function showPassage({ target }) {
  const link = candidateOf(target)?.querySelector("[data-portal-place]");
  const passage = link && document.querySelector(link.getAttribute("href"));
  const pane = document.getElementById("document");
  pane.querySelector(".portal-text__source--current")?.classList.remove("portal-text__source--current");
  if (passage && getComputedStyle(pane).overflowY === "auto") {
    passage.classList.add("portal-text__source--current");
    pane.scrollTop += passage.getBoundingClientRect().top - pane.getBoundingClientRect().top - ABOVE_PASSAGE;
  }
}

if (form) {
  const help = document.querySelector("[data-portal-keys]");
  const isOn = help.querySelector("[data-portal-keys-on]");
  help.hidden = false;
  isOn.checked = window.localStorage.getItem(KEPT) !== "off";
  isOn.addEventListener("change", () => window.localStorage.setItem(KEPT, isOn.checked ? "on" : "off"));
  form.addEventListener("click", rememberCursor);
  form.addEventListener("focusin", showPassage);
  form.addEventListener("keydown", (event) => {
    if (isOn.checked || event.ctrlKey) {
      onKey(event);
    }
  });
  // After splitting and merging the page opens at the finding: go on from there.
  const target = window.location.hash && document.querySelector(window.location.hash);
  if (target && target.matches("[data-portal-candidate]")) {
    goTo(target);
  }
}
