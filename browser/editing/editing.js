// What can be done to a draft's own content, each as one step of undo: add, move, leave out, put in words.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { OWN_FRAME } from "../facts/archetype_facts.js";
import { omit } from "../facts/paths.js";
import { Composer } from "../library/compose.js";
import { plainOutline } from "../library/plain_outline.js";
import { FRAME_NAMES } from "../library/own_words.js";
import { placeNamed } from "../library/passages.js";
import { ownValue } from "../schema/own_value.js";
import * as changes from "./content_changes.js";
import { focusOn, showContents } from "./contents_list.js";
import { usesOf } from "./indicator_uses.js";
import { openIndicatorEditor } from "./indicator_editor.js";
import * as outlines from "./outline_changes.js";
import { openEditor } from "./place_editor.js";
import { placeText, rowsOf, templateText, weightsOf } from "./place_text.js";
import { placeOfSentence } from "./printed_sentence.js";
import { openSectionPicker } from "./section_picker.js";
import { openTablePicker } from "./table_picker.js";

/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../library/summary.js").OwnTools} OwnTools */

/**
 * What the page gives: what composes its text, the draft, a section as it would be.
 * @typedef {object} Page
 * @property {import("../library/compose.js").Composer} composer
 * @property {import("../drafts/state.js").Store} store
 * @property {(path: string) => void} goTo takes the writer to a field
 */

/** The changes that a writer makes to the content of a draft. */
export class Editing {
  /** @type {Map<HTMLElement, string>} the lists that are open, with their sections */
  #lists = new Map();
  #used = { name: "", act: "" }; // the section and the button in its list that had the focus last

  /**
   * @param {Page} page
   * @param {OwnTools} tools
   */
  constructor(page, tools) {
    this.page = page;
    this.library = tools.library;
    this.tools = tools;
    page.store.listen(() => {
      this.#showLists();
    });
  }

  get composer() {
    return this.page.composer;
  }

  get content() {
    return this.page.store.state.content;
  }

  /** Every fact that own words can name: the summary's, and the library's. */
  get specs() {
    return { ...this.library.facts, ...this.composer.summary.specs };
  }

  /** The outline that is written, as a file has it. */
  get outline() {
    return plainOutline(this.composer.summary.outline);
  }

  /**
   * How a section is called: by its heading, as the text has it.
   * @param {string} use
   */
  nameOf = (use) => {
    const headings = [this.outline, this.composer.archetype.outline].map((outline) => outlines.headingIn(outline, use));
    const own = ownValue(this.content.own?.sections, use)?.name;
    return [...headings, own, ownValue(this.library.sections, use)?.name].find(Boolean) ?? use;
  };

  /** @param {string} name */
  isOwnSection(name) {
    return Object.hasOwn(this.content.own?.sections ?? {}, name);
  }

  // --- changing ---

