import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useId, useState } from "react";
import { writtenPlace } from "../../actions";
import type { Definition, Outcome } from "../../functions";
import type { Texts } from "../../refusal";
import type { Followed } from "../deeds";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { OccupiedNotice } from "../parts/occupied-notice";
import { faultAdvice, faultText, isFault, outcomeRows, shownValue } from "../shown-values";
import { Cautions } from "./cautions";
import { useFollowing, type Draft } from "./use-draft";
import type { Form, Insertion } from "./use-insertion";

const said = {
  result: { en: "Result now", zh: "当前结果" },
  untold: {
    en: "Excel will calculate it: an argument is itself calculated.",
    zh: "由 Excel 计算：有参数本身需要计算。",
  },
  fills: { en: "Fills", zh: "将占用" },
  cells: { en: "cells", zh: "个单元格" },
  formula: { en: "Formula", zh: "公式" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied the formula.", zh: "已复制公式。" },
  notCopied: {
    en: "The formula could not be copied. Select its text and press Ctrl+C.",
    zh: "无法复制公式。请选中文字后按 Ctrl+C。",
  },
  source: { en: "Source of the method", zh: "方法来源" },
  insertAs: { en: "Insert as", zh: "插入为" },
  asFormula: { en: "Formula", zh: "公式" },
  asLabelled: { en: "Formula with labels and source", zh: "公式，附标签与来源" },
  goesTo: { en: "Goes to", zh: "位置" },
  elsewhere: { en: "Change…", zh: "更改…" },
  picking: { en: "Select the cell in the sheet.", zh: "请在工作表中选择单元格。" },
  noWorkbook: {
    en: "Open this pane in Excel to insert; here you can copy the formula.",
    zh: "请在 Excel 中打开本窗格以插入；此处可复制公式。",
  },
} satisfies Record<string, Texts>;

interface Props {
  readonly definition: Definition;
  readonly draft: Draft;
  readonly insertion: Insertion;
  readonly followed: Followed;
}

export function InsertPreview({ definition, draft, insertion, followed }: Props) {
  const { say, surroundings } = usePane();
  const [picksSince, setPicksSince] = useState(
    draft.target || !surroundings.hasWorkbook ? undefined : performance.now(),
  );
  const picking = picksSince !== undefined;
  const pick = (): void => setPicksSince(performance.now());
  useFollowing(followed, picksSince, ({ firstCell }) => {
    draft.moveTo(firstCell);
    insertion.clear();
    setPicksSince(undefined);
  });
  const { outcome, cautions = [] } = draft.report.result ?? {};
  return (
    <>
      {surroundings.hasWorkbook && <Result outcome={outcome} />}
      <Cautions cautions={cautions} />
      <FormulaText formula={draft.formula} />
      {insertion.canLabel && <FormChoice insertion={insertion} />}
      {draft.target && (
        <div className="pane-line">
          <span>
            {say(said.goesTo)} <strong>{writtenPlace(draft.target)}</strong>
          </span>
          <Button size="small" onClick={pick}>
            {say(said.elsewhere)}
          </Button>
        </div>
      )}
      {picking && <Notice intent="info">{say(said.picking)}</Notice>}
      {!surroundings.hasWorkbook && <Notice intent="info">{say(said.noWorkbook)}</Notice>}
      {insertion.occupied && !picking && (
        <OccupiedNotice occupied={insertion.occupied} onPick={pick} />
      )}
      {insertion.problem && <ProblemNotice problem={insertion.problem} />}
      <h4 className="pane-kicker">{say(said.source)}</h4>
      <p lang="en">{definition.source}</p>
    </>
  );
}

function Result({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { say, language } = usePane();
  const rows = outcome === undefined ? [] : outcomeRows(outcome);
  const fault = rows.flat().find(isFault);
  const size = `${rows.length} × ${rows[0]?.length ?? 0}`;
  return (
    <div aria-live="polite">
      <h4 className="pane-kicker">{say(said.result)}</h4>
      {outcome === undefined && <p>{say(said.untold)}</p>}
      {rows.length > 0 && (
        <p className="pane-result">
          {shownValue(rows[0]![0])}
          {rows.flat().length > 1 && " …"}
        </p>
      )}
      {rows.flat().length > 1 && (
        <p className="pane-quiet">
          {say(said.fills)} {size} {say(said.cells)}
        </p>
      )}
      {fault && (
        <Notice intent="warning" title={faultText(fault, language)}>
          {faultAdvice(fault, language)}
        </Notice>
      )}
    </div>
  );
}

function FormulaText({ formula }: { readonly formula: string }) {
  const { say, surroundings, announce } = usePane();
  const copy = (): void => {
    surroundings.copyText(formula).then(
      () => announce(said.copied),
      () => announce(said.notCopied),
    );
  };
  return (
    <>
      <div className="pane-line">
        <h4 className="pane-kicker">{say(said.formula)}</h4>
        <Button size="small" onClick={copy}>
          {say(said.copy)}
        </Button>
      </div>
      <code className="pane-code">{formula}</code>
    </>
  );
}

function FormChoice({ insertion }: { readonly insertion: Insertion }) {
  const { say } = usePane();
  const id = useId();
  return (
    <>
      <h4 className="pane-kicker" id={id}>
        {say(said.insertAs)}
      </h4>
      <RadioGroup
        aria-labelledby={id}
        value={insertion.form}
        onChange={(_, { value }) => insertion.chooseForm(value as Form)}
      >
        <Radio value="formula" label={say(said.asFormula)} />
        <Radio value="labelled" label={say(said.asLabelled)} />
      </RadioGroup>
    </>
  );
}
