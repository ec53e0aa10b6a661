// The collection sheet without a page: written, read again, and refused when it is hostile.

import assert from "node:assert/strict";
import { test } from "node:test";

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { SheetError } from "../../exchange/workbook.js";
import { openSheet } from "../../exchange/sheet_reader.js";
import { asSheet } from "../../exchange/sheet_writer.js";
import { Summary } from "../../library/summary.js";

/** @typedef {import("../../schema/types.js").Archetype} Archetype */

const template = { body: [], facts: [], entered: [] };
/** @type {Archetype} */
const ARCHETYPE = {
  ...{ id: "water-quarter", title: "水质季度总结", short: "水质季度", version: "1.0.0" },
  ...{ periods: ["quarter"], form: "detailed", outline: [{ use: "body" }], examples: [] },
  sections: {
    body: {
      ...{ facts: [], places: [], entered: ["org", "paid", "share", "towns"], name: "正文", heading: true },
      ...{ role: "", summary: "", annotation: { content: "", motive: "", form: "" } },
    },
  },
  frame: { title: template, addressee: template, signature: template, date: template, endnote: template },
  facts: {
    org: { label: "单位", hint: "", topic: "", type: "text" },
    paid: { label: "支出", hint: "", topic: "", unit: "万元", type: "amount", series: ["last"] },
    share: { label: "达标率", hint: "", topic: "", unit: "%", type: "decimal" },
    towns: {
      ...{ label: "乡镇", hint: "", topic: "", type: "list" },
      fields: {
        name: { label: "名称", hint: "", type: "text" },
        figure: { label: "佐证指标", hint: "", type: "figure", required: false },
      },
    },
  },
};
const FACTS = {
  org: "东县水务站",
  paid: { now: "1518.20", last: "7" },
  share: "98.6",
  towns: [{ name: "东镇", figure: "paid" }],
};

/**
 * @param {import("../../schema/types.js").Facts} facts
 * @param {string[]} [structure]
 * @param {string[]} [keys]
 */
async function written(facts, structure = [], keys = []) {
  const sheet = await asSheet(new Summary(ARCHETYPE), facts, structure, keys);
  return new Uint8Array(await sheet.arrayBuffer());
}

/**
 * @param {Archetype} archetype
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function readSheet({ facts }, bytes) {
  const { read, ...made } = await openSheet(bytes);
  return { ...made, ...read(facts) };
}

/**
 * The sheet with its parts changed.
 * @param {Record<string, (xml: string) => string>} changes
 */
async function changed(changes) {
  const parts = unzipSync(await written(FACTS));
  for (const [name, change] of Object.entries(changes)) {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  }
  return zipSync(parts);
}

/**
 * The sheet with another cell E4, which is the share's.
 * @param {string} cell
 * @param {string} code of its number format
 */
