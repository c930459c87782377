"use strict";
// Only comforts: every page works without this file.

// A page that waits for the worker asks for news and goes on by itself.
const waiting = document.querySelector("[data-progress]");
if (waiting) {
  const bar = waiting.querySelector("progress");
  const words = waiting.querySelector("[data-words]");
  const ask = async () => {
    let pause = 700;
    try {
      const answer = await fetch(waiting.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const news = await answer.json();
      if (news.finished) {
        location.replace(news.address);
        return;
      }
      if (news.share === null) bar.removeAttribute("value");
      else bar.value = news.share;
      if (words.textContent !== news.words) words.textContent = news.words;
    } catch (trouble) {
      pause = 4000; // the line or the server is away: wait, then ask again
    }
    setTimeout(ask, pause);
  };
  setTimeout(ask, 300);
}

// A file that is too large is said before it travels.
for (const field of document.querySelectorAll("input[type=file][data-limit]")) {
  field.addEventListener("change", () => {
    const large = field.files[0] && field.files[0].size > Number(field.dataset.limit);
    field.setCustomValidity(large ? field.dataset.large : "");
    if (large) field.reportValidity();
  });
}

// A form is sent once.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    form.addEventListener("submit", (again) => again.preventDefault());
  });
}

// The result follows the inputs: the page is asked for again, and its result and refusals are taken over.
for (const form of document.querySelectorAll("form[data-live]")) {
  const answer = document.querySelector("#answer");
  let timer = 0;
  let asking = null;
  const say = (fresh) => {
    for (const mend of form.querySelectorAll("[data-mend]")) {
      mend.replaceChildren(...(fresh ? fresh.getElementById(mend.id).childNodes : []));
      const field = mend.parentElement.querySelector("input, select, textarea");
      if (mend.childElementCount) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  };
  const follow = async () => {
    if (asking) asking.abort();
    if (!form.checkValidity()) {
      answer.textContent = answer.dataset.waiting;
      say(null);
      return;
    }
    asking = new AbortController();
    const filled = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    const address = `${location.pathname}?${new URLSearchParams(filled)}`;
    try {
      const page = await fetch(address, { signal: asking.signal });
      if (!page.ok) throw new Error(String(page.status));
      const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
      say(fresh);
      answer.replaceChildren(...fresh.querySelector("#answer").childNodes);
      document.querySelector(".languages").replaceWith(fresh.querySelector(".languages"));
      document.querySelector("[data-said]").textContent = answer.querySelector(".big, .note").textContent;
      history.replaceState(null, "", address);
      comfort(answer);
    } catch (trouble) {
      if (trouble.name !== "AbortError") answer.textContent = answer.dataset.waiting; // the button still works
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(follow, 350);
  });
}

// A command is copied by one press; without a clipboard there is no button.
function comfort(part) {
  if (!navigator.clipboard) return;
  for (const button of part.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.copied;
    });
  }
}
comfort(document);
