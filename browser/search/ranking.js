// How well an entry answers a query.

const WORK = /工作(?=总结)/g; // names are the same with and without it
const KIND = /(?:工作)?总结$/; // and a kind of summary is also called by what it is about
const NAMED = 100; // points where the query is a name of the page
const ABOUT = 80; // where it is what the named summary is about
const PARTLY_NAMED = 30; // where it is part of a name, or of what the page covers
const WHOLE_PAGE = 1.5; // the factor of a page against a part of one
const IN_NAME = 3;
const IN_TITLE = 3;
const IN_LABEL = 3;

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {{text: string, weight: number}} Term a rare term weighs more */

/**
 * The points of an entry that has some of the terms.
 * @param {Entry} entry
 * @param {Term[]} terms
 * @param {string} name the whole query
 */
export function scored(entry, terms, name) {
  let [score, met, all] = [pointsOfName(entry, name), 0, 0]; // a rare term counts for more than two common ones
  for (const { text, weight } of terms) {
    const points = pointsOfTerm(entry, text);
    if (points) met += weight;
    all += weight;
    score += weight * points;
  }
  const whole = entry.location.includes("#") ? 1 : WHOLE_PAGE;
  return score * (met / all) ** 2 * whole * (entry.page.boost ?? 1);
}

/**
 * @param {Entry} entry
 * @param {string} query
 */
function pointsOfName({ location, folded: { title, names, covers } }, query) {
  const bare = (/** @type {string} */ text) => text.replace(WORK, "");
  const [called, about] = [bare(query), query.replace(KIND, "")];
  const own = location.includes("#") ? names : [title, ...names];
  if (own.some((name) => bare(name) === called)) return NAMED;
  if (names.some((name) => name.replace(KIND, "") === about)) return ABOUT;
  return [...own, ...covers].some((name) => bare(name).includes(called)) ? PARTLY_NAMED : 0;
}

/**
 * @param {Entry} entry
 * @param {string} term
 */
function pointsOfTerm({ folded: { title, text, names, covers }, facts }, term) {
  const times = text.split(term).length - 1;
  const holds = (/** @type {string} */ name) => name.includes(term);
  return (
    ([...names, ...covers].some(holds) ? IN_NAME : 0) +
    (title.includes(term) ? IN_TITLE : 0) +
    (facts.labels.some(holds) ? IN_LABEL : 0) +
    (times ? 1 + Math.log(times) : 0)
  );
}