function withCell(cell, code = "General") {
  const format = `<numFmts count="1"><numFmt numFmtId="200" formatCode="${code}"/></numFmts>`;
  return changed({
    "xl/worksheets/sheet1.xml": (xml) => xml.replace(/<c r="E4"[^]*?<\/c>/, cell),
    "xl/styles.xml": (xml) =>
      xml
        .replace(/<numFmts[^]*?<\/numFmts>/, "")
        .replace(/(<styleSheet[^>]*>)/, `$1${format}`)
        .replace("</cellXfs>", '<xf numFmtId="9"/><xf numFmtId="200"/></cellXfs>'),
  });
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function refusal(bytes) {
  const begun = process.cpuUsage();
  const error = await readSheet(ARCHETYPE, bytes).then(
    () => assert.fail("it was read"),
    (/** @type {unknown} */ why) => why,
  );
  assert.ok(process.cpuUsage(begun).user < 1_000_000, "it takes too long");
  assert.ok(error instanceof SheetError, String(error));
  return error.message;
}

test("facts come back as they went, and so do figures by their names", async () => {
  const bytes = await written(FACTS);
  assert.match(strFromU8(unzipSync(bytes)["xl/sharedStrings.xml"] ?? new Uint8Array()), /支出/);
  const { facts, ignored, ...made } = await readSheet(ARCHETYPE, bytes);
  assert.deepEqual(facts, FACTS);
  assert.deepEqual(ignored, []);
  assert.deepEqual(made, { archetype: "water-quarter", title: "水质季度总结", version: "1.0.0", structure: "" });
});

test("a figure's id is understood as well as its name", async () => {
  const sheet = "xl/sharedStrings.xml";
  const bytes = await changed({ [sheet]: (xml) => xml.replace("<t>东镇", "<t>paid") });
  assert.deepEqual((await readSheet(ARCHETYPE, bytes)).facts["towns"], [{ name: "paid", figure: "paid" }]);
});

test("a text that every JavaScript object has as a name comes back", async () => {
  for (const text of ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"]) {
    const facts = { org: text, towns: [{ name: text, figure: "" }] };
    assert.deepEqual((await readSheet(ARCHETYPE, await written(facts))).facts, facts);
  }
});

test("an empty sheet gives nothing, and 没有 an empty list", async () => {
  assert.deepEqual((await readSheet(ARCHETYPE, await written({}))).facts, {});
  assert.deepEqual((await readSheet(ARCHETYPE, await written({ towns: [] }))).facts, { towns: [] });
});

/** @type {[string, string, string][]} */
const READ = [
  ["0.986", "0.0%", "98.6"],
  ["0.98599999999999999", "0%", "98.6"],
  ["98.6", "#,##0.00_ ;-#,##0.00 ", "98.6"],
  ["98.6", "0.0_);[Red]\\(0.0\\)", "98.6"],
];

for (const [value, code, share] of READ) {
  test(`${value} in the format ${code} is ${share}`, async () => {
    const style = strFromU8(unzipSync(await written({}))["xl/styles.xml"] ?? new Uint8Array());
    const next = Number(/<cellXfs count="(\d+)"/.exec(style)?.[1] ?? style.match(/<xf /g)?.length);
    const bytes = await withCell(`<c r="E4" s="${String(next + 1)}"><v>${value}</v></c>`, code);
    assert.equal((await readSheet(ARCHETYPE, bytes)).facts["share"], share);
  });
}

for (const code of ["0,", "0.0,,", "#,##0,", "0&quot;万&quot;", "0\\.0,&quot;万&quot;", "0&quot;.&quot;0000"]) {
  test(`what the format ${code} hides is not guessed`, async () => {
    const style = strFromU8(unzipSync(await written({}))["xl/styles.xml"] ?? new Uint8Array());
    const next = Number(/<cellXfs count="(\d+)"/.exec(style)?.[1] ?? style.match(/<xf /g)?.length);
    const bytes = await withCell(`<c r="E4" s="${String(next + 1)}"><v>302600</v></c>`, code);
    assert.match(await refusal(bytes), /^“数据”表单元格E4按万、千等显示/);
  });
}

test("formulas are named with their sheet, up to five of them", async () => {
  const one = await withCell('<c r="E4"><f>SUM(A1:A2)</f><v>3</v></c>');
  assert.match(await refusal(one), /^“数据”表单元格E4是公式/);
  const cells = ["A5", "B5", "C5", "D5", "E5", "F5"].map((at) => `<c r="${at}"><f>1</f></c>`);
  const six = await changed({
    "xl/worksheets/sheet1.xml": (xml) => xml.replace("</sheetData>", `<row r="5">${cells.join("")}</row></sheetData>`),
  });
  assert.match(await refusal(six), /D5、“数据”表单元格E5等6处是公式/);
});

test("a row that lost its id is known by its name; unknown and doubled rows are told with their row", async () => {
  const text = (/** @type {string} */ at, /** @type {string} */ words) => `<c r="${at}" t="str"><v>${words}</v></c>`;
  const rows = [
    `<row r="5">${text("C5", " 单 位 ")}${text("E5", "西县")}</row>`,
    `<row r="6">${text("C6", "没有的")}${text("E6", "5")}</row>`,
    `<row r="7">${text("A7", "share")}${text("E7", "7")}</row>`,
  ];
  const bytes = await changed({
    "xl/worksheets/sheet1.xml": (xml) =>
      xml.replace(/<c r="E2"[^]*?<\/c>/, "").replace("</sheetData>", `${rows.join("")}</sheetData>`),
  });
  const { facts, ignored } = await readSheet(ARCHETYPE, bytes);
  assert.deepEqual([facts["org"], facts["share"]], ["西县", "98.6"]);
  assert.deepEqual(ignored, [
    "“数据”表第6行“没有的”（这个范本没有这一项）",
    "“数据”表第7行“达标率”（前面已有一行，没有导入这一行）",
  ]);
});

test("merged cells are refused where they may hide a figure", async () => {
  const merged = (/** @type {string} */ at) =>
    changed({ "xl/worksheets/sheet1.xml": (xml) => xml.replace("</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="${at}"/></mergeCells>`) });
  assert.match(await refusal(await merged("E3:E4")), /^“数据”表单元格E3:E4是合并的/);
  assert.match(await refusal(await merged("A2:B2")), /单元格A2:B2是合并的/);
  for (const at of ["A1:H1", "B2:B4"]) assert.deepEqual((await readSheet(ARCHETYPE, await merged(at))).facts, FACTS);
});

test("a sheet asks for some parts only, and carries its structure in pieces", async () => {
  const { facts, structure } = await readSheet(ARCHETYPE, await written(FACTS, ['{"a":', "1}"], ["body"]));
  assert.deepEqual([facts, structure], [FACTS, '{"a":1}']);
  assert.deepEqual((await readSheet(ARCHETYPE, await written(FACTS, [], ["basics"]))).facts, {});
});

test("lists that have one name, or that of another worksheet, come back", async () => {
  const towns = /** @type {import("../../schema/types.js").FactSpec} */ (ARCHETYPE.facts["towns"]);
  const labels = { towns: "数据", paths: "数据", roads: "[]'" };
  const facts = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { ...towns, label }]));
  const archetype = { ...ARCHETYPE, facts: { ...ARCHETYPE.facts, ...facts } };
  const given = Object.fromEntries(Object.keys(labels).map((name) => [name, [{ name, figure: "" }]]));
  const sheet = await asSheet(new Summary(archetype), given, []);
  assert.deepEqual((await readSheet(archetype, new Uint8Array(await sheet.arrayBuffer()))).facts, given);
});

/**
 * An archive whose part is larger than it tells, in both places where it tells it.
 * @param {number} size
 */
async function liar(size) {
  const parts = unzipSync(await written(FACTS));
  const name = "xl/worksheets/sheet1.xml";
  const xml = new Uint8Array(size).fill(32);
  const bytes = zipSync({ ...parts, [name]: xml });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const signature = view.getUint32(at, true);
    const field = signature === 0x04034b50 ? at + 22 : signature === 0x02014b50 ? at + 24 : 0;
    if (field && view.getUint32(field, true) === size) view.setUint32(field, 900, true);
  }
  return bytes;
}

