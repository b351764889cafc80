import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";
import { CasesSection } from "./cases-section";
import { GoalSection } from "./goal-section";
import { StressSection } from "./stress-section";
import { TornadoSection } from "./tornado-section";
import { TwoWaySection } from "./two-way-section";
import "./what-if.css";

const noWorkbook: Texts = { en: "Open this pane in Excel to compare scenarios.", zh: "请在 Excel 中打开本窗格以比较情景。" };

/** What if: named cases, one input after the other, the stresses of policy, and what it takes to reach a goal. */
export default function ScenariosPart() {
  const { say, surroundings } = usePane();
  if (!surroundings.hasWorkbook) return <Notice intent="info">{say(noWorkbook)}</Notice>;
  return (
    <div className="pane-scroll">
      <CasesSection />
      <TornadoSection />
      <StressSection />
      <GoalSection />
      <TwoWaySection />
    </div>
  );
}
