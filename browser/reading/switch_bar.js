// The bar of switches, above the table of contents, where it stays in view, or else above the text.

import { make } from "../page/elements.js";

const WIDE = "(min-width: 60em)"; // from this width on, Material shows the table of contents beside the text

/**
 * Makes the bar and places it.
 * @param {(HTMLElement | null)[]} switches
 */
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
