// Lets the text beside a section's form follow what is typed. It is not announced: nobody wants to hear each word twice.
const AFTER = 500;
const LONGEST = 10_000;
const ABOVE = 60;

// Where it has a height of its own it moves to what changed; the page itself never does.
function bringIntoSight(pane, block) {
  if (block && getComputedStyle(pane).overflowY === "auto") {
    pane.scrollTop += block.getBoundingClientRect().top - pane.getBoundingClientRect().top - ABOVE;
  }
}

function followTyping(form) {
  const pane = document.querySelector("[data-portal-preview-pane] > .portal-preview");
  let timer = 0;
  let isAsking = false;
  let isOld = false;

  async function ask() {
    if (isAsking) {
      return;
    }
    isAsking = true;
    isOld = false;
    try {
      const response = await fetch(form.dataset.portalPreview, {
        method: "POST",
        body: new FormData(form),
        signal: AbortSignal.timeout(LONGEST),
      });
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const shown = page.querySelector(".portal-preview");
        if (shown) {
          const before = [...pane.children].map((block) => block.outerHTML);
          pane.replaceChildren(...shown.childNodes);
          bringIntoSight(
            pane,
            [...pane.children].find((block, place) => block.outerHTML !== before[place]),
          );
        }
      }
    } catch {
      // The network is away or the answer takes too long: the next words ask again, and the button shows it too.
    }
    isAsking = false;
    if (isOld) {
      wait();
    }
  }

  function wait() {
    isOld = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, AFTER);
  }

  form.addEventListener("input", wait);
}

document.querySelectorAll("[data-portal-preview]").forEach(followTyping);
