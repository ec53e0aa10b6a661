// The levels of rules, the heaviest first, as readers are told of them.

export const LEVELS = { error: "错误", warning: "提醒", hint: "提示" };
export const ORDER = /** @type {import("./types.js").Level[]} */ (Object.keys(LEVELS));
