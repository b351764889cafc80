import { Button } from "@fluentui/react-components";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { TableSimpleRegular } from "@fluentui/react-icons/svg/table-simple";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Texts } from "../refusal";
import { usePane } from "./pane-context";
import { Choice } from "./parts/choice";
import { Contained } from "./parts/failure";

const said = {
  promise: {
    en: "Model industrial policy in the workbook, with functions and figures that name their sources.",
    zh: "在工作簿中构建产业政策模型，函数与数据均注明出处。",
  },
  functions: { en: "Find a function", zh: "查找函数" },
  functionsHint: {
    en: "Capacity, concentration, OEM risk, structure",
    zh: "产能、集中度、整车企业风险、产业结构",
  },
  data: { en: "Insert reference data", zh: "插入参考数据" },
  dataHint: { en: "Tables with units, period and source", zh: "附单位、时期与来源的数据表" },
  offline: { en: "Works offline", zh: "离线可用" },
  account: { en: "No account", zh: "无需账号" },
  privacy: { en: "Nothing leaves this workbook", zh: "数据不离开本工作簿" },
  skip: { en: "Skip", zh: "跳过" },
} satisfies Record<string, Texts>;

const loadSample = () => lazy(() => import("./sample-choice"));

/** The page comes a moment after the pane: whoever works in the grid by then keeps the keyboard. */
function isFree(heading: HTMLElement): boolean {
  const { activeElement, body } = heading.ownerDocument;
  return activeElement === null || activeElement === body || heading.closest(".pane")?.contains(activeElement) === true;
}

const promises = [said.offline, said.account, said.privacy];

export default function Welcome({ onLeave }: { readonly onLeave: (view: "functions" | "data") => void }) {
  const { say, surroundings } = usePane();
  const [Sample, setSample] = useState(loadSample);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFree(heading.current!)) heading.current!.focus();
  }, []);
  return (
    <div className="pane-main pane-scroll pane-welcome">
      <h2 ref={heading} tabIndex={-1} className="pane-promise">
        {say(said.promise)}
      </h2>
      {surroundings.hasWorkbook && (
        <Contained onRetry={() => setSample(loadSample)}>
          <Suspense>
            <Sample onDone={() => onLeave("functions")} />
          </Suspense>
        </Contained>
      )}
      <Choice
        icon={<MathFormulaRegular />}
        text={said.functions}
        hint={said.functionsHint}
        onClick={() => onLeave("functions")}
      />
      <Choice icon={<TableSimpleRegular />} text={said.data} hint={said.dataHint} onClick={() => onLeave("data")} />
      <ul className="pane-checks">
        {promises.map((promise) => (
          <li key={promise.en}>
            <span aria-hidden="true">✓</span> {say(promise)}
          </li>
        ))}
      </ul>
      <Button appearance="subtle" onClick={() => onLeave("functions")}>
        {say(said.skip)}
      </Button>
    </div>
  );
}
