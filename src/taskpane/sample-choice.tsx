import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import { useState } from "react";
import { problemOf, writtenPlace, type Problem } from "../actions";
import type { Texts } from "../refusal";
import { useDeeds } from "./deeds";
import { usePane } from "./pane-context";
import { Choice } from "./parts/choice";
import { ProblemNotice } from "./parts/notice";
import { sample } from "./sample";

const said = {
  try: { en: "Try it: insert a sample", zh: "试一试：插入示例" },
  hint: { en: "12 rows on a new sheet, with live formulas", zh: "新工作表中的 12 行，附可修改的公式" },
} satisfies Record<string, Texts>;

/** One step from nothing to formulas that work. */
export default function SampleChoice({ onDone }: { readonly onDone: () => void }) {
  const { surroundings, language, announce } = usePane();
  const { insertCells } = useDeeds();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const insert = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { sheet, ...wanted } = sample(surroundings.namespace, language);
      const result = await insertCells(wanted, { newSheet: sheet }, surroundings.supports);
      const place = writtenPlace(result.place);
      announce({ en: `Inserted the sample at ${place}.`, zh: `已在 ${place} 插入示例。` });
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <>
      <Choice icon={<BeakerRegular />} text={said.try} hint={said.hint} disabled={busy} onClick={() => void insert()} />
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
