import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ArgumentReport, Fault } from "../../actions";
import { scaled } from "../../formulas/write-call";
import { counted, type Language, type Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { faultAdvice, faultText, shownCells } from "../shown-values";

const icons = {
  ok: CheckmarkCircleFilled,
  warning: WarningFilled,
  error: ErrorCircleFilled,
  info: InfoRegular,
} as const;

export interface Check {
  readonly level: keyof typeof icons;
  readonly text: string;
}

/** What can be said of an argument before it is used; nothing of one left out. */
export function checkOf(report: ArgumentReport, language: Language): Check | undefined {
  const { fault, faultAt, untold, text, unit } = report;
  if (untold) return { level: fault ? "error" : "info", text: untold[language] };
  if (text === "" && !fault) return undefined;
  const remark = unit ? [unit.text[language]] : [];
  if (fault) return { level: "error", text: [faultWithAdvice(fault, faultAt, language), ...remark].join(" ") };
  const remarks = report.empty === 0 ? remark : [...remark, emptyCells(report)[language]];
  const shown = [...remarks, shownCells(report.value, language)].join(" ");
  return { level: remarks.length === 0 ? "ok" : "warning", text: shown };
}

/** The argument brought to the unit that is meant, as it would be written. */
export const mended = ({ text, unit }: ArgumentReport): string | undefined =>
  unit?.factor === undefined || text === "" ? undefined : scaled(text, unit.factor);

function faultWithAdvice(fault: Fault, at: string | undefined, language: Language): string {
  const where = at === undefined ? "" : ` (${at})`;
  const stop = language === "en" ? ". " : "。";
  return `${faultText(fault, language)}${where}${stop}${faultAdvice(fault, language)}`;
}

function emptyCells({ empty, cells, parameter }: ArgumentReport): Texts {
  const [en, zh] = parameter.missing
    ? ["missing", "缺失"]
    : parameter.type === "number"
      ? ["0", "0"]
      : ["an empty text", "空文本"];
  return {
    en: `${empty} of ${counted(cells, "cell")} ${empty === 1 ? "is empty and counts" : "are empty and count"} as ${en}.`,
    zh: `${cells} 个单元格中有 ${empty} 个为空，按${zh}计。`,
  };
}

export function CheckLine({ id, check }: { readonly id?: string; readonly check: Check | undefined }) {
  const { say } = usePane();
  if (!check) return null;
  const Icon = icons[check.level];
  return (
    <p id={id} className={`pane-check pane-check-${check.level}`}>
      <Icon aria-label={say(levels[check.level])} />
      <span>{check.text}</span>
    </p>
  );
}

const levels: Readonly<Record<Check["level"], Texts>> = {
  ok: { en: "Fine:", zh: "正常：" },
  warning: { en: "Note:", zh: "注意：" },
  error: { en: "Not possible:", zh: "无法使用：" },
  info: { en: "For information:", zh: "提示：" },
};
