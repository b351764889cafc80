import { Button } from "@fluentui/react-components";
import { writtenPlace, type CallReport, type Explanation } from "../../actions";
import type { Definition } from "../../functions";
import type { Texts } from "../../refusal";
import { useDeeds, useReading, type Followed } from "../deeds";
import { usePane } from "../pane-context";
import { Fact, Facts } from "../parts/facts";
import { Notice, ProblemNotice } from "../parts/notice";
import { Page } from "../parts/page";
import { Waiting } from "../parts/waiting";
import { faultAdvice, faultText, isFault, outcomeRows, shownCells, shownValue } from "../shown-values";
import { Cautions } from "./cautions";
import { checkOf, CheckLine } from "./check-line";

const said = {
  title: { en: "Explain", zh: "解释" },
  none: { en: "holds no function of this add-in.", zh: "不含本加载项的函数。" },
  select: {
    en: "Select a cell with such a formula: this page follows the selection.",
    zh: "请选择含此类公式的单元格，本页随选择更新。",
  },
  noSelection: { en: "Select a cell in the sheet.", zh: "请在工作表中选择一个单元格。" },
  reads: { en: "reads", zh: "读取" },
  leftOut: { en: "left out", zh: "未填写" },
  gives: { en: "Result", zh: "结果" },
  untold: {
    en: "Known to Excel only: an argument is itself calculated.",
    zh: "仅 Excel 可知：有参数本身需要计算。",
  },
  method: { en: "How it is calculated", zh: "计算方法" },
  source: { en: "Source", zh: "方法来源" },
  more: { en: "About this function", zh: "查看该函数" },
  inside: { en: "Inside it", zh: "其中包含" },
} satisfies Record<string, Texts>;

interface Props {
  readonly followed: Followed;
  readonly onOpen: (definition: Definition) => void;
  readonly onBack: () => void;
}

/** What the selected cell calculates: each function, each argument down to its cells, the result and why. */
export function ExplainPage({ followed, onOpen, onBack }: Props) {
  const { say } = usePane();
  const { explainCell } = useDeeds();
  const cell = followed.selection?.firstCell;
  const { busy, result, problem } = useReading(cell && (() => explainCell(cell)), [followed.selection]);
  const trouble = followed.problem ?? problem;
  return (
    <Page title={cell ? `${say(said.title)} ${cell.address}` : say(said.title)} onBack={onBack}>
      {trouble && <ProblemNotice problem={trouble} />}
      {!trouble && !cell && <p>{say(said.noSelection)}</p>}
      {busy && !result && <Waiting />}
      {result && <Explained explanation={result} onOpen={onOpen} />}
    </Page>
  );
}

function Explained({ explanation, onOpen }: { readonly explanation: Explanation; readonly onOpen: Props["onOpen"] }) {
  const { say } = usePane();
  const { place, formula, calls, shown } = explanation;
  if (calls.length === 0)
    return (
      <p>
        <strong>{writtenPlace(place)}</strong> {say(said.none)} {say(said.select)}
      </p>
    );
  return (
    <>
      <code className="pane-code">{formula}</code>
      <p className="pane-result">= {shown}</p>
      {calls.map((report, i) => (
        <ExplainedCall key={i} report={report} onOpen={onOpen} />
      ))}
    </>
  );
}

function ExplainedCall({ report, onOpen }: { readonly report: CallReport; readonly onOpen: Props["onOpen"] }) {
  const { say } = usePane();
  const { definition, args, nested } = report;
  return (
    <section className="pane-call" aria-label={definition.name}>
      <h3 className="pane-call-head">
        {say(definition.title)} <code>{definition.name}</code>
      </h3>
      <Facts>
        {args.map((argument) => (
          <Fact key={argument.name} name={argument.name}>
            <ExplainedArgument argument={argument} />
          </Fact>
        ))}
        <Fact name={say(said.gives)}>
          <ExplainedResult report={report} />
        </Fact>
        <Fact name={say(said.method)}>{say(definition.method)}</Fact>
        <Fact name={say(said.source)}>
          <span lang="en">{definition.source}</span>
        </Fact>
      </Facts>
      <Button size="small" data-opens={definition.name} onClick={() => onOpen(definition)}>
        {say(said.more)}
      </Button>
      {nested.length > 0 && <h4 className="pane-kicker">{say(said.inside)}</h4>}
      {nested.map((inner, i) => (
        <ExplainedCall key={i} report={inner} onOpen={onOpen} />
      ))}
    </section>
  );
}

function ExplainedArgument({ argument }: { readonly argument: CallReport["args"][number] }) {
  const { say, language } = usePane();
  const { text, place, parameter } = argument;
  const usual = parameter.default === undefined ? "" : ` (${shownCells(parameter.default, language)})`;
  return (
    <>
      {text === "" ? (
        <span className="pane-quiet">
          {say(said.leftOut)}
          {usual}
        </span>
      ) : (
        <code>{place ?? text}</code>
      )}
      <CheckLine check={checkOf(argument, language)} />
    </>
  );
}

function ExplainedResult({ report: { outcome, cautions } }: { readonly report: CallReport }) {
  const { say, language } = usePane();
  if (outcome === undefined) return <>{say(said.untold)}</>;
  const rows = outcomeRows(outcome);
  const fault = rows.flat().find(isFault);
  if (!fault)
    return (
      <>
        <strong>{rows.flat().length === 1 ? shownValue(rows[0]![0]) : shownCells(rows, language)}</strong>
        <Cautions cautions={cautions} />
      </>
    );
  return (
    <>
      <strong>{fault.code}</strong>
      <Notice intent="warning" title={faultText(fault, language)}>
        {faultAdvice(fault, language)}
      </Notice>
    </>
  );
}
