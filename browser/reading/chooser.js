// The chooser on the home page: shows the cards that match the answers.  Without JavaScript all show.

import { all } from "../page/elements.js";

/**
 * Tells whether a card matches an answer; an empty answer matches all.
 * @param {HTMLElement} card
 * @param {[string, FormDataEntryValue]} answer
 */
function fits(card, [facet, answer]) {
  const has = (card.dataset[facet] ?? "").split(" ");
  return !answer || (typeof answer === "string" && has.includes(answer));
}

/** @param {HTMLFormElement} form */
function makeChooser(form) {
  const status = /** @type {HTMLElement} */ (document.getElementById("chooser-status"));
  const reset = /** @type {HTMLButtonElement} */ (form.querySelector("[type=reset]"));
  const cards = all(".card[data-office]");
  const filter = () => {
    const answers = [...new FormData(form)];
    for (const card of cards) card.hidden = !answers.every((answer) => fits(card, answer));
    const shown = cards.filter((card) => !card.hidden).length;
    reset.hidden = answers.every(([, answer]) => !answer);
    status.textContent = shown ? `符合的有${String(shown)}种。` : "没有同时符合的，请放宽一项。";
  };
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => {
    setTimeout(filter); // once the answers are reset
    form.querySelector("select")?.focus(); // the button disappears
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // Enter must not load another page
  });
  window.addEventListener("pageshow", filter); // going back, a browser restores the answers
  form.hidden = false;
  filter();
}

const form = document.getElementById("chooser");
if (form instanceof HTMLFormElement) makeChooser(form);
document.getElementById("chooser-search")?.addEventListener("click", () => {
  all(".md-search__input")[0]?.focus();
});
