// Faults put into clean texts, each with the place where it is and the rule that has to find it there.

/**
 * A fault: what it does to a text, and which rules may find it; `pick` chooses among the places.
 * @typedef {{ rules: string[], make: (text: string, pick: number) => Made | undefined }} Fault
 * @typedef {{ text: string, start: number, end: number }} Made
 */

/**
 * Replaces one match of a pattern.
 * @param {RegExp} pattern
 * @param {string} put with $1 for a group
 * @param {[number, number]} [marked] where in what is put the fault stands, from and to; else all of it
 * @returns {Fault["make"]}
 */
function replaced(pattern, put, marked) {
  return (text, pick) => {
    const matches = [...text.matchAll(pattern)].filter(({ index }) => index > text.indexOf("\n"));
    const match = matches[pick % Math.max(1, matches.length)];
    if (!match) return undefined;
    const words = put.replace(/\$([0-9&])/g, (_, name) => match[name === "&" ? 0 : Number(name)] ?? "");
    const [from, to] = marked ?? [0, words.length];
    const start = match.index + (from < 0 ? words.length + from : from);
    const end = match.index + (to <= 0 ? words.length + to : to);
    return { text: text.slice(0, match.index) + words + text.slice(match.index + match[0].length), start, end };
  };
}

/**
 * Puts a sentence behind the end of a paragraph.
 * @param {string} sentence
 * @param {string} [fault] the words of it that are wrong
 * @returns {Fault["make"]}
 */
function added(sentence, fault = sentence) {
  return (text, pick) => {
    const ends = [...text.matchAll(/。(?=\n)/g)].map(({ index }) => index + 1);
    const at = ends[pick % Math.max(1, ends.length)];
    if (at === undefined) return undefined;
    const start = at + sentence.indexOf(fault);
    return { text: text.slice(0, at) + sentence + text.slice(at), start, end: start + fault.length };
  };
}

/**
 * Puts a paragraph of its own in front of another.
 * @param {string} paragraph
 * @returns {Fault["make"]}
 */
function inserted(paragraph) {
  return (text, pick) => {
    const starts = [...text.matchAll(/(?<=。\n+)(?=\S)/g)].map(({ index }) => index);
    const at = starts[pick % Math.max(1, starts.length)];
    if (at === undefined) return undefined;
    return { text: `${text.slice(0, at)}${paragraph}\n${text.slice(at)}`, start: at, end: at + paragraph.length };
  };
}

/** @type {Fault["make"]} */
function doubledParagraph(text, pick) {
  const paragraphs = [...text.matchAll(/^[\u3000 ]*[^\n]{60,}。$/gm)];
  const match = paragraphs[pick % Math.max(1, paragraphs.length)];
  if (!match) return undefined;
  const at = match.index + match[0].length + 1;
  return { text: `${text.slice(0, at)}${match[0]}\n${text.slice(at)}`, start: at, end: at + match[0].length };
}

/**
 * Takes out every paragraph and heading that tells of something; the fault is at the title.
 * @param {RegExp} words
 * @returns {Fault["make"]}
 */
function without(words) {
  return (text) => {
    const [title = "", ...lines] = text.split("\n");
    if (!/总结|小结/.test(title) || !lines.some((line) => words.test(line))) return undefined;
    const kept = lines.map((line) => (words.test(line) ? "" : line)).filter((line) => line !== "");
    if (kept.join("").length < 350) return undefined;
    return { text: [title, ...kept].join("\n"), start: 0, end: title.length };
  };
}

/** @type {Fault["make"]} */
function otherCounty(text, pick) {
  const isLocal = /[一-鿿]{2}(?:县|(?<!社|发)区)/.test(text.split("\n")[0] ?? ""); // 县爱卫办 does not say of which county
  return isLocal ? added("清源县卫生健康局召开推进会2次。", "清源县")(text, pick) : undefined;
}

