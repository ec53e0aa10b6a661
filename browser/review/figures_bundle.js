// The entry point of the bundle that takes figures from a text; the page loads it when they are first asked for.

import { readProse } from "../prose/prose.js";
import { FigurePanel } from "./figure_panel.js";

/**
 * The panel for a text.
 * @param {string} text
 * @param {import("./figure_panel.js").Kind[]} kinds
 * @param {() => void} closed
 */
function figurePanel(text, kinds, closed) {
  return new FigurePanel(readProse(text), kinds, closed);
}

Object.assign(window, { summariesFigures: { figurePanel } });
