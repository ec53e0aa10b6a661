// What a query leads to, and what is shown of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, marked } from "../../search/excerpt.js";
import { Finder } from "../../search/finder.js";

const FINDER = new Finder([
  { location: "a.html", title: "爱卫办年度总结", text: "写一年的爱国卫生工作。", names: ["创卫总结"] },
  { location: "a.html#rats", title: "病媒生物防制", text: "全年灭鼠两次，灭鼠面积1518.20平方米。" },
  { location: "b.html", title: "县局季度总结", text: "也写灭鼠。", names: ["卫生局季度总结"] },
  { location: "b.html#rate", title: "建档率", text: "建档率为53.20%，比上年同期提高8.25个百分点。" },
  { location: "c.html", title: "<b>写作&规范</b>", text: "GB/T 9704" },
]);

/** @param {string} query */
function places(query) {
  return FINDER.find(query).map((list) => list.map(({ location }) => location));
}

for (const [query, expected] of /** @type {[string, string[][]][]} */ ([
  ["灭鼠", [["a.html#rats", "a.html"], ["b.html"]]],
  ["创卫总结", [["a.html"]]],
  ["１５１８．２０", [["a.html#rats", "a.html"]]],
  ["53.20%", [["b.html#rate", "b.html"]]],
  ["gb/t 9704", [["c.html"]]],
  ["建档率 百分点", [["b.html#rate", "b.html"]]],
  ["爱卫办年度总结怎么写", [["a.html"]]],
  ["年度总结", [["a.html"]]],
  ["1,518.20", [["a.html#rats", "a.html"]]],
  ["x 1 灭鼠", [["a.html#rats", "a.html"], ["b.html"]]],
  ["本县灭鼠的面积", [["a.html#rats", "a.html"], ["b.html"]]],
  ["1518.21", []],
  ["霾霾霾霾", []],
  ["＠＃￥ + - ~ \"", []],
  ["", []],
  [`灭鼠${"霾".repeat(100_000)}`, [["a.html#rats", "a.html"], ["b.html"]]],
])) {
  test(`${JSON.stringify(query.slice(0, 20))} leads to ${expected.flat().join(", ") || "nothing"}`, () => {
    assert.deepEqual(places(query), expected);
  });
}

test("the page that a query names stands before those that mention it more often", () => {
  const text = "卫生局季度总结".repeat(50);
  const finder = new Finder([
    { location: "much.html", title: "卫生局季度总结", text },
    { location: "b.html", title: "县局", text: "", names: ["卫生局季度总结"] },
  ]);
  assert.deepEqual(
    finder.find("卫生局季度总结").map(([first]) => first?.location),
    ["b.html", "much.html"],
  );
});

test("a page whose name the query is part of stands before those that mention it", () => {
  const finder = new Finder([
    { location: "much.html", title: "学校卫生总结", text: "学校卫生总结".repeat(50) },
    { location: "b.html", title: "学校", text: "", names: ["学校卫生总结（简式）"] },
  ]);
  const places = finder.find("学校卫生总结").map(([first]) => first?.location);
  assert.deepEqual(places, ["b.html", "much.html"]);
  assert.equal(finder.find("学校卫生总结（简式）")[0]?.[0]?.location, "b.html");
});

test("a rare word counts for more than common ones", () => {
  const common = Array.from({ length: 20 }, (_, index) => ({
    location: `${String(index)}.html`,
    title: "进度",
    text: "工作进展",
  }));
  const finder = new Finder([...common, { location: "rats.html", title: "防制", text: "灭鼠" }]);
  assert.equal(finder.find("灭鼠 工作 进展")[0]?.[0]?.location, "rats.html");
});

test("what is for maintainers stands after what is for readers", () => {
  const [title, text] = ["范本", "新增范本"];
  const finder = new Finder([
    { location: "maintaining.html", title, text: text.repeat(9), boost: 0.1 },
    { location: "standards.html", title: "", text },
  ]);
  assert.equal(finder.find("范本")[0]?.[0]?.location, "standards.html");
});

const ADVISING = new Finder([
  { location: "home.html", title: "首页", text: "", advice: "看全部" },
  { location: "general.html", title: "通用总结", text: "", names: ["护理工作总结"], advice: "各类<工作>都用它" },
  { location: "rats.html", title: "防制", text: "灭鼠，安全用药，个人防护。", names: ["爱卫办年度总结"] },
  { location: "guide.html", title: "更新网站", text: "安全设置，放在nginx后面，如妇幼。", boost: 0.1 },
]);

for (const [query, expected] of /** @type {[string, string[]][]} */ ([
  ["霾霾", ["general.html", "home.html"]],
  ["＠＃￥", ["general.html", "home.html"]],
  ["安全生产", ["general.html", "home.html", "rats.html"]],
  ["妇幼", ["general.html", "home.html", "guide.html"]],
  ["护理", ["general.html"]],
  ["护理总结", ["general.html"]],
  ["灭鼠", ["rats.html"]],
  ["本县灭鼠情况", ["rats.html"]],
  ["灭鼠工作总结", ["rats.html"]],
  ["爱卫办年度工作总结", ["rats.html"]],
  ["更新网站", ["guide.html"]],
  ["", []],
])) {
  test(`${query} leads to ${expected.join(", ")}, with advice only where it stands nowhere`, () => {
    const found = ADVISING.find(query);
    assert.deepEqual(
      found.map(([first]) => first?.location),
      expected,
    );
  });
}

test("advice is shown as text", () => {
  assert.equal(ADVISING.find("霾霾")[0]?.[0]?.text, "<p>各类&lt;工作&gt;都用它</p>");
});

test("a word that stands nowhere is named as missing", () => {
  assert.deepEqual(FINDER.find("灭鼠 xyz")[0]?.[0]?.terms, { 灭鼠: true, xyz: false });
});

test("what stands in a page is shown as text, never as markup", () => {
  assert.equal(FINDER.find("规范")[0]?.[0]?.title, "&lt;b&gt;写作&amp;<mark>规范</mark>&lt;/b&gt;");
  assert.equal(marked('<img src="x">', ["img"]), '&lt;<mark>img</mark> src=&quot;x&quot;&gt;');
});

test("the longest term is marked where several stand", () => {
  assert.equal(marked("健康档案", ["健康", "健康档案"]), "<mark>健康档案</mark>");
  assert.equal(marked("a.b a+b", ["a+b"]), "a.b <mark>a+b</mark>");
});

test("an excerpt stands around what matters most", () => {
  const text = `灭鼠${"一".repeat(100)}蚊蝇${"二".repeat(100)}`;
  const shown = excerpt(text, ["蚊蝇", "灭鼠"]);
  assert.match(shown, /^…一+<mark>蚊蝇<\/mark>二+…$/);
  assert.equal(excerpt("短", ["没有"]), "短");
});

test("Pinyin that is being composed gets no advice", () => {
  const page = { location: "general.html", title: "通用", text: "", advice: "看看通用" };
  assert.deepEqual(new Finder([page]).find("chuangwei"), []);
  assert.equal(new Finder([page]).find("创卫").length, 1);
});
