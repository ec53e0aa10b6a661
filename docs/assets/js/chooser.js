// The home page's chooser: shows the cards that fit the answers.  Without it all cards are shown.
(() => {
  "use strict";
  const form = document.getElementById("chooser");
  if (!form) return;
  const status = document.getElementById("chooser-status");
  const reset = form.querySelector("[type=reset]");
  const cards = [...document.querySelectorAll(".card[data-office]")];

  const fits = (card, [facet, answer]) => !answer || card.dataset[facet].split(" ").includes(answer);

  const filter = () => {
    const answers = [...new FormData(form)];
    for (const card of cards) card.hidden = !answers.every((answer) => fits(card, answer));
    const shown = cards.filter((card) => !card.hidden).length;
    reset.hidden = answers.every(([, answer]) => !answer);
    status.textContent = shown ? `符合的有${shown}种。` : "没有同时符合的，请放宽一项。";
  };

  form.addEventListener("change", filter);
  form.addEventListener("reset", () => {
    setTimeout(filter); // once the answers are back
    form.querySelector("input").focus(); // the button goes
  });
  form.addEventListener("submit", (event) => event.preventDefault()); // Enter goes nowhere
  document.getElementById("chooser-search").addEventListener("click", () => {
    document.querySelector("[data-md-component=search-query]")?.focus();
  });
  window.addEventListener("pageshow", filter); // on the way back a browser restores the answers
  form.hidden = false;
  filter();
})();
