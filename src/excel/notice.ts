import type { Language, Texts } from "../refusal";

interface Notice {
  readonly title: Texts;
  readonly text: Texts;
  /** Whether the workbook page is of use to whoever reads this. */
  readonly offersWorkbook: boolean;
}

/** What the page says when there is no Excel to hold the pane. */
export const notices = {
  outside: {
    title: { en: "Industry Policy Workbench is an add-in for Excel", zh: "产业政策工作台是 Excel 加载项" },
    text: {
      en: "This page is its side pane and needs a workbook. In Excel choose Home > Add-ins > More Add-ins > Upload My "
        + "Add-in and pick manifest.xml, or ask your administrator to deploy it. Then open the Industry Policy tab.",
      zh: "本页是加载项的侧窗格，需要在工作簿中使用。请在 Excel 中选择“开始 > 加载项 > 更多加载项 > 上传我的加载项”，"
        + "选取 manifest.xml，或请管理员统一部署；然后打开“产业政策”选项卡。",
    },
    offersWorkbook: true,
  },
  unreachable: {
    title: { en: "Microsoft's Office library could not be loaded", zh: "无法加载微软 Office 库" },
    text: {
      en: "The pane talks to Excel through it. The network may be down, or a firewall may stop {host}. Check the "
        + "connection or ask your administrator to allow that address, then close the pane and open it again.",
      zh: "窗格通过该库与 Excel 通信。可能是网络中断，或防火墙拦截了 {host}。请检查网络，或请管理员放行该地址，然后关闭并重新打开窗格。",
    },
    offersWorkbook: true,
  },
  silent: {
    title: { en: "Excel has not answered yet", zh: "Excel 尚未响应" },
    text: {
      en: "The pane opens as soon as it does. If nothing happens, finish editing the cell, or close the pane and "
        + "open it again.",
      zh: "一旦响应，窗格将自动打开。若长时间无反应，请先结束单元格编辑，或关闭并重新打开窗格。",
    },
    offersWorkbook: false,
  },
} satisfies Record<string, Notice>;

const tryHere: Texts = { en: "Try it here, without Excel", zh: "不用 Excel，直接在此试用" };

export function showNotice(place: Element, kind: keyof typeof notices, language: Language, host = ""): void {
  const { title, text, offersWorkbook } = notices[kind];
  const parts = [tagged("h1", title[language]), tagged("p", text[language].replace("{host}", host))];
  if (offersWorkbook) parts.push(linked("workbook.html", tryHere[language]));
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  place.replaceChildren(...parts);
}

function tagged(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function linked(address: string, text: string): HTMLElement {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  const line = document.createElement("p");
  line.append(link);
  return line;
}
