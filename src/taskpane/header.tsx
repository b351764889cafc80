import { Button } from "@fluentui/react-components";
import type { Texts } from "../refusal";
import { usePane } from "./pane-context";
import { Menu } from "./parts/menu";
import type { FramePage } from "./view";

const said = {
  name: { en: "Industry Policy", zh: "产业政策" },
  otherLanguage: { en: "中", zh: "EN" },
  changeLanguage: { en: "切换为中文", zh: "Switch to English" },
  more: { en: "More", zh: "更多" },
} satisfies Record<string, Texts>;

const pages: Readonly<Record<FramePage, Texts>> = {
  help: { en: "Help and shortcuts", zh: "帮助与快捷键" },
  tour: { en: "Show the welcome page", zh: "显示欢迎页" },
  about: { en: "About", zh: "关于" },
};

export function Header({ onOpen }: { readonly onOpen: (page: FramePage) => void }) {
  const { say, language, surroundings } = usePane();
  const other = language === "en" ? "zh" : "en";
  const entries = (Object.keys(pages) as FramePage[]).map((name) => ({ name, text: say(pages[name]) }));
  return (
    <div className="pane-header">
      <Mark />
      <h1 className="pane-name">{say(said.name)}</h1>
      <Button
        size="small"
        appearance="outline"
        className="pane-language"
        lang={other === "zh" ? "zh-CN" : "en"}
        aria-label={say(said.changeLanguage)}
        onClick={() => surroundings.chooseLanguage(other)}
      >
        {say(said.otherLanguage)}
      </Button>
      <Menu label={say(said.more)} entries={entries} onChoose={onOpen} />
    </div>
  );
}

/** The product's icon in the colours of the theme. */
function Mark() {
  return (
    <svg className="pane-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M2 18V13l4-2v7zM8 18V9l4-2v11z" fill="currentColor" />
      <path className="pane-mark-last" d="M14 18V5l4-2v15z" />
    </svg>
  );
}
