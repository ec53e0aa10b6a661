// What a line of a template or of an own text is, by the mark that it begins with; mirrors
// macros/templating/line_marks.py.

export const ROW = "| ";
/** @type {[string, string][]} */
export const MARKS = [
  ["# ", "heading"],
  ["+ ", "item"],
  [ROW, "row"],
];
