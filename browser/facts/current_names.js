// Puts the names of today into a draft, or a facts file, that was written with earlier ones; mirrors
// macros/facts/current_names.py.

/** @typedef {import("../schema/types.js").Names} Names */
/** @typedef {Record<string, unknown>} Unknown */
/** @typedef {(value: unknown) => unknown} Change */
/** @typedef {(text: string) => string} Rename */

// An identifier in an expression; not a side, a filter, a function or a field in quotes.
const NAME = /([.|]\s*)?('[^']*'|[A-Za-z_][A-Za-z0-9_]*)(\s*\()?/g;
const EXPRESSION = /\{\{.*?\}\}/g;
const CITED = /^[A-Za-z_][A-Za-z0-9_.|(),' \t]*$/;
const STEM = /^[A-Za-z0-9_-]+/;
const REFERENCES = [
  ...["numerator", "denominator", "sum_of"],
  ...["part_of", "apart_from", "at_most", "line", "mean", "not_before"],
];

/**
 * A draft's state, a facts file, or the content of either, with the names of today; words typed for
 * a retired section are kept among those without a place.
 * @template {object} T
 * @param {T} data
 * @param {Names} names
 * @returns {T}
 */
export function withCurrentNames(data, names) {
  return /** @type {T} */ (withoutRetired(renamed(/** @type {Unknown} */ (data), names), names.retired ?? {}));
}

/**
 * @param {Unknown} data
 * @param {Names} names
 * @returns {Unknown}
 */
function renamed(data, { facts = {}, sections = {}, groups = {} }) {
  const fact = rename(facts);
  const section = rename(sections);
  const path = (/** @type {string} */ text) => text.split("/").map(stem).join("/");
  const stem = (/** @type {string} */ part) =>
    part.startsWith("own.") ? part : part.replace(STEM, (name) => section(fact(name)));
  const expression = (/** @type {string} */ text) =>
    text.replace(NAME, (whole, /** @type {string} */ before, /** @type {string} */ name, /** @type {string} */ call) =>
      before || call || name.startsWith("'") ? whole : fact(whole),
    );
  const words = (/** @type {string} */ text) => text.replace(EXPRESSION, expression);
  const cell = (/** @type {string} */ text) => (CITED.test(text) ? expression(text) : words(text));
  const own = {
    facts: keyed(fact, changed(Object.fromEntries(REFERENCES.map((key) => [key, each(inText(fact))])))),
    sections: keyed(same, changed({ text: inText(words) })),
    items: keyed(section, each(changed({ text: inText(words) }))),
    texts: keyed(section, keyed(same, inText(words))),
  };
  const byPath = keyed(path);
  const marks = {
    ...{ as_of: keyed(fact), emphasis: byPath, answers: byPath, dismissed: byPath },
    unplaced: each(changed({ section: inText(section) })),
  };
  /** @type {Change} */
  const outline = (lines) => each(changed({ use: inText(section), sections: outline }))(lines);
  const content = {
    ...{ outline, skip: keyed(section), order: keyed(section) },
    ...{ own: changed(own), marks: changed(marks) },
  };
  /** @type {Change} */
  const rows = (value) => (Array.isArray(value) ? each(keyed(same, inText(cell)))(value) : value);
  const whole = {
    ...content,
    facts: keyed(fact, rows),
    without: each(inText(section)),
    headings: keyed(rename({ ...sections, ...groups })),
    carried: each(inText(path)),
    edits: each(changed({ section: inText(section), facts: each(inText(path)) })),
    content: changed(content),
  };
  return /** @type {Unknown} */ (changed(whole)(data));
}

// --- what is retired ---

/**
 * @param {Unknown} data
 * @param {Record<string, string>} retired
 * @returns {Unknown}
 */
function withoutRetired(data, retired) {
  if (Object.keys(retired).length === 0) return data;
  const gone = (/** @type {unknown} */ name) => typeof name === "string" && Object.hasOwn(retired, name);
  const words = wordsOf(data["own"], gone);
  /** @type {Change} */
  const dropped = (value) => {
    if (Array.isArray(value)) return /** @type {unknown[]} */ (value).filter((item) => !gone(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !gone(key)));
  };
  const kept = /** @type {Unknown} */ (
    changed({
      ...{ skip: dropped, order: dropped, without: dropped, headings: dropped },
      outline: (lines) => withoutLines(lines, gone),
      own: changed({ items: dropped, texts: dropped }),
      content: (inner) => (isObject(inner) ? withoutRetired(inner, retired) : inner),
    })(data)
  );
  const { outline } = kept;
  if (Array.isArray(outline) && outline.length === 0) delete kept["outline"];
  if (words.length === 0) return kept;
  const marks = isObject(kept["marks"]) ? kept["marks"] : {};
  const before = Array.isArray(marks["unplaced"]) ? /** @type {unknown[]} */ (marks["unplaced"]) : [];
  return { ...kept, marks: { ...marks, unplaced: [...before, ...words] } };
}

/**
 * The words typed for retired sections, as words without a place.
 * @param {unknown} own
 * @param {(name: string) => boolean} gone
 */
function wordsOf(own, gone) {
  const { items, texts } = isObject(own) ? own : {};
  const listed = Object.entries(isObject(items) ? items : {}).filter(([name]) => gone(name));
  const placed = Object.entries(isObject(texts) ? texts : {}).filter(([name]) => gone(name));
  return [
    ...listed.flatMap(([section, rows]) =>
      (Array.isArray(rows) ? rows : []).filter(isObject).map(({ title, text }) => ({
        section,
        text: [title, text].filter((part) => typeof part === "string" && part !== "").join("\n"),
      })),
    ),
    ...placed.flatMap(([section, places]) =>
      Object.values(isObject(places) ? places : {}).map((text) => ({
        section,
        text: typeof text === "string" ? text : "",
      })),
    ),
  ];
}

/**
 * An outline without lines that use what is gone, and groups left empty by that.
 * @param {unknown} lines
 * @param {(name: unknown) => boolean} gone
 * @returns {unknown}
 */
function withoutLines(lines, gone) {
  if (!Array.isArray(lines)) return lines;
  return lines.flatMap((/** @type {unknown} */ line) => {
    if (!isObject(line)) return [line];
    if (gone(line["use"])) return [];
    const { sections: inner } = line;
    if (!Array.isArray(inner)) return [line];
    const left = /** @type {unknown[]} */ (withoutLines(inner, gone));
    return left.length > 0 ? [{ ...line, sections: left }] : [];
  });
}

// --- changing data ---

/** @type {(value: unknown) => value is Unknown} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const same = (/** @type {string} */ name) => name;

