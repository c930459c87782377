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
