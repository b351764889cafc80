import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";
import { Segments } from "../parts/segments";
import { usePart } from "../parts/use-part";
import type { ViewProps } from "../view";
import { CheckPart } from "./check-part";
import { PassportPart } from "./passport-part";
import { SendPart } from "./send-part";
import { TracesPart } from "./traces-part";
import "../views.css";

const parts = ["check", "passport", "traces", "send"] as const;
type Part = (typeof parts)[number];

const names: Readonly<Record<Part, Texts>> = {
  check: { en: "Check", zh: "检查" },
  passport: { en: "Passport", zh: "护照" },
  traces: { en: "Clean", zh: "清理" },
  send: { en: "Send", zh: "发送" },
};

const said = {
  parts: { en: "Before you share", zh: "共享之前" },
  noWorkbook: { en: "Open this pane in Excel to check a workbook.", zh: "请在 Excel 中打开本窗格以检查工作簿。" },
} satisfies Record<string, Texts>;

const panels = { check: CheckPart, passport: PassportPart, traces: TracesPart, send: SendPart } as const;

/** Check, then describe, then clean, then send. */
export default function ShareView(asked: ViewProps) {
  const { say, surroundings } = usePane();
  const [chosen, choose] = usePart(parts, asked);
  if (!surroundings.hasWorkbook) return <Notice intent="info">{say(said.noWorkbook)}</Notice>;
  const Panel = panels[chosen];
  return (
    <>
      <Segments
        label={say(said.parts)}
        items={parts.map((name) => ({ name, text: say(names[name]) }))}
        chosen={chosen}
        onChoose={choose}
      />
      <Panel />
    </>
  );
}
