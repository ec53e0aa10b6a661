// Says whether the open draft is saved, and what the reader can do when it is not.

import { timeText } from "../page/time_text.js";

/** @typedef {(text: string, wrong: boolean, remedy?: [string, () => void]) => void} ShowStatus */

/** @type {Record<string, string>} by the name of the browser's error */
const REASONS = {
  QuotaExceededError: "磁盘空间不足",
  TimeoutError: "浏览器的存储没有回应",
  VersionError: "草稿由更新的版本保存，请刷新页面",
};

/** The status of saving, followed by a note where there is one. */
export class SaveStatus {
  failing = true;
  note = "";

  /** @param {ShowStatus} show */
  constructor(show) {
    this.show = show;
  }

  /** @param {string} at when the draft was saved; empty for a draft that is new */
  saved(at) {
    this.failing = false;
    const text = at ? `已保存在本机 ${timeText(at)}` : "还没有填写";
    this.show([text, this.note].filter(Boolean).join("。"), false);
  }

  /** @param {unknown} error */
  failed(error) {
    this.failing = true;
    const name = error instanceof Error ? error.name : "";
    const why = REASONS[name] ?? "浏览器不让网页存东西";
    this.show(`没有保存：${why}。请导出文件存下，关闭页面前不会丢失`, true);
  }

  /** @param {() => void} saveAgain */
  cleared(saveAgain) {
    this.failing = true;
    const text = "没有保存：本机数据已在另一个窗口清除。还要这里的内容，请导出文件或存回本机";
    this.show(text, true, ["存回本机", saveAgain]);
  }
}
