import type { Texts } from "../refusal";
import { usePane } from "./pane-context";
import { Fact, Facts } from "./parts/facts";
import { Page } from "./parts/page";
import type { FramePage } from "./view";
import "./views.css";

const said = {
  help: { en: "Help and shortcuts", zh: "帮助与快捷键" },
  about: { en: "About", zh: "关于" },
  type: { en: "Type", zh: "输入函数" },
  typeText: {
    en: "In any cell: = and the name. Excel lists every function with its sentence and its arguments as you type.",
    zh: "在任意单元格输入等号和函数名，Excel 会随输入列出函数、说明与参数。",
  },
  find: { en: "Find", zh: "查找" },
  findText: {
    en: "Search in English, in Chinese, or by pinyin: capacity, 产能, cnlyl.",
    zh: "可用中文、拼音首字母或英文搜索：产能、cnlyl、capacity。",
  },
  wrong: { en: "When a cell shows an error", zh: "单元格显示错误时" },
  wrongText: {
    en: "Select it and choose Explain: the pane says which argument is at fault, why, and what to do.",
    zh: "选中该单元格并点“解释”：窗格会说明是哪个参数、为什么、如何处理。",
  },
  send: { en: "Sending the workbook", zh: "发送工作簿" },
  sendText: {
    en: "Who does not have this add-in sees the last values, until Excel recalculates them.",
    zh: "没有本加载项的收件人看到的是最后一次计算的值，直到 Excel 重新计算为止。",
  },
  keys: { en: "Keys", zh: "快捷键" },
  searchKey: { en: "search", zh: "搜索" },
  backKey: { en: "back", zh: "返回" },
  tabKey: { en: "between tabs", zh: "切换选项卡" },
  product: { en: "Industry Policy Workbench", zh: "产业政策工作台" },
  version: { en: "Version", zh: "版本" },
  licence: { en: "Licence", zh: "许可" },
  privacy: { en: "Privacy", zh: "隐私" },
  privacyText: {
    en: "No account, no network, no telemetry. Functions and data are part of the add-in; nothing leaves the workbook.",
    zh: "无账号、不联网、无遥测。函数与数据随加载项提供，任何内容都不会离开工作簿。",
  },
  methods: { en: "Methods and data", zh: "方法与数据" },
  methodsText: {
    en: "Each function names the source of its method, each row of data its source and how sure it is.",
    zh: "每个函数注明方法来源，每行数据注明来源与可靠程度。",
  },
} satisfies Record<string, Texts>;

interface Props {
  readonly page: Exclude<FramePage, "tour">;
  readonly onBack: () => void;
}

export default function Help({ page, onBack }: Props) {
  const { say } = usePane();
  return (
    <Page title={say(said[page])} onBack={onBack}>
      {page === "help" ? <Guide /> : <About />}
    </Page>
  );
}

function Guide() {
  const { say, surroundings } = usePane();
  return (
    <Facts>
      <Fact name={say(said.type)}>
        {say(said.typeText)} <code>={surroundings.namespace}.</code>
      </Fact>
      <Fact name={say(said.find)}>{say(said.findText)}</Fact>
      <Fact name={say(said.wrong)}>{say(said.wrongText)}</Fact>
      <Fact name={say(said.send)}>{say(said.sendText)}</Fact>
      <Fact name={say(said.keys)}>
        <div>
          <kbd>Ctrl</kbd> + <kbd>/</kbd> {say(said.searchKey)}
        </div>
        <div>
          <kbd>Esc</kbd> {say(said.backKey)}
        </div>
        <div>
          <kbd>←</kbd> <kbd>→</kbd> {say(said.tabKey)}
        </div>
      </Fact>
    </Facts>
  );
}

function About() {
  const { say, surroundings } = usePane();
  return (
    <>
      <p className="pane-strong">{say(said.product)}</p>
      <Facts>
        <Fact name={say(said.version)}>{surroundings.version}</Fact>
        <Fact name={say(said.licence)}>MIT</Fact>
        <Fact name={say(said.privacy)}>{say(said.privacyText)}</Fact>
        <Fact name={say(said.methods)}>{say(said.methodsText)}</Fact>
      </Facts>
    </>
  );
}
