// Text files of every encoding, Markdown, and what is refused.

import assert from "node:assert/strict";
import test from "node:test";

import { strToU8 } from "fflate";

import { markdownText } from "../../source/markdown.js";
import { readFile } from "../../source/read_file.js";

const TEXT = "一、主要工作\n上半年接种105人，增长5%。\n";
const GBK = [0xd2, 0xbb, 0xa1, 0xa2, 0xd6, 0xf7, 0xd2, 0xaa, 0xb9, 0xa4, 0xd7, 0xf7, 0x0d, 0x0a, 0x35, 0x25];

/** @param {string} text */
function utf16(text) {
  return new Uint8Array(Buffer.from(text, "utf16le"));
}

/** @param {Uint8Array} bytes */
function swapped(bytes) {
  return new Uint8Array(Buffer.from(bytes).swap16());
}

test("every encoding gives the same text", () => {
  const wide = utf16(TEXT);
  const marked = utf16(`\ufeff${TEXT}`);
  for (const bytes of [strToU8(TEXT), strToU8(`\ufeff${TEXT}`), wide, marked, swapped(wide), swapped(marked)]) {
    assert.equal(readFile("a.txt", bytes).text, TEXT);
  }
  assert.equal(readFile("a.txt", Uint8Array.from(GBK)).text, "一、主要工作\n5%");
  assert.equal(readFile("a.txt", strToU8("甲\r\n乙\r丙")).text, "甲\n乙\n丙");
});

test("Markdown is read as what it prints", () => {
  const markdown = `---
title: 不印
---
# 上半年总结 #

## 一、**主要**工作

- 接种*105*人，见[附件](a.html)。
- [x] 检查\`8\`次
> 引用

| 指标 | 数 |
|---|---:|
| 接种 | 105 |

1. 打算\\*不斜\\*
<b>粗</b><!-- 不印 -->
---
标题
===
`;
  const lines = ["上半年总结", "", "一、主要工作", "", "接种105人，见附件。", "检查8次", "引用", "", "指标\t数", "接种\t105", "", "1. 打算*不斜*", "粗", "标题"];
  assert.equal(readFile("a.md", strToU8(markdown)).text, lines.join("\n"));
  assert.equal(readFile("a.md", strToU8("# 甲"), { written: true }).text, "# 甲");
  assert.equal(readFile("a.txt", strToU8("# 甲")).text, "# 甲");
});

test("no Markdown takes long", () => {
  for (const worst of ["<!--", "|", "**a", "[", "- ", "> ", " ", "# ", "`", "~~__", "<b"]) {
    const before = process.cpuUsage();
    markdownText(`${worst.repeat(100_000 / worst.length)}x`);
    assert.ok(process.cpuUsage(before).user < 1_000_000, worst);
  }
});

test("what is no text is refused in words", () => {
  /** @type {[number[] | string, RegExp][]} */
  const cases = [
    ["", /是空的/],
    ["%PDF-1.7\n%", /PDF文件/],
    [[0xd0, 0xcf, 0x11, 0xe0, 1], /另存为\.docx/],
    ["{\\rtf1", /RTF/],
    [[0xff, 0xd8, 0xff, 0xe0], /图片/],
    ["Rar!", /压缩包/],
    [Array.from({ length: 300 }, (_, at) => (at * 7) % 32), /读不出文字/],
  ];
  for (const [content, message] of cases) {
    const bytes = typeof content === "string" ? strToU8(content) : Uint8Array.from(content);
    assert.throws(() => readFile("总结.docx", bytes), message);
  }
  assert.throws(() => readFile("a.txt", new Uint8Array(20_000_001)), /20MB/);
  assert.throws(() => readFile("a.txt", new Uint8Array(3_000_000).fill(65)), /200万字/);
});
