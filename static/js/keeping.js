// Keeps what somebody types in a section, so that a browser that closes loses nothing.
const AFTER = 1500;
const AT_LEAST_EVERY = 10_000;
const LONGEST = 3000;

function keepTyped(form) {
  const said = form.querySelector("[data-portal-kept]");
  const problem = form.querySelector("[data-portal-kept-problem]");
  const others = document.querySelector("[data-portal-others]");
  const kept = form.elements.kept;
  let timer = 0;
  let unkeptSince = 0;
  let sending = null;
  let isOver = false;
  let isWaiting = false;
  let pressed = null;

  function warn(words) {
    if (problem.textContent !== words) {
      problem.textContent = words;
    }
  }

  function show(answer) {
    if (others.textContent !== answer.others) {
      others.textContent = answer.others;
      others.hidden = !answer.others;
    }
    warn(answer.problem ?? "");
    if (!answer.problem) {
      kept.value = answer.kept ?? "";
      said.textContent = answer.said;
    }
  }

  async function send(isLast) {
    const since = unkeptSince;
    unkeptSince = 0;
    try {
      const response = await fetch(form.dataset.portalWriting, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        keepalive: isLast,
      });
      if (response.headers.get("Content-Type") !== "application/json") {
        warn("Your text is not being kept. Copy it, then open this page again");
      } else {
        show(await response.json());
      }
    } catch {
      // The network is away for a moment: these words are kept with the next ones.
      unkeptSince ||= since;
      warn("Your text is not being kept: the portal does not answer");
      return false;
    }
    return true;
  }

  async function keep(isLast) {
    if (isOver || sending || !unkeptSince) {
      return;
    }
    sending = send(isLast);
    const isSent = await sending;
    sending = null;
    if (isSent && unkeptSince) {
      wait();
    }
  }

  function wait() {
    window.clearTimeout(timer);
    const rest = unkeptSince + AT_LEAST_EVERY - Date.now();
    timer = window.setTimeout(keep, Math.max(0, Math.min(AFTER, rest)), false);
  }

  form.addEventListener("input", () => {
    unkeptSince ||= Date.now();
    wait();
  });
  form.addEventListener("submit", async (event) => {
    window.clearTimeout(timer);
    pressed = event.submitter;
    if (isWaiting) {
      event.preventDefault();
      return;
    }
    isWaiting = sending !== null && !isOver;
    isOver = true;
    if (isWaiting) {
      // What is saved names what was kept of it, so it waits for words that are on their way, however often it is sent.
      event.preventDefault();
      await Promise.race([sending, new Promise((go) => window.setTimeout(go, LONGEST))]);
      isWaiting = false;
      form.requestSubmit(pressed);
    }
  });
  // A browser that comes back to the page goes on.
  window.addEventListener("pageshow", () => {
    isOver = false;
  });
  window.addEventListener("pagehide", () => keep(true));
}

document.querySelectorAll("[data-portal-writing]").forEach(keepTyped);
