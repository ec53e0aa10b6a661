"""The table of all indicators: typing down a column, pasting, filters, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import PASTE, Filling
from tests.browser.serving import watched
from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

FOCUSED = "document.activeElement.dataset.path ?? document.activeElement.textContent"
IN_SIGHT = """control => {
  const box = control.getBoundingClientRect();
  const { left, right } = document.querySelector(".table-scroll").getBoundingClientRect();
  const name = control.closest("tr").querySelector("th").getBoundingClientRect();
  const head = document.querySelector(".table-grid [scope=rowgroup]").getBoundingClientRect();
  return box.left >= name.right - 1 && box.right <= right + 1 && name.left === left
    && box.top >= head.bottom - 1 && box.bottom <= window.innerHeight;
}"""


@dataclass(frozen=True)
class Table:
    """The table, open."""

    filling: Filling

    @classmethod
    def of(cls, filling: Filling) -> Table:
        """Open the table."""
        button = filling.page.get_by_role("button", name="表格", exact=True)
        if not button.is_visible():  # on a phone it is in the menu
            filling.page.locator(".fill-more > summary", has_text="更多").click()
        button.click()
        filling.page.locator(".table-grid tbody").first.wait_for()
        return cls(filling)

    @property
    def page(self) -> Page:
        """Return the page that it is on."""
        return self.filling.page

    def cell(self, path: str) -> Locator:
        """Return the cell of a path."""
        return self.page.locator(f'.table-grid [data-path="{path}"]')

    def row(self, name: str) -> Locator:
        """Return the row of an indicator."""
        return self.page.locator(f'.table-grid tr[data-fact="{name}"]')

    def type(self, path: str, text: str) -> None:
        """Type into a cell as a reader does, and go on to the next."""
        self.cell(path).focus()
        self.cell(path).select_text()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def paste(self, path: str, text: str) -> None:
        """Paste a block into a cell."""
        self.cell(path).evaluate(PASTE, text)

    def filter(self, name: str) -> Locator:
        """Return the button of a filter."""
        return self.page.locator(".table-filters button", has_text=name)

    @property
    def focused(self) -> str:
        """Return the path of the cell that has the focus, or the words of the button."""
        found: str = self.page.evaluate(FOCUSED)
        return found

    def presses(self, *keys: str) -> list[str]:
        """Press keys, and return where each has led."""
        found = []
        for key in keys:
            self.page.keyboard.press(key)
            found.append(self.focused)
        return found


@pytest.fixture
def table(page: Page, http: str) -> Table:
    return Table.of(Filling.at(page, http))


@pytest.fixture
def example(page: Page, http: str) -> Table:
    return Table.of(Filling.with_example(page, http))


def test_a_column_is_typed_down_by_the_keyboard(page: Page, base: str) -> None:
    wrong = watched(page, base if base.startswith("http") else "file:///x")
    table = Table.of(Filling.at(page, base))
    table.cell("residents.now").focus()
    page.keyboard.type("43.8")
    assert table.presses("Enter") == ["records.now"]
    page.keyboard.type("23.3")
    assert table.presses("Shift+Enter") == ["residents.now"]
    expect(table.row("records_rate")).to_contain_text("53.20")
    formula = table.row("records_rate").locator(".table-formula")
    expect(formula).to_have_text("23.3万 ÷ 43.8万 = 53.20%")
    assert "23.3万人" in table.filling.text
    assert wrong == []


def test_keys_lead_across_at_the_ends_of_a_text(table: Table) -> None:
    table.type("records.now", "23.3")
    table.cell("residents.last").focus()
    assert table.presses("Tab", "Shift+Tab") == ["records.now", "residents.last"]
    assert table.presses("ArrowDown", "ArrowLeft") == ["records.last", "records.now"]
    table.page.keyboard.press("End")
    assert table.presses("ArrowLeft") == ["records.now"]  # within the text
    table.page.keyboard.press("End")
    assert table.presses("ArrowRight") == ["records.last"]
    table.page.keyboard.press("Home")
    assert table.presses("ArrowLeft", "ArrowLeft") == ["records.now", "建立健康档案的居民"]
    assert table.presses("ArrowUp", "ArrowRight") == ["常住人口", "residents.now"]


def test_escape_gives_back_what_was_there(table: Table) -> None:
    table.type("residents.now", "43.8")
    table.cell("residents.now").focus()
    table.page.keyboard.type("99")
    table.page.keyboard.press("Escape")
    assert table.cell("residents.now").input_value() == "43.8"
    assert table.focused == "residents.now"


def test_cells_understand_what_the_form_does_and_say_what_is_wrong(table: Table) -> None:
    table.type("insured", "３７．８万")
    assert table.cell("insured").input_value() == "378000"
    expect(table.row("insured")).to_contain_text("按 378000 计")
    table.type("insured", "好多人")
    assert table.cell("insured").get_attribute("aria-invalid") == "true"
    problem = table.row("insured").locator(".field-problem")
    expect(problem).to_have_text("“参保人数”：“好多人”不是数。应为：阿拉伯数字写的整数，如 12")
    assert table.cell("insured").get_attribute("aria-describedby") == problem.get_attribute("id")
    table.type("insured", "12")
    expect(problem).to_have_text("")
    assert table.cell("insured").get_attribute("aria-invalid") is None


def test_what_is_computed_follows_each_keystroke(table: Table) -> None:
    table.type("paid.last", "1236.11")
    table.cell("paid.now").focus()
    table.page.keyboard.type("1518.20")
    made = table.row("paid").locator(".table-made > span:first-child > span")
    expect(made).to_have_text(["增加282.09万元", "增长22.82%"])


def test_a_block_goes_by_its_names_after_a_preview(table: Table) -> None:
    rows = "指标\t上期\t本期\n建立健康档案的居民（万人）\t19.6\t23.3\n没有的指标\t1\t2\n"
    table.paste("insured", rows)
    dialog = table.page.locator("dialog")
    expect(dialog).to_contain_text("没有叫这个名称的指标")
    expect(dialog.locator("table")).to_contain_text("建立健康档案的居民（上期）")
    assert table.cell("records.now").input_value() == ""
    table.filling.press("粘贴")
    assert table.cell("records.now").input_value() == "23.3"
    assert table.cell("records.last").input_value() == "19.6"
    table.filling.press("撤销")
    assert table.cell("records.now").input_value() == ""


def test_figures_without_names_go_down_the_columns_as_they_stand(table: Table) -> None:
    table.paste("residents.now", "43.8\t43.6\n23.3\t19.6\n")
    expect(table.page.locator("dialog")).to_contain_text("按先后位置填的")
    table.filling.press("粘贴")
    paths = ("residents.last", "residents.now", "records.last", "records.now")
    assert [table.cell(path).input_value() for path in paths] == ["43.6", "43.8", "19.6", "23.3"]


def test_what_is_typed_is_undone_in_either_view(table: Table) -> None:
    table.type("residents.now", "43.8")
    table.filling.press("表格")
    expect(table.page.locator(".fill-table")).to_be_hidden()
    assert table.filling.field("residents.now").input_value() == "43.8"
    table.filling.type("records.now", "23.3")
    table.filling.press("表格")
    assert table.cell("records.now").input_value() == "23.3"
    table.page.keyboard.press("Control+z")
    assert table.cell("records.now").input_value() == ""
    table.page.keyboard.press("Control+z")
    assert table.cell("residents.now").input_value() == ""


def test_a_filter_leaves_what_is_due_and_the_rest_stays_in_reach(table: Table) -> None:
    table.type("residents.now", "43.8")
    due = int(table.filter("未填").inner_text().split()[-1])
    table.filter("未填").click()
    rows = table.page.locator(".table-grid tr[data-fact]:visible")
    assert due >= rows.count() > 20, "some rows lack several values"
    expect(table.row("residents")).to_be_hidden()
    table.type("records.now", "23.3")
    expect(table.filter("未填")).to_contain_text(str(due - 1))
    expect(table.row("records")).to_be_visible()  # not while it is filled in
    table.filter("未填").click()
    expect(table.row("records")).to_be_hidden()
    table.page.get_by_role("button", name="全部显示").click()
    expect(table.row("residents")).to_be_visible()
    assert table.filter("全部").get_attribute("aria-pressed") == "true"


def test_figures_far_from_the_last_period_are_found(table: Table) -> None:
    table.type("paid.last", "1236.11")
    table.type("paid.now", "5000")
    table.type("residents.last", "43.6")
    table.type("residents.now", "43.8")
    expect(table.filter("与上期差一倍以上")).to_contain_text("1")
    table.filter("与上期差一倍以上").click()
    names = table.page.locator(".table-grid tr[data-fact]:visible")
    assert [row.get_attribute("data-fact") for row in names.all()] == ["paid"]


def test_what_was_carried_over_is_confirmed_one_after_the_other(example: Table) -> None:
    carried = example.filter("沿用未核对")
    carried.click()
    before = int(carried.inner_text().split()[-1])
    first = example.page.locator(".table-grid .field-keep:visible").first
    first.focus()
    example.page.keyboard.press("Enter")
    example.page.keyboard.press("Enter")
    expect(carried).to_contain_text(str(before - 2))
    assert example.focused == "沿用"
    example.type("records.now", "23.4")
    expect(example.row("records").locator(".field-keep")).to_be_hidden()


def test_the_outline_leads_through_the_table_and_follows_it(table: Table) -> None:
    outline = table.page.locator(".fill-outline")
    outline.get_by_role("button", name="服务能力建设").first.click()
    head = table.page.locator(".table-grid [scope=rowgroup]", has_text="服务能力建设")
    expect(head).to_be_in_viewport()
    table.cell("residents.now").focus()
    expect(outline.locator("[aria-current]")).to_contain_text("基本公共卫生服务")


def test_a_name_leads_back_to_its_place_on_the_paper(table: Table) -> None:
    table.row("paid").locator(".table-label").click()
    expect(table.page.locator(".fill-table")).to_be_hidden()
    assert table.page.get_by_role("button", name="表格").get_attribute("aria-pressed") == "false"
    assert table.focused == "paid.now"
    assert table.page.locator(".fill-text").is_visible()


def test_a_list_leads_to_its_fields(example: Table) -> None:
    example.row("focus").locator(".table-label").click()
    expect(example.page.locator("#fact-focus")).to_be_visible()
    assert example.focused.startswith("focus[0]")


def test_a_record_is_filled_in_in_its_row(example: Table) -> None:
    assert example.row("focus").locator("tbody tr").count() == 5
    example.cell("problems[0].title").focus()
    assert example.presses("ArrowDown", "ArrowUp") == [
        "problems[1].title",
        "problems[0].title",
    ]
    example.type("problems[0].title", "两项档案没有建齐")
    assert example.focused == "problems[1].title"
    assert "两项档案没有建齐" in example.filling.text
    example.cell("focus[4].name").focus()
    assert example.presses("Enter") == ["focus"], "the button that adds one"
    assert example.presses("Enter") == ["focus[5].name"]
    example.page.keyboard.type("中医药")
    assert "中医药" in example.filling.text
    example.page.keyboard.press("Escape")
    assert example.cell("focus[5].name").input_value() == ""
    example.row("focus").locator(".table-drop").last.click()
    expect(example.row("focus").locator("tbody tr")).to_have_count(5)
    assert example.focused == "focus"


def test_a_block_goes_into_the_columns_of_a_list_that_the_table_has(example: Table) -> None:
    columns = example.row("problems").locator("thead th").all_inner_texts()
    example.paste("problems[0].title", "\t".join(f"第{n}栏" for n in range(len(columns) + 1)))
    dialog = example.page.locator("dialog")
    expect(dialog).to_contain_text("有1格没有地方放")
    dialog.get_by_role("button", name="粘贴", exact=True).click()
    record = example.row("problems").locator("tbody tr").first.locator("[data-path]")
    assert [cell.input_value() for cell in record.all()] == [
        f"第{n}栏" for n in range(len(columns))
    ]


def test_a_list_without_records_says_so(table: Table) -> None:
    row = table.row("problems")
    assert row.locator("tbody tr").count() == 0
    table.row("training_topics").get_by_role("button", name="没有").click()
    expect(table.row("training_topics")).to_contain_text("已填：没有")


def test_only_numbers_are_shown_where_one_types_down_a_column(table: Table) -> None:
    table.page.get_by_label("只看数").check()
    expect(table.row("org")).to_be_hidden()
    expect(table.row("problems")).to_be_hidden()
    expect(table.row("residents")).to_be_visible()
    table.filter("未填").click()
    expect(table.row("problems")).to_be_hidden()
    table.page.get_by_role("button", name="全部显示").click()
    expect(table.row("problems")).to_be_visible()
    expect(table.page.get_by_label("只看数")).not_to_be_checked()


def test_what_stands_in_the_list_of_findings_is_shown_on_the_paper(table: Table) -> None:
    page = table.page
    page.keyboard.press("Alt+k")
    expect(page.locator(".fill-review")).to_be_visible()
    expect(page.locator(".fill-text")).to_be_visible()
    expect(page.locator(".fill-table")).to_be_hidden()
    table.filling.press("表格")
    expect(page.locator(".fill-table")).to_be_visible()
    expect(page.locator(".fill-review")).to_be_hidden()


def test_the_next_blank_is_the_next_cell_that_is_due(table: Table) -> None:
    table.cell("residents.now").focus()
    table.page.keyboard.press("Control+Enter")
    assert table.focused == "records.now"


def test_a_section_that_is_left_out_is_named_without_its_rows(page: Page, http: str) -> None:
    filling = Filling.with_example(page, http)
    filling.section("investment").locator(".fill-switch input").uncheck()
    table = Table.of(filling)
    off = table.page.locator(".table-grid tbody", has_text="（本期不写）")
    expect(off).to_contain_text("招商引资")
    assert off.locator("tr:visible").count() == 1


def test_an_indicator_of_ones_own_gets_a_row_and_its_columns(table: Table) -> None:
    assert table.page.get_by_role("columnheader", name="计划").count() == 0
    table.filling.press("表格")
    table.filling.contents("public-health-services").get_by_role("button", name="＋指标").click()
    table.page.locator("#indicator-label").fill("村医培训人数")
    table.page.locator("#indicator-unit").fill("人")
    table.page.locator("#indicator-plan").check()
    table.filling.press("保存")
    table.page.locator("dialog").wait_for(state="detached")
    table.filling.press("表格")
    name = table.page.locator(".table-grid tr[data-fact]", has_text="村医培训人数")
    name.get_by_label("村医培训人数（计划）").fill("120")
    name.get_by_label("村医培训人数（本期）").fill("90")
    expect(name).to_contain_text("为计划的75%")
    assert table.page.get_by_role("columnheader", name="计划").count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_axe_finds_nothing_in_the_table(
    browser: Browser, http: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 844}
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    table = Table.of(Filling.with_example(context.new_page(), http))
    table.type("records.now", "好多")
    table.filter("沿用未核对").click()
    found = violations(table.page)
    context.close()
    assert found == []


def test_on_a_phone_the_names_stay_beside_the_cell_one_is_at(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    table = Table.of(Filling.at(page, http))
    for path in ("residents.last", "paid.now", "records.now"):
        table.cell(path).focus()
        assert table.cell(path).evaluate(IN_SIGHT), path
    page.locator(".fill-jump").get_by_role("button", name="提纲").click()
    expect(page.locator(".fill-table")).to_be_hidden()
    page.locator(".outline-section", has_text="居民医疗保障").click()
    expect(
        page.locator(".table-grid [scope=rowgroup]", has_text="居民医疗保障")
    ).to_be_in_viewport()
    page.locator(".fill-jump").get_by_role("button", name="文稿").click()
    expect(page.locator(".fill-text")).to_be_visible()
    expect(page.locator(".fill-table")).to_be_hidden()
    context.close()


def test_a_rate_is_entered_in_its_row_where_its_counts_are_not_known(table: Table) -> None:
    rate = table.cell("records_rate.now")
    table.cell("records.now").focus()
    assert table.presses("ArrowDown") == ["records_rate.now"]
    table.page.keyboard.type("53.2")
    assert table.presses("Enter", "Shift+Enter") == ["hypertension_managed.now", "records.now"]
    assert "居民健康档案建档率\t%\t53.2" in table.filling.text
    table.type("residents.now", "43.8")
    table.type("records.now", "20")
    expect(table.row("records_rate").locator(".field-problem")).not_to_have_text("")
    rate.fill("")
    expect(rate).to_be_hidden()
    row = table.row("records_rate")
    expect(row).to_contain_text("45.66")
    expect(row.locator(".table-formula")).to_have_text("20万 ÷ 43.8万 = 45.66%")


def test_how_a_change_was_computed_is_shown_in_the_row_one_is_at(table: Table) -> None:
    table.type("paid.last", "1000")
    table.type("paid.now", "1500")
    formula = table.row("paid").locator(".table-formula")
    table.cell("paid.now").focus()
    expect(formula).to_be_visible()
    expect(formula).to_contain_text("(1500万 − 1000万) ÷ 1000万 = 50%")


def test_what_is_compared_with_is_said_in_the_table_too(table: Table) -> None:
    compared = table.cell("last_period").locator("option")
    expect(compared.filter(has_text="（上一期）")).to_have_count(1)
    expect(compared.filter(has_text="（上年同期）")).to_have_count(1)
