// Two or three outlines side by side, the sections they share marked.  Without it all are shown.
(() => {
  "use strict";
  const form = document.getElementById("compare");
  if (!form) return;
  const status = document.getElementById("compare-status");
  const selects = [...form.querySelectorAll("select")];
  const columns = [...document.querySelectorAll("[data-archetype]")];

  const points = (column) => [...column.querySelectorAll("[data-section]")];
  const has = (column, section) => points(column).some((point) => point.dataset.section === section);

  /** Returns the columns chosen; all of them when the first answer is “全部并排”. */
  const chosen = () => {
    const ids = selects.map((select) => select.value);
    return ids[0] ? columns.filter((column) => ids.includes(column.dataset.archetype)) : columns;
  };

  const compare = () => {
    const shown = chosen();
    const few = shown.length > 1 && shown.length <= selects.length;
    const common = (section) => few && shown.every((column) => has(column, section));
    for (const column of columns) {
      column.hidden = !shown.includes(column);
      for (const point of points(column)) {
        point.querySelector(".outline-shared").hidden = !common(point.dataset.section);
      }
    }
    const shared = points(shown[0]).filter((point) => common(point.dataset.section)).length;
    status.textContent = `并排${shown.length}种${few ? `，共有的章节${shared}个` : ""}。`;
  };

  form.addEventListener("change", compare);
  window.addEventListener("pageshow", compare); // on the way back a browser restores the answers
  form.hidden = false;
  compare();
})();
