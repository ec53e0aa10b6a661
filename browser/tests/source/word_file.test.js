// Word files: what their reader sees is read, and what is not read is said.

import assert from "node:assert/strict";
import test from "node:test";

import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { deflateSync, strToU8, zipSync } from "fflate";

import { FileError } from "../../source/file_error.js";
import { readFile } from "../../source/read_file.js";
import { packed, paragraph } from "./word_package.js";

/** @param {string} body */
function read(body, parts = {}) {
  return readFile("a.docx", packed(body, parts));
}

const NUMBERING = `<w:numbering>
<w:abstractNum w:abstractNumId="5">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:pStyle w:val="H1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
</w:numbering>`;
const STYLES = `<w:styles><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="H1a"><w:basedOn w:val="H1"/></w:style></w:styles>`;

/**
 * @param {number} id
 * @param {number} level
 */
function numbered(id, level) {
  return `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(id)}"/></w:numPr>`;
}

test("numbers of paragraphs are written out, by list, by style, and from another start", () => {
  const body = [
    paragraph("主要工作", '<w:pStyle w:val="H1"/>'),
    paragraph("疾病防控", numbered(1, 1)),
    paragraph("妇幼健康", numbered(1, 1)),
    paragraph("筛查", numbered(1, 2)),
    paragraph("存在问题", '<w:pStyle w:val="H1a"/>'),
    paragraph("人手不足", numbered(1, 1)),
    paragraph("圆点", numbered(2, 0)),
    paragraph("另起", numbered(3, 0)),
    paragraph("不编号", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
  ].join("");
  const lines = ["一、主要工作", "（一）疾病防控", "（二）妇幼健康", "1.筛查", "二、存在问题", "（一）人手不足", "圆点", "十一、另起", "不编号"];
  assert.equal(read(body, { "numbering.xml": NUMBERING, "styles.xml": STYLES }).text, lines.join("\n"));
});

test("tracked changes are accepted, and said", () => {
  const body = `<w:p><w:r><w:t>接种</w:t></w:r><w:del><w:r><w:delText>98</w:delText></w:r></w:del><w:ins><w:r><w:t>105人</w:t></w:r></w:ins></w:p>
<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p>${paragraph("后半句。")}
<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph("删了的行")}</w:tc></w:tr></w:tbl>`;
  const { text, notes } = read(body);
  assert.equal(text, "接种105人\n前半句，后半句。");
  assert.deepEqual(notes, ["有修订：插入的文字1处，已当作采用", "有修订：删除的文字2处，已略去"]);
});

test("fields are read by their results, comments and hidden text not at all", () => {
  const field = (/** @type {string} */ type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body = `<w:p>${field("begin")}<w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:t>不印</w:t></w:r>${field("separate")}
<w:r><w:t>2026年6月</w:t></w:r>${field("end")}<w:r><w:commentReference w:id="1"/></w:r>
<w:fldSimple w:instr="PAGE"><w:r><w:t>3页</w:t></w:r></w:fldSimple><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>
<w:r><w:t>A&amp;B&#x4e00;&lt;b&gt;</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`;
  const { text, notes } = read(body);
  assert.equal(text, "2026年6月3页A&B一<b>");
  assert.deepEqual(notes, ["批注1条没有读入", "脚注、尾注1条没有读入", "隐藏文字1处没有读入"]);
});

test("a text box is read once, after its paragraph; breaks of a centred title join", () => {
  const box = (/** @type {string} */ tag) => `<w:r><mc:AlternateContent><mc:Choice><${tag}><w:txbxContent>${paragraph("框里的字")}</w:txbxContent></${tag}></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent>${paragraph("框里的字")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const title = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于上半年</w:t><w:br/><w:t>工作的总结</w:t></w:r></w:p>';
  const body = `${title}<w:p>${box("w:drawing")}<w:r><w:t>正文</w:t><w:br/><w:t>换行</w:t></w:r></w:p>`;
  const { text, notes } = read(body);
  assert.equal(text, "关于上半年工作的总结\n正文\n换行\n框里的字");
  assert.deepEqual(notes, ["文本框1个，文字接在所在段落后面"]);
});

test("a file that the library docx writes is read: list, table, cells that span", async () => {
  const cell = (/** @type {string} */ text, span = 1) => new TableCell({ columnSpan: span, children: [new Paragraph(text)] });
  const level = { level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、", alignment: AlignmentType.START };
  const file = new Document({
    numbering: { config: [{ reference: "a", levels: [level] }] },
    sections: [
      {
        children: [
          new Paragraph({ text: "工作进展", numbering: { reference: "a", level: 0 } }),
          new Table({ rows: [new TableRow({ children: [cell("合计", 2), cell("12")] }), new TableRow({ children: [cell("甲"), cell(""), cell("5")] })] }),
          new Paragraph({ text: "打算", numbering: { reference: "a", level: 0 } }),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(file));
  assert.equal(readFile("x.docx", bytes).text, "一、工作进展\n合计\t\t12\n甲\t\t5\n二、打算");
});

test("an archive that unpacks to too much is refused at once", () => {
  const bomb = zipSync({ "_rels/.rels": deflateZeros(), "word/document.xml": new Uint8Array(60_000_000) });
  const before = process.cpuUsage();
  assert.throws(() => readFile("b.docx", bomb), /展开后太大/);
  assert.ok(process.cpuUsage(before).user < 2_000_000);
});

function deflateZeros() {
  return strToU8('<Relationships><Relationship Type="/officeDocument" Target="/word/document.xml"/></Relationships>');
}

test("an archive that lies about its sizes is refused", () => {
  const bytes = packed(paragraph("字".repeat(5000)));
  const text = Buffer.from(bytes);
  const entry = text.lastIndexOf("PK\u0001\u0002");
  text.writeUInt32LE(10, entry + 24);
  assert.equal(readFile("c.docx", text).text.length, 5000, "its sizes are not believed");
  assert.throws(() => readFile("c.docx", text.subarray(0, 400)), FileError);
  text.fill(0xff, 100, 160);
  assert.throws(() => readFile("c.docx", text), FileError);
  assert.throws(() => readFile("d.docx", zipSync({ "a.txt": deflateSync(strToU8("甲")) })), /不是Word文稿/);
});

test("nested tags without end do not hang", () => {
  const deep = "<w:ins>".repeat(200_000);
  assert.equal(read(deep + paragraph("字")).text.length <= 1, true);
  assert.equal(read(paragraph("甲") + "<".repeat(300_000)).text, "甲");
  assert.equal(read(paragraph("甲") + "<!--".repeat(300_000)).text, "甲");
});