/**
 * @param {Record<string, string>} names
 * @returns {Rename}
 */
function rename(names) {
  return (name) => (Object.hasOwn(names, name) ? (names[name] ?? name) : name);
}

/**
 * @param {Rename} change
 * @returns {Change}
 */
function inText(change) {
  return (value) => (typeof value === "string" ? change(value) : value);
}

/**
 * Changes each item of a list; what is no list is changed itself.
 * @param {Change} change
 * @returns {Change}
 */
function each(change) {
  return (value) => (Array.isArray(value) ? value.map(change) : change(value));
}

/**
 * Changes values each by its key.
 * @param {Record<string, Change>} byKey
 * @returns {Change}
 */
function changed(byKey) {
  return (value) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(/** @type {Unknown} */ (value)).map(([key, inner]) => [
            key,
            Object.hasOwn(byKey, key) ? byKey[key]?.(inner) : inner,
          ]),
        )
      : value;
}

/**
 * Changes keys, and the values under them; a key whose new name is there already stays.
 * @param {Rename} key
 * @param {Change} [change]
 * @returns {Change}
 */
function keyed(key, change = (value) => value) {
  return (value) => {
    if (!isObject(value)) return value;
    const entries = Object.entries(/** @type {Unknown} */ (value));
    return Object.fromEntries(
      entries.map(([name, inner]) => {
        const fresh = key(name);
        return [Object.hasOwn(/** @type {Unknown} */ (value), fresh) ? name : fresh, change(inner)];
      }),
    );
  };
}
