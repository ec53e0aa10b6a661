// Makes small icons, drawn in lines; a screen reader does not tell them.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An icon on a square of 24.
 * @param {string} d the path of its lines
 */
export function icon(d) {
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", d);
  const element = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" })) {
    element.setAttribute(name, value);
  }
  element.append(line);
  return element;
}
