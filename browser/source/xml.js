// Reads XML as a tree of plain objects, in the browser and in Node alike.  It knows what Word and WPS write: no
// entities but XML's own, so that none can expand; prefixes stay part of the names.

/** @typedef {{ name: string, attributes: Record<string, string>, children: (Element | string)[] }} Element */

const DEEPEST = 200; // a text box in a table in a text box has about 60
// What is passed over, by its beginning, to its end.
const SKIPPED = Object.entries({ "<!--": "-->", "<?": "?>", "<!": ">" });
const CDATA = "<![CDATA[";
const TAG = /^<\/?([^\s/>]*)/;
const ATTRIBUTE = /\s([\w:.-]+)=(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST = 0x10ffff;

/**
 * An element that holds all of a document, as far as it can be read.
 * @param {string} xml
 * @returns {Element}
 */
export function readXml(xml) {
  /** @type {Element} */
  const root = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const { text, tag } of tokens(xml)) {
    if (text) open[open.length - 1]?.children.push(text);
    if (tag.startsWith("</")) open.length = Math.max(1, open.length - 1);
    else if (tag) openTag(open, tag);
  }
  return root;
}

/**
 * Each tag with the text before it.
 * @param {string} xml
 */
function* tokens(xml) {
  for (let at = 0; at < xml.length; ) {
    const start = indexOf(xml, "<", at);
    const text = unescaped(xml.slice(at, start));
    if (xml.startsWith(CDATA, start)) {
      const end = indexOf(xml, "]]>", start);
      yield { text: text + xml.slice(start + CDATA.length, end), tag: "" };
      at = end + 3;
      continue;
    }
    const skipped = SKIPPED.find(([beginning]) => xml.startsWith(beginning, start))?.[1];
    const mark = skipped ?? ">";
    at = indexOf(xml, mark, start) + mark.length;
    yield { text, tag: skipped === undefined ? xml.slice(start, at) : "" };
  }
}

/**
 * @param {string} xml
 * @param {string} mark
 * @param {number} from
 */
function indexOf(xml, mark, from) {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found;
}

/**
 * @param {Element[]} open
 * @param {string} tag
 */
function openTag(open, tag) {
  const element = { name: TAG.exec(tag)?.[1] ?? "", attributes: attributesOf(tag), children: [] };
  open[open.length - 1]?.children.push(element);
  if (!tag.endsWith("/>") && open.length < DEEPEST) open.push(element);
}

/** @param {string} text */
function attributesOf(text) {
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const [, name = "", double, single = ""] of text.matchAll(ATTRIBUTE)) {
    attributes[name] = unescaped(double ?? single);
  }
  return attributes;
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(ENTITY, (_, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? "";
    const code = hex ? parseInt(String(hex), 16) : Number(decimal);
    return code <= LAST ? String.fromCodePoint(code) : "";
  });
}

/**
 * The elements among an element's children.
 * @param {Element | undefined} element
 * @returns {Element[]}
 */
export function elements(element) {
  return element?.children.filter((child) => typeof child !== "string") ?? [];
}

/**
 * The first child of this name, or of a path of names.
 * @param {Element | undefined} element
 * @param {...string} names
 * @returns {Element | undefined}
 */
export function child(element, ...names) {
  return names.reduce(
    (/** @type {Element | undefined} */ found, name) => elements(found).find((one) => one.name === name),
    element,
  );
}

/**
 * The value of a child that has nothing but a value.
 * @param {Element | undefined} element
 * @param {...string} names
 */
export function valueOf(element, ...names) {
  return child(element, ...names)?.attributes["w:val"];
}
