// The expressions of a reader's own text: `fact`, `fact.last`, `fact|wan`, `share(a, b)`; mirrors
// macros/templating/own_expressions.py, words of its messages with it.

import table from "../../macros/templating/language.json" with { type: "json" };
import { isNumber } from "../schema/fact_types.js";
import { withoutEnd } from "../figures/patterns.js";
import { ExpressionError } from "./expression_error.js";
import { factKind, isTable, sides, TABLE } from "./expression_kinds.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./expression_kinds.js").Specs} Specs */
/** @typedef {import("./expression_kinds.js").Kind} Kind */
/** @typedef {{takes: string[], gives: string, optional?: number, needs?: string, tells?: string, one_unit?: boolean}} Word */

/** @type {Record<string, Word>} */
const WORDS = { ...table.functions, ...table.filters };
/** @type {Record<string, string[]>} */
export const GROUPS = table.groups;
/** @type {Record<string, string>} */
const KINDS = table.kinds;
const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const OPERAND = new RegExp(`^(${NAME})(?:[ \\t]*\\.[ \\t]*(${NAME}))?$`);
const WORD = "[\u4e00-\u9fff]+";
const WHOLE_WORD = new RegExp(`^${WORD}$`);
const SHORT_FORM = "short";
const QUOTED = new RegExp(`^'(${NAME}|${WORD})'$`);
const CALL = new RegExp(`^(${NAME})[ \\t]*\\((.*)\\)$`, "s");
const FILTER = new RegExp(`^[ \\t]*(${NAME})[ \\t]*(?:\\((.*)\\))?$`, "s");
const FORMS = "指标、指标.last、指标|过滤器、函数(指标, 指标)";

/**
 * A written expression in the form of macros/templating/compiler.py; throws ExpressionError.
 * @param {string} written
 * @returns {Expression}
 */
export function parse(written) {
  const text = trimmed(written);
  if (!text) throw new ExpressionError("双花括号里是空的", FORMS);
  const call = CALL.exec(text);
  if (call) return ["()", call[1], ...operands(call[2] ?? "")];
  const bar = text.indexOf("|");
  const filtered = bar < 0 ? null : FILTER.exec(text.slice(bar + 1));
  if (!filtered) return operand(text);
  const [, name, more] = filtered;
  const inner = operand(trimmed(text.slice(0, bar)));
  return ["()", name, inner, ...(more === undefined ? [] : operands(more))];
}

/** @param {string} text */
function trimmed(text) {
  return withoutEnd(text.replace(/^[ \t]+/, ""), " \t");
}

/** @param {string} written */
function operands(written) {
  const parts = written.split(",").map(trimmed);
  return parts.length > 1 || parts[0] ? parts.map(argument) : [];
}

/**
 * @param {string} written
 * @returns {Expression}
 */
function argument(written) {
  if (written.includes("(") || written.includes("|")) {
    throw new ExpressionError("函数里面又写了函数", "一个“{{ }}”里只写一个函数或过滤器");
  }
  const quoted = QUOTED.exec(written);
  return quoted ? ["'", quoted[1]] : operand(written);
}

/**
 * @param {string} written
 * @returns {Expression}
 */
function operand(written) {
  const [found, name = "", side] = OPERAND.exec(written) ?? [];
  if (found === undefined) throw new ExpressionError(`读不懂“${written}”`, FORMS);
  return side ? [".", name, side] : name;
}

// --- what it may say ---

/**
 * Throws ExpressionError when an expression cannot be printed with these facts.
 * @param {Expression} expression
 * @param {Specs} specs
 */
export function check(expression, specs) {
  if (isTable(expression)) {
    if (expression.length < 3) throw new ExpressionError("表格里没有指标", "table(指标, 指标)");
    for (const part of expression.slice(2)) checkCell(part, specs);
    return;
  }
  const { name } = kindOf(expression, specs);
  if (!GROUPS["printed"]?.includes(name)) {
    throw new ExpressionError(`${KINDS[name] ?? name}不能直接输出`, "listed、count 等");
  }
}

/**
 * @param {Expression} part
 * @param {Specs} specs
 */
function checkCell(part, specs) {
  const { name } = kindOf(part, specs);
  if (typeof part !== "string" || !GROUPS["figure"]?.includes(name)) {
    throw new ExpressionError(`${KINDS[name] ?? name}不能放进表格`, "直接写指标的名字");
  }
}

/**
 * The kind of an expression; throws ExpressionError when it says what it may not.
 * @param {Expression} expression
 * @param {Specs} specs
 * @returns {Kind}
 */
export function kindOf(expression, specs) {
  if (typeof expression === "string") return kindOfFact(expression, specs);
  const [sort, a, b] = expression;
  if (sort === "'") return { name: "field", path: a };
  if (sort === ".") return kindOfSide(a, b, specs);
  return kindOfCall(a, expression.slice(2), specs);
}