  /**
   * @param {string} cause
   * @param {Content} content
   * @param {boolean} [typing]
   */
  #change(cause, content, typing = false) {
    if (content !== this.content) this.page.store.change(cause, { content }, typing);
  }

  /**
   * @param {OutlineEntry[]} outline
   * @param {Content} [content]
   */
  #putOutline(outline, content = this.content) {
    const next = changes.withKey(content, "outline", outline);
    this.page.store.change("outline", { content: next, without: [], headings: {} });
  }

  // --- lists in the form ---

  /**
   * Shows what a section says in a box of the form, as long as the box is on the page.
   * @param {string} name
   * @param {HTMLElement} box
   */
  showList(name, box) {
    this.#lists.set(box, name);
    box.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement) this.#used = { name, act: target.dataset["act"] ?? "" };
    });
    showContents(this, name, box);
    // A draft's first change makes the whole form anew.
    if (document.activeElement === document.body && this.#used.name === name) focusOn(box, this.#used.act);
  }

  #showLists() {
    for (const [box, name] of this.#lists) {
      if (box.isConnected) showContents(this, name, box);
      else this.#lists.delete(box);
    }
  }

  // --- places ---

  /**
   * @param {string} use
   * @param {string} name
   * @param {boolean} isSkipped
   */
  skip(use, name, isSkipped) {
    this.#change("skip", changes.withSkipped(this.content, use, name, isSkipped));
  }

  /**
   * Gives a place or an own item a weight, or takes away the one that it has.
   * @param {string} use
   * @param {string} name
   * @param {string} weight
   */
  weigh(use, name, weight) {
    const section = this.composer.archetype.sections[use];
    const now = (/** @type {string} */ one) => (section ? placeNamed(section, one) : one);
    const before = rowsOf(this.composer, use).find((row) => row.name === name)?.weight;
    const next = before === weight ? "" : weight;
    this.#change("weight", changes.withWeight(this.content, use, name, next, now));
  }

  /**
   * @param {string} use
   * @param {string} name
   * @param {-1 | 1} by
   */
  move(use, name, by) {
    const names = rowsOf(this.composer, use).map((row) => row.name);
    this.#change("move", changes.withMoved(this.content, use, names, name, by));
  }

  /**
   * Opens the editor of a place, an own item, or a part of the frame.
   * @param {string} use
   * @param {string} name
   * @param {string} [sentence] that is meant
   */
  openPlace(use, name, sentence) {
    const item = changes.itemsOf(this.content, use).find(({ id }) => id === name);
    if (item) {
      this.#openItem(use, name, false, sentence);
      return;
    }
    const template = templateText(this.composer, use, name);
    const title = use === OWN_FRAME ? (FRAME_NAMES[name] ?? name) : `${this.nameOf(use)}·${name}`;
    openEditor(this, {
      heading: `改文字：${title}`,
      sentence,
      text: placeText(this.composer, use, name),
      put: (text) => {
        const own = text === template || text.trim() === "" ? null : text;
        this.#change(`text ${use} ${name}`, changes.withText(this.content, use, name, own), true);
      },
      actions: [
        [
          "恢复范本的文字",
          () => {
            this.#change("restore", changes.withText(this.content, use, name, null));
          },
        ],
        ...this.#placeActions(use, name),
      ],
    });
  }

  /**
   * Opens the editor of what a block was made from; asks which where that are several places.
   * @param {string} section
   * @param {string[]} places none in an own section
   * @param {string} [sentence] of one of them
   */
  openPlaces(section, places, sentence) {
    const names = [...new Set(places)];
    const said = sentence && names.find((name) => placeOfSentence(this, this.#textOf(section, name), false, sentence));
    const [first = "", ...others] = said ? [said] : names;
    if (this.isOwnSection(section)) this.openSection(section, sentence);
    else if (others.length === 0) this.openPlace(section, first, sentence);
    else {
      const open = (/** @type {string} */ name) => () => {
        window.setTimeout(() => { this.openPlace(section, name); });
      };
      const rows = rowsOf(this.composer, section);
      const titled = [first, ...others].map((name) => {
        const title = rows.find((row) => row.name === name)?.title ?? name;
        return /** @type {[string, () => void]} */ ([title, open(name)]);
      });
      openDialog("改哪一处", [make("p", {}, "这一段由几处连成，请选要改的一处。")], titled);
    }
  }

  /**
   * @param {string} use
   * @param {string} name
   */
  #textOf(use, name) {
    const item = changes.itemsOf(this.content, use).find(({ id }) => id === name);
    return item?.text ?? placeText(this.composer, use, name);
  }

  /**
   * @param {string} use
   * @param {string} name
   * @returns {[string, () => unknown][]}
   */
  #placeActions(use, name) {
    if (use === OWN_FRAME) return [];
    const row = rowsOf(this.composer, use).find((one) => one.name === name);
    return [
      ...weightsOf(row).map((weight) => /** @type {[string, () => void]} */ ([
        row?.weight === weight ? `不再${weight}` : weight,
        () => { this.weigh(use, name, weight); },
      ])),
      ["本期不写", () => { this.skip(use, name, true); }],
      ["上移", () => { this.move(use, name, -1); }],
      ["下移", () => { this.move(use, name, 1); }],
      ["后面加一段", () => { window.setTimeout(() => { this.addItem(use, name, false); }); }],
    ];
  }

  // --- own items ---

  /**
   * Adds an own item and opens its editor; one that stays empty goes again.
   * @param {string} use
   * @param {string | undefined} after
   * @param {boolean} isTitled
   */
  addItem(use, after, isTitled) {
    const id = changes.freshName("i-");
    this.#put(use, { id, ...(after && { after }), ...(isTitled && { title: "" }), text: "" });
    this.#openItem(use, id, isTitled);
  }

  /**
   * @param {string} use
   * @param {string | undefined} after
   */
  addTable(use, after) {
    openTablePicker(this, (text) => {
      this.#put(use, { id: changes.freshName("i-"), ...(after && { after }), text });
    });
  }

  /**
   * @param {string} use
   * @param {import("../schema/types.js").OwnItem} item
   * @param {boolean} [typing]
   */
  #put(use, item, typing = false) {
    this.#change(`item ${item.id}`, changes.withItem(this.content, use, item), typing);
  }

  /**
   * @param {string} use
   * @param {string} id
   * @param {boolean} [isTitled]
   * @param {string} [sentence]
   */
  #openItem(use, id, isTitled = false, sentence) {
    const now = () => changes.itemsOf(this.content, use).find((item) => item.id === id) ?? { id };
    const { title, text = "" } = now();
    const dialog = openEditor(this, {
      heading: `${this.nameOf(use)}：${isTitled || title ? "自己加的事项" : "自己加的段落"}`,
      ...{ text, sentence },
      put: (words) => {
        this.#put(use, { ...now(), text: words }, true);
      },
      title: title ?? "",
      titleFirst: isTitled,
      titleLabel: "事项的标题（不写的，就是一段话）",
      rename: (words) => {
        const { title: old, ...item } = now();
        if (words !== old) this.#put(use, { ...item, ...(words && { title: words }) }, true);
      },
      actions: [["删除", () => { this.removeItem(use, id); }], ...this.#placeActions(use, id)],
    });
    dialog.addEventListener("close", () => {
      const item = now();
      if (!item.title && !item.text?.trim()) this.removeItem(use, id);
    });
  }

  /**
   * @param {string} use
   * @param {string} id
   */
  removeItem(use, id) {
    this.#change("remove item", changes.withoutItem(this.content, use, id));
  }

  // --- sections ---

  /** Opens the dialog that adds a section. */
  openSections() {
    openSectionPicker(this);
  }

  /**
   * Adds a section of the library after another one.
   * @param {string} use
   * @param {string} after
   */
  addSection(use, after) {
    this.#putOutline(outlines.withSectionAfter(this.outline, { use }, after));
  }

  /**
   * @param {string} name
   * @param {string} after
   */
  addOwnSection(name, after) {
    const own = changes.freshName("own-");
    const content = changes.withSection(this.content, own, { name, text: "" });
    this.#putOutline(outlines.withSectionAfter(this.outline, { own }, after), content);
    this.openSection(own);
  }

  /**
   * Opens the editor of an own section.
   * @param {string} own
   * @param {string} [sentence] that is meant
   */
  openSection(own, sentence) {
    const now = () => ownValue(this.content.own?.sections, own) ?? { name: "", text: "" };
    const put = (/** @type {Partial<{name: string, text: string}>} */ change) => {
      this.#change(`section ${own}`, changes.withSection(this.content, own, { ...now(), ...change }), true);
    };
    openEditor(this, {
      heading: "自己写的一节",
      ...{ marked: true, sentence },
      ...{ title: now().name, titleLabel: "这一节的标题", text: now().text },
      put: (text) => { put({ text }); },
      rename: (name) => { if (name) put({ name }); },
      actions: [["删除这一节", () => { this.removeSection(own); }]],
    });
  }

  /** @param {string} own */
  removeSection(own) {
    const content = changes.withSection(this.content, own, null);
    this.#putOutline(outlines.without(this.outline, own), content);
  }

  /** @param {string} name */
  leaveOut(name) {
    this.#putOutline(outlines.without(this.outline, name));
  }

  /** @param {string} name */
  restore(name) {
    const usual = this.composer.archetype.outline;
    const entry = this.isOwnSection(name) ? { own: name } : null;
    this.#putOutline(entry ? [...this.outline, entry] : outlines.restored(this.outline, plainOutline(usual), name));
  }

  /**
   * @param {string} name
   * @param {-1 | 1} by
   */
  moveSection(name, by) {
    this.#putOutline(outlines.moved(this.outline, name, by));
  }

  /**
   * Moves a section after another one, or to the start.
   * @param {string} name
   * @param {string} [after]
   */
  placeSection(name, after) {
    const { outline } = this;
    const next = outlines.movedAfter(outline, name, after);
    if (next !== outline) this.#putOutline(next);
  }

  /**
   * The blocks of a section of the library as it would be with the draft's facts.
   * @param {string} use
   */
  sample(use) {
    const { archetype, tools } = this.composer;
    const apart = new Composer(archetype, tools);
    const { blocks } = apart.document(this.page.store.state.facts, { content: { ...this.content, outline: [{ use }] } });
    return { blocks: blocks.filter(({ section }) => section === use), specs: apart.summary.specs };
  }

  // --- indicators ---

  /**
   * Opens the editor of an indicator; of a new one without a name.
   * @param {string} [name]
   */
  openIndicator(name) {
    openIndicatorEditor(this, { name }, (own) => {
      if (!name) this.page.goTo(own);
    });
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   * @param {string} asOf the day to which its figure was counted, where it is not the summary's
   */
  putFact(name, spec, asOf) {
    const content = changes.withFact(this.content, name, spec);
    this.#change("fact", changes.withAsOf(content, name, asOf));
  }

  /**
   * Takes an own indicator out, after saying where it is used.
   * @param {string} name
   */
  removeFact(name) {
    const uses = usesOf(this, name);
    const remove = () => {
      const content = changes.withFact(this.content, name, null);
      this.page.store.change("fact", { content, facts: omit(this.page.store.state.facts, name) });
    };
    if (uses.length === 0) {
      remove();
      return;
    }
    const text = `有${String(uses.length)}处用到它：${uses.join("、")}。删除后，这些地方要改。`;
    window.setTimeout(() => {
      openDialog("删除指标", [make("p", {}, text)], [["仍然删除", remove]]);
    });
  }
}