/** @type {Fault["make"]} */
function ownWord(text, pick) {
  if (!/局|院(?!感染)|中心|小学|中学|镇|街道/.test(text.split("\n")[0] ?? "")) return undefined;
  const word = /小学|中学|学校|幼儿园/.test(text.slice(0, 40)) ? "我院" : "我校";
  return added(`${word}每周检查1次，共检查16次。`, word)(text, pick);
}

const PROBLEMS = /问题|困难|不足|短板|薄弱|差距|不到位|有待|制约|不够/;
const PLANS =
  /下一步|努力方向|下步|下半年|下季度|下学期|明年|今后|打算|计划|思路|措施|改进|将|下学年|力争|20[0-9]{2}年，一是|[二四]季度|下一年|新的一年|下阶段/;

/** @type {Record<string, Fault>} */
export const FAULTS = {
  "half comma": { rules: ["full-width"], make: replaced(/([一-鿿])，([一-鿿])/g, "$1,$2", [1, 2]) },
  "half semicolon": { rules: ["full-width"], make: replaced(/([一-鿿0-9%])；/g, "$1;", [1, 2]) },
  "half colon": { rules: ["full-width"], make: replaced(/([一-鿿])：(?=[一-鿿])/g, "$1:", [1, 2]) },
  "half stop": { rules: ["half-width-stop"], make: replaced(/([一-鿿])。(?=\n)/g, "$1.", [1, 2]) },
  "half brackets": { rules: ["half-width-brackets"], make: added("印发工作方案(含考核办法)。", "(含考核办法)") },
  "two stops": { rules: ["repeated-marks"], make: replaced(/。(?=\n)/g, "。。") },
  "two commas": { rules: ["repeated-marks"], make: replaced(/，/g, "，，") },
  "comma and stop": { rules: ["adjoining-marks"], make: replaced(/。(?=\n)/g, "，。") },
  "mark before 等": { rules: ["before-deng"], make: replaced(/([一-鿿]{2})、([一-鿿]{2,4})(?=[。；，])/g, "$1、$2、等", [-2, 0]) },
  "ellipsis and 等": { rules: ["ellipsis"], make: replaced(/([一-鿿]{2})、([一-鿿]{2,4})(?=[。；，])/g, "$1、$2……等", [-3, 0]) },
  "no closing quote": { rules: ["unpaired-marks"], make: replaced(/“([^”\n]{2,12})”/g, "“$1", [0, 1]) },
  "no opening quote": { rules: ["unpaired-marks"], make: replaced(/“([^”\n]{2,12})”/g, "$1”", [-1, 0]) },
  "no closing title": { rules: ["unpaired-marks"], make: replaced(/《([^》\n]{2,30})》/g, "《$1", [0, 1]) },
  "no closing bracket": { rules: ["unpaired-marks"], make: replaced(/（([^）\n]{3,20})）/g, "（$1", [0, 1]) },
  "space in Chinese": { rules: ["inner-space"], make: replaced(/(?<=\n[^\n]{30,80}[一-鿿]{2})(?=[一-鿿]{3}[^\n]{0,40}。)/g, " ") },
  "space before a mark": { rules: ["inner-space"], make: replaced(/(?<=[一-鿿]{3})，(?=[^\n]{10,90}。)/g, " ，", [0, 1]) },
  "no stop": { rules: ["paragraph-end"], make: replaced(/(?<=\n[^\n]{50,300}[一-鿿])。(?=\n\n?(?:[（一二三四五六七八九]|$))/g, "", [-1, 0]) },
  "ends with a comma": { rules: ["paragraph-end"], make: replaced(/(?<=\n[^\n]{50,300}[一-鿿])。(?=\n\n?(?:[（一二三四五六七八九]|$))/g, "，") },
  "stop behind a heading": { rules: ["heading-punctuation"], make: replaced(/(?<=\n)([一二三四五]、[^。，；：\n]{2,16})(?=\n)/g, "$1。", [-1, 0]) },
  "number doubled": { rules: ["number-sequence"], make: replaced(/(?<=\n[\u3000 ]*)三、/g, "二、", [0, 1]) },
  "number skipped": { rules: ["number-sequence"], make: replaced(/(?<=\n[\u3000 ]*)二、/g, "三、", [0, 1]) },
  "item doubled": { rules: ["number-sequence"], make: replaced(/(?<=\n[\u3000 ]*)（三）/g, "（二）") },
  "item skipped": { rules: ["number-sequence"], make: replaced(/(?<=\n[\u3000 ]*)2(?=[.、](?![0-9]))/g, "3") },
  "spoken number skipped": { rules: ["number-sequence"], make: replaced(/二是/g, "三是") },
  "spoken number doubled": { rules: ["number-sequence"], make: replaced(/三是/g, "二是") },
  "other number mark": { rules: ["numbering"], make: replaced(/(?<=\n[\u3000 ]*)2\. ?/g, "2、") },
  "other brackets": { rules: ["numbering"], make: replaced(/(?<=\n[\u3000 ]*)（二）/g, "(二)") },
  "mark behind brackets": { rules: ["number-marks"], make: replaced(/(?<=\n[\u3000 ]*)（二）/g, "（二）、") },
  "crosses for a number": { rules: ["placeholder-letters"], make: replaced(/(?<![0-9.])[0-9]{2,4}(?=[人家户份次])/g, "××") },
  "crosses for a place": { rules: ["placeholder-letters"], make: added("XX县组织检查2次。", "XX") },
  "crosses in a year": { rules: ["placeholder-letters"], make: replaced(/20[0-9]{2}(?=年)/g, "20xx") },
  "line for a number": { rules: ["blank-lines"], make: replaced(/(?<![0-9.])[0-9]{2,4}(?=[人家户份次])/g, "＿＿＿") },
  "gap for a number": { rules: ["blank-lines"], make: replaced(/(?<=[一-鿿])[0-9]{2,4}(?=[人家户份次])/g, "    ") },
  "brackets to fill": { rules: ["square-brackets", "to-be-filled"], make: replaced(/(?<![0-9.])[0-9]{2,4}(?=[人家户份次])/g, "【待补充】") },
  "to be filled": { rules: ["to-be-filled"], make: added("（此处补充科室数据）") },
  "todo": { rules: ["to-be-filled"], make: added("TODO") },
  "words of a tool": { rules: ["chat-words"], make: added("希望这份总结对您有所帮助！") },
  "words of the web": { rules: ["copied-from-web"], make: added("更多工作总结请关注本站。") },
  "code of the web": { rules: ["broken-characters"], make: replaced(/(?<=[一-鿿])，(?=[一-鿿])/g, "，&nbsp;", [1, 0]) },
  "other county": { rules: ["other-units"], make: otherCounty },
  "other signature": { rules: ["other-units"], make: replaced(/(?<=\n)[一-鿿]{2}[县区市](?=[一-鿿]{3,20}\n20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)/g, "清源县") },
  "own word": { rules: ["own-words"], make: ownWord },
  "renamed body": { rules: ["renamed-terms"], make: added("会同卫计局检查2次。", "卫计局") },
  "renamed illness": { rules: ["renamed-terms"], make: added("报告新冠肺炎12例。", "新冠肺炎") },
  "updated term": { rules: ["updated-terms"], make: added("新农合补偿到位2次。", "新农合") },
  "unusual term": { rules: ["usual-terms"], make: added("走访残废人12户。", "残废人") },
  "wrong character": { rules: ["wrong-characters"], make: added("会议布署了3项任务。", "布署") },
  "doubled word": { rules: ["doubled-words"], make: added("及时进行进行整改12处。", "进行进行") },
  "identity number": { rules: ["personal-data"], make: added("身份证号11010519491231002X已登记1次。", "11010519491231002X") },
  "telephone": { rules: ["personal-data"], make: added("举报电话13800138000，受理2件。", "13800138000") },
  "name of a patient": { rules: ["personal-data"], make: added("患者王某，男，55岁，转诊1次。", "患者王某") },
  "name and illness": { rules: ["personal-data"], make: added("村民李大勇因精神分裂症住院2次。", "李大勇") },
  "two counts in one": { rules: ["approximate"], make: added("走访群众3、40户。", "3、40") },
  "ten and some": { rules: ["approximate"], make: added("前后用了10几天。", "10几天") },
  "two-digit year": { rules: ["full-year"], make: added("方案于25年3月印发。", "25年3月") },
  "mixed date": { rules: ["same-form"], make: added("方案于二〇二五年3月印发。", "二〇二五年3月") },
  "point without zero": { rules: ["leading-zero"], make: added("报告患病率为.42%。", ".42%") },
  "range of shares": { rules: ["range-percent"], make: added("合格率在85～98%之间。", "85～98%") },
  "range with a hyphen": { rules: ["value-range"], make: added("每次活动3-5天。", "3-5天") },
  "two approximations": { rules: ["redundant-approximate"], make: added("受益群众近200人左右。", "近200人左右") },
  "fewer by times": { rules: ["decrease-times"], make: added("投诉由60件降到20件，减少了2倍。", "减少了2倍") },
  "mixed 万": { rules: ["mixed-wan"], make: added("发放资料1万2千份。", "1万2千份") },
  "comma in a number": { rules: ["full-width-comma"], make: added("支出1，518.20万元。", "1，518.20") },
  "unit sign": { rules: ["unit-symbols"], make: added("消毒场所360㎡。", "㎡") },
  "unit in capitals": { rules: ["unit-symbols"], make: added("清淤3.2KM。", "KM") },
  "tenths": { rules: ["tenths"], make: added("近2成商户没有防鼠设施。", "2成") },
  "thousands": { rules: ["large-number"], make: added("3千余人参加。", "千余") },
  "day as 号": { rules: ["exact-dates"], make: added("4月25号启动活动。", "25号") },
  "mark between titles": { rules: ["book-title-gap"], make: added("印发《卫生标准》、《值日制度》共2份。", "》、《") },
  "years with a hyphen": { rules: ["year-range"], make: added("制定2024-2026年规划。", "2024-2026年") },
  "straight quotes": { rules: ["straight-quotes"], make: added("开展\"清洁日\"活动2次。", "\"清洁日\"") },
  "until": { rules: ["until"], make: added("截止12月底，改造厕所100户。", "截止") },
  "stars": { rules: ["markdown-marks"], make: added("**重点人群**签约120人。", "**重点人群**") },
  "praise": { rules: ["praise-without-number"], make: inserted("通过大家的努力，各项工作取得了显著成效，得到了群众的一致好评。") },
  "stock phrase": { rules: ["stock-phrases"], make: inserted("我们高度重视，精心组织，狠抓落实。") },
  "doubled paragraph": { rules: ["doubled-sentence"], make: doubledParagraph },
  "no problems": { rules: ["no-problems"], make: without(PROBLEMS) },
  "no plans": { rules: ["no-plans"], make: without(PLANS) },
  "plan without target": {
    rules: ["plan-without-target"],
    make: (text) => {
      const found = /(?<=\n)([^\n]{0,6}[二三四五六]、[^\n。]{0,8}(?:打算|计划|安排|下一步工作|思路))\n[^]*?(?=\n[^\n]{2,20}\n(?:20|二〇)|$)/.exec(text);
      if (!found) return undefined;
      const heading = found[1] ?? "";
      const words = `${heading}\n我们将进一步加强领导，进一步完善机制，进一步加大宣传力度，推动各项工作迈上新台阶，让群众更加满意。`;
      const start = found.index;
      return { text: text.slice(0, start) + words + text.slice(start + found[0].length), start, end: start + heading.length };
    },
  },
};
