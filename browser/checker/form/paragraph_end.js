// Paragraphs that stop without a full stop.

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../../prose/types.js").Line} Line */

const LONG = 40; // characters: what is shorter may be a heading, an item of a list or a caption
const STOPPED = /[。！？；：…」』.!?;:]$|[。！？…；][”’）》)]{1,2}$/;
const PAUSED = /[，、,]$/;
const NAMED = /^(?:附件|附表|注|备注|联系|说明)/;
const MOST_STOPPED = 0.5; // of the paragraphs: else the writer leaves stops out on purpose

/** @type {Checker} */
export function paragraphEnd({ lines }) {
  const ends = lines.flatMap((line, index) => (isParagraph(line) && endsHere(lines, index) ? [line] : []));
  const open = ends.filter(({ text }) => !STOPPED.test(text) && !NAMED.test(text));
  if (ends.length - open.length < ends.length * MOST_STOPPED && ends.length > 2) return [];
  return open.map(({ end, text }) => {
    const paused = PAUSED.test(text);
    const message = paused ? "一段话停在逗号、顿号上，后面像是漏了" : "段末没有句号";
    return { start: end - 1, end, message, ...(!paused && { suggestion: `${text.slice(-1)}。` }) };
  });
}

/** @param {Line} line */
function isParagraph({ kind, text }) {
  return kind === "paragraph" && text.length > LONG;
}

/**
 * Whether a paragraph ends with a line: the next one does not go on with it.
 * @param {Line[]} lines
 * @param {number} index
 */
function endsHere(lines, index) {
  const next = lines[index + 1];
  if (next?.kind !== "paragraph") return true;
  return Boolean(next.number) || (next.text.length > LONG && STOPPED.test(next.text));
}
