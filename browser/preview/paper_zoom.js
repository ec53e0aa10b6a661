// The choice of how large the paper is shown; it is stored on this machine.

import { make } from "../page/elements.js";
import { getSetting, setSetting } from "../page/settings.js";

const SIZES = [["", "按栏宽"], ["100", "100%"], ["125", "125%"]];
const SETTING = "zoom";

/**
 * Makes the choice, and shows a paper accordingly.
 * @param {HTMLElement} paper
 */
export function paperZoom(paper) {
  const select = make("select", { class: "live-zoom", "aria-label": "文稿显示大小", title: "文稿显示大小" });
  select.append(...SIZES.map(([value = "", text = ""]) => make("option", { value }, text)));
  select.value = getSetting(SETTING);
  const show = () => {
    paper.dataset["zoom"] = select.value;
  };
  select.addEventListener("change", () => {
    setSetting(SETTING, select.value);
    show();
  });
  show();
  return select;
}
