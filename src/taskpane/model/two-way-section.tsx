import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { TwoWayAnswer } from "../../actions/what-if";
import type { NamedCell } from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { CellsList } from "./cells-list";
import { NumberGrid } from "./number-grid";
import { shortNumber } from "./short-number";
import { WithoutAnswer } from "./slow-way";
import { typedNumbers } from "./typed-numbers";
import { useQuestion, type Ask } from "./use-question";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  title: { en: "Two-way table", zh: "双变量表" },
  down: { en: "Input down the rows", zh: "行输入" },
  across: { en: "Input across the columns", zh: "列输入" },
  output: { en: "Output in the table", zh: "表中的输出" },
  values: { en: "Values, separated by spaces", zh: "取值（空格分隔）" },
  run: { en: "Calculate", zh: "计算" },
  write: { en: "Write results sheet", zh: "写入结果表" },
} satisfies Record<string, Texts>;

interface Answer extends TwoWayAnswer {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Up to a fifth less and more. */
const around = ({ value = NaN }: Partial<NamedCell> = {}): string =>
  [0.8, 0.9, 1, 1.1, 1.2].map((factor) => Number((value * factor).toPrecision(6))).filter(Number.isFinite).join(" ");

/** One output over every pair of values of two inputs. */
export function TwoWaySection() {
  const { say, surroundings, announce } = usePane();
  const { runTwoWay, writeResults } = useWhatIfDeeds();
  const asked = useQuestion<Answer>();
  const { busy, answer, run } = asked;
  const [[down], setDown] = useState<readonly NamedCell[]>([]);
  const [[across], setAcross] = useState<readonly NamedCell[]>([]);
  const [[output], setOutput] = useState<readonly NamedCell[]>([]);
  const [typed, setTyped] = useState({ down: "", across: "" });
  const [rows, columns] = [typedNumbers(typed.down), typedNumbers(typed.across)];
  const areNumbers = [rows, columns].every((list) => list.length > 0 && list.every(Number.isFinite));
  const isReady = down && across && output && areNumbers;
  const calculate: Ask<Answer> = async (through) => {
    const result = await runTwoWay([down!.place, across!.place], output!.place, [rows, columns], through);
    return result.kind === "table" ? { ...result, rows, columns } : result;
  };
  const names = { title: `${output?.name}: ${down?.name} × ${across?.name}`, corner: `${down?.name} \\ ${across?.name}` };
  const write = (found: Answer): void =>
    run(() => writeResults(sheetOf(found, names), surroundings.supports), ({ sheet }) =>
      announce({ en: `Wrote the table on ${sheet}.`, zh: `已将表格写入 ${sheet}。` }));
  return (
    <details className="pane-section">
      <summary>{say(said.title)}</summary>
      <CellsList label={say(said.output)} cells={output ? [output] : []} onChange={setOutput} most={1} />
      {([["down", down, setDown], ["across", across, setAcross]] as const).map(([side, cell, choose]) => (
        <div key={side}>
          <CellsList
            label={say(said[side])}
            cells={cell ? [cell] : []}
            most={1}
            onChange={(cells) => {
              choose(cells);
              setTyped((before) => ({ ...before, [side]: around(cells[0]) }));
            }}
          />
          <Field label={say(said.values)} size="small">
            <Input
              size="small"
              value={typed[side]}
              onChange={(_, { value }) => setTyped((before) => ({ ...before, [side]: value }))}
            />
          </Field>
        </div>
      ))}
      <Button size="small" disabled={busy || !isReady} onClick={() => asked.ask(calculate)}>
        {say(said.run)}
      </Button>
      <WithoutAnswer asked={asked} />
      {answer && (
        <>
          <NumberGrid
            caption={names.title}
            heads={[names.corner, ...answer.columns.map(shortNumber)]}
            rows={answer.table.map((values, i) => ({ name: shortNumber(answer.rows[i]!), values }))}
          />
          <Button size="small" disabled={busy} onClick={() => write(answer)}>
            {say(said.write)}
          </Button>
        </>
      )}
    </details>
  );
}

const sheetOf = ({ rows, columns, table }: Answer, { title, corner }: { title: string; corner: string }) => ({
  name: title,
  title,
  notes: [],
  tables: [{
    name: "TwoWay",
    title,
    headers: [corner, ...columns.map(String)],
    rows: table.map((values, i) => [rows[i]!, ...values.map((value) => (Number.isFinite(value) ? value : "–"))]),
    formats: ["General", ...columns.map(() => "General")],
  }],
});
