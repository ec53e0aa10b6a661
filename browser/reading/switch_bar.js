// Puts a page's switches where they stay in sight: above the contents list, else above the text.

import { make } from "../page/elements.js";

const WIDE = "(min-width: 60em)"; // from here on Material shows the contents list beside the text

/** @param {(HTMLElement | null)[]} switches */
export function placeSwitches(switches) {
  const bar = make("div", { class: "reading-bar" }, ...switches);
  const wide = window.matchMedia(WIDE);
  const place = () => {
    const contents = document.querySelector(".md-sidebar--secondary .md-nav");
    const text = document.querySelector(".legend, .copyable");
    (wide.matches && contents ? contents : text)?.before(bar);
  };
  wide.addEventListener("change", place);
  place();
}
