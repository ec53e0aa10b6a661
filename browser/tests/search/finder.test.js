// What a query leads to.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Finder } from "../../search/finder.js";

/** @typedef {import("../../search/entries.js").IndexedPage} IndexedPage */

const FINDER = new Finder([
  {
    ...{ at: "a.html", title: "爱卫办年度总结", text: "写一年的爱国卫生工作。", names: ["创卫总结"], covers: ["爱国卫生"] },
    parts: [{ at: "rats", title: "病媒生物防制", text: "全年灭鼠两次，灭鼠面积1518.20平方米。" }],
  },
  {
    ...{ at: "b.html", title: "县局季度总结", text: "也写灭鼠。", names: ["卫生局季度总结"] },
    parts: [{ at: "rate", title: "建档率", text: "建档率为53.20%，比上年同期提高8.25个百分点。" }],
  },
  { at: "c.html", title: "<b>写作&规范</b>", text: "GB/T 9704" },
]);

/**
 * @param {Finder} finder
 * @param {string} query
 */
function places(finder, query) {
  return finder.find(query).pages.map((list) => list.map(({ location }) => location));
}

/**
 * @param {Finder} finder
 * @param {string} query
 */
function firsts(finder, query) {
  return places(finder, query).map(([first]) => first);
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
    assert.deepEqual(places(FINDER, query), expected);
  });
}

test("the page that a query names stands before those that mention it more often", () => {
  const text = "卫生局季度总结".repeat(50);
  const finder = new Finder([
    { at: "much.html", title: "卫生局的季度总结", text },
    { at: "b.html", title: "县局", names: ["卫生局季度总结"] },
  ]);
  assert.deepEqual(firsts(finder, "卫生局季度总结"), ["b.html", "much.html"]);
});

test("a page whose name the query is part of stands before those that mention it", () => {
  const finder = new Finder([
    { at: "much.html", title: "学校的总结", text: "学校卫生总结".repeat(50) },
    { at: "b.html", title: "学校", names: ["学校卫生总结（简式）"] },
  ]);
  assert.deepEqual(firsts(finder, "学校卫生总结"), ["b.html", "much.html"]);
  assert.equal(firsts(finder, "学校卫生总结（简式）")[0], "b.html");
});

test("a rare word counts for more than common ones", () => {
  const common = Array.from({ length: 20 }, (_, index) => ({
    ...{ at: `${String(index)}.html`, title: "进度", text: "工作进展" },
  }));
  const finder = new Finder([...common, { at: "rats.html", title: "防制", text: "灭鼠" }]);
  assert.equal(firsts(finder, "灭鼠 工作 进展")[0], "rats.html");
});

const SECTION = { at: "sections/records.html", title: "健康档案", text: "建档和使用", labels: ["居民健康档案建档率"] };
const COUNTY = { at: "county.html", title: "县局", parts: [{ at: "section-records", title: "一、公共卫生", of: "records" }] };

for (const query of ["居民健康档案建档率", "居民建档率", "建档率"]) {
  test(`${query}, the name of a fact or what stands in it, leads to the sections that use it`, () => {
    const { pages, isMet } = new Finder([SECTION, COUNTY]).find(query);
    assert.deepEqual(pages.map(([first]) => first?.location).sort(), ["county.html#section-records", SECTION.at]);
    assert.equal(isMet, true);
    assert.match(pages.flat()[0]?.text.map(({ text }) => text).join("") ?? "", /^数据：居民健康档案建档率$/);
  });
}

const GUIDE = { at: "maintaining/guide.html", title: "更新网站", text: "把范本放在nginx后面，妇幼也一样", aside: true };
const RULES = { at: "rules.html", title: "规范", text: "范本" };

test("a page for maintainers is found where no other has the words, or by its title", () => {
  const finder = new Finder([GUIDE, RULES]);
  assert.deepEqual(firsts(finder, "范本"), [RULES.at]);
  assert.deepEqual(firsts(finder, "nginx"), [GUIDE.at]);
  assert.deepEqual(firsts(finder, "更新网站"), [GUIDE.at]);
});

