// Two or three outlines side by side, the sections they share marked.  Without it all are shown.
(function () {
  "use strict";
  var form = document.getElementById("compare");
  if (!form) return;
  var selects = Array.from(form.querySelectorAll("select"));
  var columns = Array.from(document.querySelectorAll("[data-archetype]"));

  function points(column) {
    return Array.from(column.querySelectorAll("[data-section]"));
  }

  function has(column, section) {
    return points(column).some(function (point) {
      return point.dataset.section === section;
    });
  }

  function chosen() {
    var ids = selects.map(function (select) {
      return select.value;
    });
    var found = ids[0] ? columns.filter(function (c) { return ids.includes(c.dataset.archetype); }) : [];
    return found.length ? found : columns;
  }

  function compare() {
    var shown = chosen();
    var few = shown.length > 1 && shown.length < 4;
    var shared = 0;
    columns.forEach(function (column) {
      column.hidden = !shown.includes(column);
      points(column).forEach(function (point) {
        var common = few && shown.every(function (other) { return has(other, point.dataset.section); });
        point.querySelector(".outline-shared").hidden = !common;
        if (common && column === shown[0]) shared += 1;
      });
    });
    document.getElementById("compare-status").textContent =
      "并排" + shown.length + "种" + (few ? "，共有的章节" + shared + "个。" : "。");
  }

  form.addEventListener("change", compare);
  form.hidden = false;
  compare();
})();
