// What the reader does about findings: goes to them, adopts what is proposed, sets them aside, brings them back.

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("./dismissals.js").Scope} Scope */
/** @typedef {import("./review_page.js").ReviewPage} ReviewPage */

/** These acts on a page. */
export class FindingActs {
  /** @param {ReviewPage} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Goes to a finding, in the text and in the list.
   * @param {Finding} finding
   */
  go(finding) {
    const { page } = this;
    page.current = finding;
    page.show();
    page.field.select(finding.start, finding.end);
    page.field.reveal();
    page.list.reveal(finding);
  }

  /**
   * Goes to the next finding in the order of the text, or the one before.
   * @param {number} step
   */
  step(step) {
    const { list, field, current, parts } = this.page;
    const inOrder = list.inOrder.map(({ finding }) => finding);
    if (inOrder.length === 0) return;
    const at = current ? inOrder.indexOf(current) : -1;
    const next = at >= 0 ? at + step : this.#from(inOrder, step);
    const finding = inOrder[(next + inOrder.length) % inOrder.length];
    if (!finding) return;
    this.go(finding);
    if (!list.element.contains(document.activeElement)) field.area.focus({ preventScroll: true });
    else list.itemOf(finding)?.jump.focus({ preventScroll: true });
    parts.announce(inOrder.indexOf(finding) + 1, inOrder.length, finding);
  }

  /**
   * @param {Finding[]} inOrder
   * @param {number} step
   */
  #from(inOrder, step) {
    const after = inOrder.findIndex(({ start }) => start >= this.page.field.caret);
    if (after < 0) return step > 0 ? 0 : inOrder.length - 1;
    return step > 0 ? after : after - 1;
  }

  /** @param {Finding} finding */
  adopt(finding) {
    const { page } = this;
    const { start, end, found, suggestion } = finding;
    if (suggestion === undefined || page.field.text.slice(start, end) !== found) return;
    const next = this.#after(finding);
    page.field.replace(start, end, suggestion);
    page.check();
    this.#goOn(next);
    page.parts.tell(suggestion ? `已改为“${suggestion}”，按Ctrl+Z撤销。` : "已删去，按Ctrl+Z撤销。");
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   */
  dismiss(scope, finding) {
    const { page } = this;
    const next = this.#after(finding);
    page.dismissals.add(scope, finding, page.known);
    page.show();
    this.#goOn(next);
    page.parts.tell("已忽略，在“已忽略”里可以恢复。");
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   */
  restore(scope, finding) {
    const { page } = this;
    page.dismissals.remove(scope, finding, page.known);
    page.show();
    page.parts.tell("已恢复。");
  }

  /**
   * Where the list goes on after a finding is gone: its place among those in sight.
   * @param {Finding} finding
   */
  #after(finding) {
    return this.page.list.inSight.findIndex((item) => item.finding === finding);
  }

  /** @param {number} at */
  #goOn(at) {
    const { list } = this.page;
    const item = list.inSight[at] ?? list.inSight[at - 1];
    if (!item) return;
    this.go(item.finding);
    item.jump.focus({ preventScroll: true });
  }
}