test("an archive that lies about its sizes is refused at once", async () => {
  assert.match(await refusal(await liar(60_000_000)), /展开后太大/);
});

test("a cell far away is refused, not filled up to", async () => {
  for (const at of ["XFD2", "A1048576", "B99999999999"]) {
    assert.match(await refusal(await withCell(`<c r="${at}"><v>1</v></c>`)), /^“数据”表单元格[A-Z]+\d+有内容，收集表没有这么大/);
  }
  const cells = '<c r="A9"><v>1</v></c>'.repeat(60_000);
  const many = await changed({ "xl/worksheets/sheet1.xml": () => `<sheetData>${cells}` });
  assert.match(await refusal(many), /展开后太大/);
  const rows = await changed({
    "xl/worksheets/sheet1.xml": (xml) => xml.replace("</sheetData>", '<row r="99999999999"/></sheetData>'),
  });
  assert.deepEqual((await readSheet(ARCHETYPE, rows)).facts, FACTS);
});

test("many files, cut ones and other archives are refused", async () => {
  const parts = unzipSync(await written(FACTS));
  /** @type {Record<string, Uint8Array>} */
  const many = {};
  for (let i = 0; i < 10_000; i += 1) many[`x${String(i)}.xml`] = new Uint8Array(1);
  assert.match(await refusal(zipSync({ ...parts, ...many })), /展开后太大/);
  assert.match(await refusal((await written(FACTS)).slice(0, -100)), /文件不完整/);
  assert.match(await refusal(zipSync({ "word/document.xml": strToU8("<w/>") })), /不是Excel工作簿/);
});

test("a sheet with an earlier id of a fact is read as that fact", async () => {
  const { org, paid, ...others } = ARCHETYPE.facts;
  const renamed = { ...ARCHETYPE, facts: { ...others, org, spent: paid }, renamed: { facts: { paid: "spent" } } };
  const read = await readSheet(/** @type {Archetype} */ (renamed), await written(FACTS));
  assert.deepEqual(read.facts["spent"], FACTS.paid);
});

test("what no cell can hold is refused by name", async () => {
  const facts = { org: "长".repeat(32_768), towns: [{ name: "东镇", figure: "" }, { name: "🏥".repeat(16_384), figure: "" }] };
  await assert.rejects(written(facts), (error) => {
    assert.ok(error instanceof SheetError);
    assert.match(error.message, /“单位”有32768个字、“乡镇第2.·名称”有32768个字，.*至多放32767个字.*导出文件/);
    return true;
  });
  assert.ok(await written({ org: "长".repeat(32_767) }));
});

test("what no workbook may have becomes a space", async () => {
  const { facts } = await readSheet(ARCHETYPE, await written({ org: "甲\u000b乙\u0000丙\ud800丁\uffff戊" }));
  assert.equal(facts["org"], "甲 乙 丙 丁 戊");
});
