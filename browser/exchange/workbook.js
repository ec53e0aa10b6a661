// Unpacks untrusted workbooks (.xlsx), with a limit on their true size; each cell gets what its number format shows.

import { strFromU8, strToU8, Unzip, UnzipInflate, unzipSync, zipSync } from "fflate";

const MOST_BYTES = 5_000_000; // unpacked
const MOST_FILES = 200;
const MOST_CELLS = 50_000; // of one sheet
const STEP = 4096; // bytes to unpack at a time, at most to 4 MB; the stated sizes are not trusted
const CELL_START = /<c(?=[\s>])/;
const CELL = /^([^<>]*?)(?:\/>|>([^]*?)<\/c>)/; // what follows CELL_START
const IN_RANGE = /^(?:[A-Z]|A[A-Z])(?:\d{1,3}|1\d{3})$/; // where a collection sheet can have cells
const MERGE = /<mergeCell\s+ref=["']([A-Z]+\d+:[A-Z]+\d+)["']/g;
const MOST_MERGED = 1000;
const PERCENT = "%";
const SCALED = ",";
/** The marks of refused cells; each is followed by the address of the cell. */
export const REFUSED = { formula: "\ue000", scaled: "\ue001", far: "\ue002" };
/** The mark of the row below all others that tells which cells are merged, as A1:B2. */
export const MERGED = "\ue003";

/** Says what is wrong with a sheet, in words for the reader. */
export class SheetError extends Error {}

/**
 * The workbook reduced to its cells, as an uncompressed archive.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function repacked(bytes) {
  checkListing(bytes);
  const parts = unpacked(bytes);
  const formats = formatsOf(strFromU8(parts.get("xl/styles.xml") ?? new Uint8Array()));
  for (const [name, part] of parts) {
    const xml = withoutPrefixes(strFromU8(part));
    if (/<sheetData[\s/>]/.test(xml)) parts.set(name, strToU8(onlyCells(xml, formats)));
  }
  return new Blob([zipSync(Object.fromEntries(parts), { level: 0 })]);
}

/**
 * XML without the namespace prefixes of its elements.
 * @param {string} xml
 */
function withoutPrefixes(xml) {
  return xml.replace(/(<\/?)\w+:(?=\w)/g, "$1");
}

/** @param {Uint8Array} bytes */
function checkListing(bytes) {
  let [size, count, isBook] = [0, 0, false];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count += 1;
        if (name === "xl/workbook.xml") isBook = true;
        return false;
      },
    });
  } catch {
    throw new SheetError("文件不完整，可能没有拷贝完。请重新取得文件后再导入。");
  }
  if (!isBook) throw new SheetError("这不是Excel工作簿（.xlsx）。请选用“导出收集表”存下的文件。");
  if (size > MOST_BYTES || count > MOST_FILES) throw tooBig();
}

function tooBig() {
  return new SheetError("文件展开后太大，不是本站的收集表，没有打开。");
}

/**
 * The parts of a workbook, with their sizes checked while they are unpacked.
 * @param {Uint8Array} bytes
 */
