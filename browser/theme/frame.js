// What the frame around every page does: the part of the theme's own script that this site uses.

import { all } from "../page/elements.js";
import { later } from "../page/later.js";
import { followContents, keepInSight } from "./contents.js";
import { openDetails } from "./details.js";
import { makeHeaderReachable } from "./drawer.js";
import { followHeading } from "./header_title.js";
import { switchColours } from "./palette.js";
import { wrapTables } from "./tables.js";
import { offerTop } from "./top_button.js";

/** Starts it, as soon as the page has been read. */
export function startFrame() {
  document.documentElement.classList.replace("no-js", "js");
  wrapTables();
  switchColours();
  makeHeaderReachable();
  openDetails();
  offerTop();
  window.addEventListener("load", () => { later(followReader); }); // what measures the page waits until it stands
}

function followReader() {
  showActive();
  followHeading();
  followContents();
}

/** Brings the entry of the page that is read into sight in the menu. */
function showActive() {
  for (const link of all(".md-sidebar--primary .md-nav__link--active[href]")) keepInSight(link);
}
