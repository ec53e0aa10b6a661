// The drafts of an archetype: which one is open, the others, deleted ones, what was there before.

import { make } from "../elements.js";
import { button } from "./button.js";
import { ask, openDialog } from "./dialog.js";
import { clock, Keeper } from "./keeper.js";
import { EMPTY } from "./state.js";

/** @typedef {import("./drafts.js").Draft} Draft */
/** @typedef {import("./state.js").Store} Store */

/** The choice of a draft, and the keeper behind it. */
export class DraftList {
  /** @type {Draft[]} */
  #drafts = [];

  /**
   * @param {import("../engine/types.js").Archetype} archetype
   * @param {Store} store
   * @param {(text: string, wrong: boolean) => void} say
   */
  constructor(archetype, store, say) {
    this.store = store;
    this.keeper = new Keeper(archetype.id, `${archetype.short}草稿`, store, {
      say,
      conflict: (theirs) => {
        this.#conflict(theirs);
      },
      list: (drafts, open) => {
        this.#list(drafts, open);
      },
    });
    this.select = make("select", { id: "draft", autocomplete: "off" });
    this.select.addEventListener("change", () => {
      this.#choose();
    });
  }

  /**
   * @param {Draft[]} drafts
   * @param {Draft} open
   */
  #list(drafts, open) {
    this.#drafts = drafts;
    const kept = drafts.filter((draft) => !draft.deleted);
    if (!kept.some(({ id }) => id === open.id)) kept.unshift(open);
    const options = kept.map(({ id, name }) => make("option", { value: id }, name));
    this.select.replaceChildren(...options);
    this.select.value = open.id;
  }

  #choose() {
    const draft = this.#drafts.find(({ id }) => id === this.select.value);
    if (draft) void this.keeper.open(draft);
  }

  /** Starts an empty draft. */
  async create() {
    await this.keeper.create(this.freeName(this.keeper.name), EMPTY);
  }

  /**
   * A name that no draft has: the given one, or with a number after it.
   * @param {string} name
   */
  freeName(name) {
    const taken = this.#drafts.map((draft) => draft.name);
    let [free, count] = [name, 2];
    for (; taken.includes(free); count += 1) free = `${name}${String(count)}`;
    return free;
  }

  /** Asks for another name of the open draft. */
  rename() {
    ask("改草稿名称", "名称", this.keeper.draft.name, (name) => void this.keeper.rename(name));
  }

  /** Shows the deleted drafts. */
  bin() {
    const deleted = this.#drafts.filter((draft) => draft.deleted);
    const items = deleted.map((draft) =>
      this.#item(`${draft.name}（${clock(draft.saved)}）`, () => void this.keeper.restore(draft)),
    );
    const none = make("p", {}, "没有已删除的草稿。");
    this.#offer("已删除的草稿", items.length > 0 ? items : [none]);
  }

  /** Shows what the open draft was before. */
  async versions() {
    const versions = (await this.keeper.drafts?.versions(this.keeper.draft.id)) ?? [];
    const items = versions.map(({ at, why, state }) =>
      this.#item(`${clock(at)}（${why}）`, () => {
        this.store.change("restore", state);
      }),
    );
    const none = make("p", {}, "还没有以前的内容。打开、导入、清空之前会各存一份。");
    this.#offer("恢复以前的内容", items.length > 0 ? items : [none]);
  }

  /**
   * @param {string} text
   * @param {() => void} act
   */
  #item(text, act) {
    const restore = button("恢复", act);
    restore.dataset["closes"] = "";
    return make("p", { class: "dialog-item" }, text, restore);
  }

  /**
   * @param {string} title
   * @param {HTMLElement[]} items
   */
  #offer(title, items) {
    const dialog = openDialog(title, items, []);
    dialog.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLElement && "closes" in target.dataset) dialog.close();
    });
  }

  /** @param {Draft} theirs */
  #conflict(theirs) {
    const mine = this.store.state;
    const text = `“${theirs.name}”在另一个窗口改过（${clock(theirs.saved)}）。这个窗口里的内容还没有保存，请选一种：`;
    openDialog("两个窗口改了同一份草稿", [make("p", {}, text)], [
      ["把这里的内容另存为新草稿", () => void this.keeper.create(this.freeName(theirs.name), mine)],
      ["改用另一个窗口的内容", () => void this.keeper.open(theirs)],
    ]);
  }
}