/**
 * @param {string} name
 * @param {Specs} specs
 */
function kindOfFact(name, specs) {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) throw new ExpressionError(`没有“${name}”这个指标`, "", name);
  return factKind(name, spec, specs);
}

/**
 * @param {string} name
 * @param {string} side
 * @param {Specs} specs
 * @returns {Kind}
 */
function kindOfSide(name, side, specs) {
  const kind = kindOfFact(name, specs);
  const allowed = sides(kind.spec, specs);
  if (!allowed.includes(side) || allowed.length === 1) {
    const expected = allowed.length > 1 ? allowed.join("、") : "直接用它的名字";
    throw new ExpressionError(`“${name}”没有“.${side}”`, expected);
  }
  return { ...kind, name: kind.name === "rate" ? "rate" : "number", path: `${name}.${side}` };
}

/**
 * @param {string} name
 * @param {Expression[]} args
 * @param {Specs} specs
 * @returns {Kind}
 */
function kindOfCall(name, args, specs) {
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (!word) {
    throw new ExpressionError(
      name === TABLE ? "表格要单独占一行" : `没有“${name}”这个函数或过滤器`,
    );
  }
  const most = word.takes.length;
  const fewest = most - (word.optional ?? 0);
  if (args.length > most || args.length < fewest) {
    const between = most - fewest > 1 ? "到" : "或";
    const fewer = fewest < most ? `${String(fewest)}${between}` : "";
    throw new ExpressionError(`“${name}”的参数个数不对`, `${fewer}${String(most)}个`);
  }
  const takes = args.map((_, index) => GROUPS[word.takes[index] ?? ""] ?? []);
  const kinds = args.map((part, index) => argumentKind(part, takes[index] ?? [], specs));
  kinds.forEach((kind, index) => {
    checkKind(name, kind, takes[index] ?? []);
  });
  checkField(name, kinds);
  if (word.one_unit) checkUnits(name, kinds);
  const side = word.needs ?? word.tells;
  for (const kind of kinds) {
    if (side && GROUPS["figure"]?.includes(kind.name)) checkSide(side, kind, specs);
  }
  return { name: word.gives, path: "" };
}

/**
 * The kind of an argument; a quoted text is the name of a field, unless another is taken there.
 * @param {Expression} part
 * @param {string[]} takes
 * @param {Specs} specs
 * @returns {Kind}
 */
function argumentKind(part, takes, specs) {
  const kind = kindOf(part, specs);
  if (kind.name !== "field") return kind;
  if (takes.includes("form") && kind.path === SHORT_FORM) return { ...kind, name: "form" };
  return takes.includes("word") && WHOLE_WORD.test(kind.path) ? { ...kind, name: "word" } : kind;
}

/**
 * @param {string} name
 * @param {Kind} kind
 * @param {string[]} takes
 */
function checkKind(name, kind, takes) {
  if (takes.includes(kind.name)) return;
  const expected = Object.keys(KINDS).filter((one) => takes.includes(one));
  throw new ExpressionError(
    `“${name}”不能用于${KINDS[kind.name] ?? kind.name}`,
    expected.map((one) => KINDS[one]).join("、"),
  );
}

/**
 * @param {string} name
 * @param {Kind[]} kinds
 */
function checkField(name, [rows, second, third]) {
  if (second?.name !== "field") return;
  const record = rows?.spec?.fields ?? {};
  const field = Object.hasOwn(record, second.path) ? record[second.path] : undefined;
  if (!field) {
    throw new ExpressionError(`列表没有“${second.path}”这个字段`, Object.keys(record).join("、"));
  }
  if (name === "total" && !isNumber(field)) {
    throw new ExpressionError(`“${second.path}”不是数，不能求和`);
  }
  if (field.type === "words") throw new ExpressionError(`“${second.path}”是自己的话，不能列举`);
  const { options = [] } = field;
  if (name === "tally" && !options.includes(third?.path ?? "")) {
    throw new ExpressionError(`“${second.path}”没有“${third?.path ?? ""}”这一项`, options.join("、"));
  }
}

/**
 * @param {string} name
 * @param {Kind[]} kinds
 */
function checkUnits(name, kinds) {
  const units = kinds.flatMap(({ spec }) => (spec ? [spec.unit ?? ""] : []));
  const bases = new Set(units.map((unit) => unit.replace(/^[万亿]+/, "")));
  if (!units.every(Boolean) || bases.size < 2) return;
  const what = `“${name}”的两个数单位不同：${units[0] ?? ""}和${units[1] ?? ""}`;
  throw new ExpressionError(what, "单位相同的数，万和亿不计");
}

/**
 * @param {string} side
 * @param {Kind} kind
 * @param {Specs} specs
 */
function checkSide(side, { path, spec }, specs) {
  if (!path.includes(".") && sides(spec, specs).includes(side)) return;
  throw new ExpressionError(`“${path}”没有 ${side}`, `在指标里声明 series: [${side}]`);
}
