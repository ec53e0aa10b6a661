// The home page's chooser: shows the cards that fit the answers.  Without it all cards are shown.
(function () {
  "use strict";
  var form = document.getElementById("chooser");
  if (!form) return;
  var cards = Array.from(document.querySelectorAll(".cards > [data-office]"));

  function fits(card, facet, answer) {
    return !answer || card.getAttribute("data-" + facet).split(" ").includes(answer);
  }

  function filter() {
    var answers = Array.from(new FormData(form));
    var shown = cards.filter(function (card) {
      card.hidden = !answers.every(function (pair) {
        return fits(card, pair[0], pair[1]);
      });
      return !card.hidden;
    });
    document.getElementById("chooser-status").textContent = shown.length
      ? "符合的有" + shown.length + "种。"
      : "没有同时符合的，请放宽一项。";
  }

  function search() {
    var field = document.querySelector("[data-md-component=search-query], input[type=search]");
    if (field) field.focus();
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", function (event) {
    event.preventDefault(); // Enter in an answer goes nowhere
  });
  form.addEventListener("reset", function () {
    setTimeout(filter); // after the answers are back at their defaults
  });
  document.getElementById("chooser-search").addEventListener("click", search);
  form.hidden = false;
  filter();
})();
