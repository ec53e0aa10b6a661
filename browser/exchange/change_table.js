// The table in which a reader sees what would change, before anything does.

import { make } from "../page/elements.js";

const MOST_SHOWN = 200;

/** @param {import("./changes.js").Change[]} changes */
export function changeTable(changes) {
  if (changes.length === 0) return make("p", {}, "与现在填的完全相同。");
  const head = ["指标", "现在", "改为"].map((text) => make("th", { scope: "col" }, text));
  const rows = changes
    .slice(0, MOST_SHOWN)
    .map(({ label, before, after }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, label),
        make("td", {}, before || "（空）"),
        make("td", {}, after || "（空）"),
      ),
    );
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  const count = make("p", {}, `共${String(changes.length)}处变化，填入后可以撤销。`);
  return make("div", {}, count, table);
}