test("who reads the pages for maintainers searches them too", () => {
  assert.deepEqual(firsts(new Finder([GUIDE, RULES], true), "范本").sort(), [GUIDE.at, RULES.at]);
});

const GENERAL = {
  ...{ at: "general.html", title: "单位工作总结（通用）", names: ["工作总结"], advice: "各类<工作>都用它" },
  covers: ["护理工作总结", "妇幼保健工作总结", "安全生产工作总结", "医院年度工作总结", "个人工作总结", "党建工作总结"],
};
const HOME = { at: "home.html", title: "首页", parts: [{ at: "kinds", title: "我要写", advice: "看全部" }] };
const RATS = { at: "rats.html", title: "防制", text: "灭鼠，安全用药，个人防护。", names: ["爱卫办年度总结"], covers: [] };
const CLINIC = { at: "clinic.html", title: "社区医院半年总结", names: [], covers: [] };
/** @type {IndexedPage[]} */
const ADVISING = [HOME, GENERAL, RATS, CLINIC, GUIDE];

for (const [query, expected, isMet] of /** @type {[string, string[], boolean][]} */ ([
  ["霾霾", ["general.html", "home.html#kinds"], false],
  ["＠＃￥", ["general.html", "home.html#kinds"], false],
  ["食品安全", ["general.html", "home.html#kinds", "rats.html"], false],
  ["社区用药", ["clinic.html", "general.html", "home.html#kinds", "rats.html"], false],
  ["护理", ["general.html"], false],
  ["护理总结", ["general.html"], false],
  ["妇幼", ["general.html"], false],
  ["安全生产", ["general.html"], false],
  ["党建工作", ["general.html"], false],
  ["个人总结", ["general.html", "rats.html"], false],
  ["医院年度总结", ["general.html", "clinic.html"], false],
  ["工作总结", ["general.html"], true],
  ["灭鼠", ["rats.html"], true],
  ["本县灭鼠情况", ["rats.html"], true],
  ["灭鼠工作总结", ["rats.html"], true],
  ["爱卫办年度工作总结", ["rats.html"], true],
  ["更新网站", [GUIDE.at], true],
  ["", [], true],
])) {
  test(`${query} leads to ${expected.join(", ")}, which is ${isMet ? "" : "not "}what it names`, () => {
    const finder = new Finder(ADVISING);
    assert.deepEqual(firsts(finder, query), expected);
    assert.equal(finder.find(query).isMet, isMet);
  });
}

for (const [query, title] of /** @type {[string, string][]} */ ([
  ["安全生产", "卫生系统安全生产年度工作总结"],
  ["妇幼", "妇幼保健院年度工作总结"],
  ["护理", "医院护理部年度工作总结"],
  ["党建", "党支部党建工作总结"],
  ["个人总结", "医务人员个人年度工作总结"],
  ["医院年度总结", "二级医院年度工作总结"],
])) {
  test(`${query} leads to the kind of its own as soon as there is one`, () => {
    const names = [title.replace("工作", "")];
    const finder = new Finder([...ADVISING, { at: "own.html", title, names, covers: [] }]);
    assert.equal(firsts(finder, query)[0], "own.html");
    assert.equal(finder.find(query).isMet, true);
  });
}

test("what the kind for all is itself called leads to it, and not to others", () => {
  const finder = new Finder([GENERAL, { at: "own.html", title: "县局工作总结", names: [], covers: [] }]);
  assert.equal(firsts(finder, "工作总结")[0], GENERAL.at);
});

test("advice is shown as it stands", () => {
  assert.deepEqual(new Finder(ADVISING).find("霾霾").pages[0]?.[0]?.text, [{ text: "各类<工作>都用它", isTerm: false }]);
});

test("Pinyin that is being composed gets no advice", () => {
  const finder = new Finder([GENERAL]);
  assert.deepEqual(finder.find("chuangwei"), { pages: [], isMet: true });
  assert.equal(finder.find("创卫").pages.length, 1);
});
