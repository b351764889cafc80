import { Button, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

const said = {
  title: { en: "Rank correlations", zh: "秩相关" },
  first: { en: "First input", zh: "第一个输入" },
  second: { en: "Second input", zh: "第二个输入" },
  value: { en: "Correlation, −1 to 1", zh: "相关系数（−1 至 1）" },
  set: { en: "Set", zh: "设定" },
  remove: { en: "Remove", zh: "移除" },
} satisfies Record<string, Texts>;

interface Props {
  readonly names: readonly string[];
  readonly correlations: readonly (readonly number[])[] | undefined;
  readonly onChange: (correlations: readonly (readonly number[])[] | undefined) => void;
}

/** Pairs of inputs that go together; a 0 takes a pair out again. */
export function CorrelationFields({ names, correlations, onChange }: Props) {
  const { say } = usePane();
  const [first, setFirst] = useState(0);
  const [second, setSecond] = useState(1);
  const [value, setValue] = useState("0.5");
  const set = (one: number, other: number, to: number): void =>
    onChange(changed(names.length, correlations, one, other, to));
  const pairs = (correlations ?? []).flatMap((row, i) =>
    row.slice(0, i).flatMap((r, j) => (r === 0 ? [] : [{ one: j, other: i, r }])));
  const choices = names.map((name, i) => (
    <option key={name + i} value={i}>
      {name}
    </option>
  ));
  return (
    <details>
      <summary>
        {say(said.title)} ({pairs.length})
      </summary>
      <ul className="pane-notes">
        {pairs.map(({ one, other, r }) => (
          <li key={`${one}-${other}`}>
            {names[one]} ↔ {names[other]}: {r}{" "}
            <Button
              size="small"
              appearance="transparent"
              aria-label={`${say(said.remove)} ${names[one]} ↔ ${names[other]}`}
              onClick={() => set(one, other, 0)}
            >
              {say(said.remove)}
            </Button>
          </li>
        ))}
      </ul>
      <div className="pane-numbers">
        {([[said.first, first, setFirst], [said.second, second, setSecond]] as const).map(([label, chosen, choose]) => (
          <Select
            key={label.en}
            size="small"
            aria-label={say(label)}
            value={chosen}
            onChange={(_, data) => choose(Number(data.value))}
          >
            {choices}
          </Select>
        ))}
        <Input size="small" aria-label={say(said.value)} value={value} onChange={(_, data) => setValue(data.value)} />
        <Button
          size="small"
          disabled={first === second || !isCorrelation(value)}
          onClick={() => set(first, second, Number(value))}
        >
          {say(said.set)}
        </Button>
      </div>
    </details>
  );
}

const isCorrelation = (text: string): boolean => text.trim() !== "" && Math.abs(Number(text)) <= 1;

function changed(
  count: number,
  before: readonly (readonly number[])[] | undefined,
  one: number,
  other: number,
  to: number,
): readonly (readonly number[])[] | undefined {
  const rows = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => (i === j ? 1 : (before?.[i]?.[j] ?? 0))));
  rows[one]![other] = rows[other]![one] = to;
  return rows.every((row, i) => row.every((r, j) => i === j || r === 0)) ? undefined : rows;
}
