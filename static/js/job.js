const EVERY = 1500;

// Shows how far a job of the worker is, and opens the page anew when it ends.
function followJob(element) {
  const step = element.querySelector("[data-portal-step]");
  const bar = element.querySelector("progress");

  async function look() {
    try {
      const response = await fetch(element.dataset.portalJob, { headers: { Accept: "application/json" } });
      if (response.ok) {
        const status = await response.json();
        if (status.is_finished) {
          window.location.reload();
          return;
        }
        step.textContent = status.standing;
        bar.value = status.progress;
      }
    } catch {
      // The network is away for a moment: look again later.
    }
    window.setTimeout(look, EVERY);
  }

  window.setTimeout(look, EVERY);
}

document.querySelectorAll("[data-portal-job]").forEach(followJob);