function unpacked(bytes) {
  /** @type {Map<string, Uint8Array>} */
  const parts = new Map();
  let [size, count] = [0, 0];
  const unzip = new Unzip((file) => {
    count += 1;
    if (count > MOST_FILES) throw tooBig();
    if (!/\.(xml|rels)$/.test(file.name)) return;
    /** @type {Uint8Array[]} */
    const chunks = [];
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      size += chunk.length;
      if (size > MOST_BYTES) throw tooBig();
      chunks.push(chunk);
      if (final) parts.set(file.name, joined(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch (error) {
    throw error instanceof SheetError ? error : unreadable();
  }
  return parts;
}

/** @param {Uint8Array[]} chunks */
function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The error for a workbook that cannot be read. */
export function unreadable() {
  return new SheetError("读不懂这个Excel文件，可能已损坏。请在Excel或WPS里另存为.xlsx后再导入。");
}

// --- cells ---

/**
 * A worksheet reduced to its cells, each in the row that its address names.
 * @param {string} xml
 * @param {string[]} formats
 */
function onlyCells(xml, formats) {
  let [row, cells, count] = ["", "", 0];
  for (const piece of xml.split(CELL_START).slice(1)) {
    const [, attributes = "", content = ""] = CELL.exec(piece) ?? [];
    count += 1;
    if (count > MOST_CELLS) throw tooBig();
    if (!content) continue;
    const at = attribute(attributes, "r");
    if (!IN_RANGE.test(at)) {
      // only to report where it is; the rows before it are not filled in
      cells += `${row && "</row>"}<row>${textCell(`A${String(Number(row) + 1)}`, REFUSED.far + at)}`;
      row = "far";
      break;
    }
    const number = at.replace(/\D/g, "");
    if (number !== row) cells += `${row && "</row>"}<row r="${number}">`;
    row = number;
    cells += cellOf(at, attributes, content, formats);
  }
  const merged = [...xml.matchAll(MERGE)].map(([, at]) => at).slice(0, MOST_MERGED);
  if (merged.length > 0 && row !== "far") {
    const next = String(Number(row) + 1);
    cells += `${row && "</row>"}<row r="${next}">${textCell(`A${next}`, MERGED + merged.join(" "))}`;
    row = next;
  }
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return `<worksheet xmlns="${main}"><sheetData>${cells}${row && "</row>"}</sheetData></worksheet>`;
}

/**
 * @param {string} at
 * @param {string} text
 */
function textCell(at, text) {
  return `<c r="${at}" t="str"><v>${text}</v></c>`;
}

/**
 * A cell as it will be read.  A formula is refused: its stored result may be out of date.  A number
 * that is shown as a percentage becomes that percentage.  A number that is shown in thousands is
 * refused: nobody can tell which number was meant.
 * @param {string} at
 * @param {string} attributes
 * @param {string} content
 * @param {string[]} formats
 */
function cellOf(at, attributes, content, formats) {
  if (/<f[\s/>]/.test(content)) return textCell(at, REFUSED.formula + at);
  const format = formats[Number(attribute(attributes, "s") || "0")] ?? "";
  const value = /<v>([^<]*)</.exec(content)?.[1] ?? "";
  const isNumber = ["", "n"].includes(attribute(attributes, "t")) && value !== "";
  if (!isNumber || !format) return `<c${attributes}>${content}</c>`;
  return textCell(at, format === SCALED ? REFUSED.scaled + at : `${plainNumber(Number(value) * 100)}%`);
}

/**
 * A number without the errors of binary fractions.
 * @param {number} number
 */
export function plainNumber(number) {
  return String(Number(number.toPrecision(15)));
}

/**
 * @param {string} attributes
 * @param {string} name
 */
function attribute(attributes, name) {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1] ?? "";
}

// --- number formats ---

/**
 * How each style of a workbook shows numbers: as they are, as percentages, or scaled.
 * @param {string} prefixed
 */
function formatsOf(prefixed) {
  const xml = withoutPrefixes(prefixed);
  /** @type {Map<string, string>} */
  const codes = new Map([["9", "0%"], ["10", "0.00%"]]); // the built-in ones
  for (const [tag] of xml.matchAll(/<numFmt\b[^<>]*/g)) {
    codes.set(attribute(tag, "numFmtId"), formatCode(tag));
  }
  const styles = xml.split("<cellXfs")[1]?.split("</cellXfs>")[0] ?? "";
  return [...styles.matchAll(/<xf\b[^<>]*/g)].map(([tag]) =>
    scaleOf(codes.get(attribute(tag, "numFmtId")) ?? ""),
  );
}

/** @param {string} tag */
function formatCode(tag) {
  return attribute(tag, "formatCode").replaceAll("&quot;", '"');
}

/**
 * How a number format shows numbers: as they are, as percentages, or scaled; mirrors
 * macros/exchange/workbook.py.
 * @param {string} code
 */
function scaleOf(code) {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  const scaled = /,(?![#0?,])/.test(bare) || /[万亿千百兆‰]|["\\]\./.test(code);
  if (scaled) return SCALED;
  return bare.includes("%") ? PERCENT : "";
}
