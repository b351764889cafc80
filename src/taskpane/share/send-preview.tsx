import { areaAddress, cellAddress } from "../../formulas/addresses";
import { onSheet } from "../../formulas/sheet-names";
import { counted, type Texts } from "../../refusal";
import type { CellConversion } from "../../sharing/portable/converted-cell";
import { extentOf, type PortablePlan } from "../../sharing/portable/plan";
import { usePane } from "../pane-context";

const said = {
  none: {
    en: "No formula calls this add-in: the workbook can be sent as it is.",
    zh: "没有公式调用本加载项：工作簿可直接发送。",
  },
  details: { en: "Details", zh: "详情" },
  value: { en: "Becomes its value:", zh: "改为数值：" },
  constant: { en: "Becomes a constant with its source.", zh: "改为附出处的常数。" },
  stays: { en: "Stays as it is:", zh: "保持不变：" },
  later: {
    en: "Some of these depend on values that are looked up when the copy is made; the outcome may then differ.",
    zh: "部分公式取决于制作副本时查得的数值，结果可能有所不同。",
  },
} satisfies Record<string, Texts>;

/** So many are listed; the report sheet of the copy has them all. */
const MOST_SHOWN = 100;

/** How many formulas become what; undefined where there is nothing to convert. */
function sumOf({ cells }: PortablePlan): Texts | undefined {
  if (cells.length === 0) return undefined;
  const values = cells.filter(({ tier }) => tier === "value");
  const native = cells.length - values.length;
  const whys = [...new Map(values.flatMap(({ why }) => (why ? [[why.en, why] as const] : []))).values()];
  return {
    en: `${counted(cells.length, "formula")}: ${native} to native formulas, `
      + `${values.length} to values${inBrackets(whys.map(({ en }) => en).join("; "), " (", ")")}.`,
    zh: `${cells.length} 个公式：${native} 个改为原生公式，${values.length} 个改为数值`
      + `${inBrackets(whys.map(({ zh }) => zh).join("；"), "（", "）")}。`,
  };
}

const inBrackets = (text: string, left: string, right: string): string => (text ? left + text + right : "");

/** What will become of each formula. */
export function SendPreview({ plan }: { readonly plan: PortablePlan }) {
  const { say } = usePane();
  const { cells, definitions, foreign, wanted } = plan;
  const sum = sumOf(plan);
  if (!sum && definitions.length === 0 && foreign.length === 0) return <p role="status">{say(said.none)}</p>;
  const valuesFirst = [...cells].sort((a, b) => Number(b.tier === "value") - Number(a.tier === "value"));
  const rest = cells.length - MOST_SHOWN;
  return (
    <>
      {sum && <p role="status" className="pane-strong">{say(sum)}</p>}
      {foreign.length > 0 && <p>{say(foreignSum(foreign.length))}</p>}
      {wanted.length > 0 && <p className="pane-quiet">{say(said.later)}</p>}
      <details className="pane-details">
        <summary>{say(said.details)}</summary>
        <ul className="pane-cards">
          {valuesFirst.slice(0, MOST_SHOWN).map((conversion, i) => <ConversionRow key={i} conversion={conversion} />)}
          {definitions.map(({ name, column, original, converted, why }, i) => (
            <Row key={`definition ${i}`} place={column === undefined ? name : `${name}[${column}]`} original={original}>
              {converted === undefined ? `${say(said.stays)} ${why ? say(why) : ""}` : <code>{converted}</code>}
            </Row>
          ))}
          {foreign.map(({ sheet, row, column, formula, why }, i) => (
            <Row key={`foreign ${i}`} place={onSheet(sheet, cellAddress(row, column))} original={formula}>
              {say(said.stays)} {say(why)}
            </Row>
          ))}
        </ul>
        {rest > 0 && <p className="pane-quiet">{say(more(rest))}</p>}
      </details>
    </>
  );
}

const foreignSum = (count: number): Texts => ({
  en: `${count} of your own formulas use functions that this program lacks; they stay as they are.`,
  zh: `${count} 个自有公式使用了该程序没有的函数，保持不变。`,
});

const more = (count: number): Texts => ({
  en: `And ${count} more: the copy's report sheet lists all.`,
  zh: `另有 ${count} 个：副本的报告工作表列出全部。`,
});

function ConversionRow({ conversion }: { readonly conversion: CellConversion }) {
  const { say } = usePane();
  const { sheet, cell, converted, why } = conversion;
  const place = onSheet(sheet, areaAddress({ row: cell.row, column: cell.column, ...extentOf(cell) }));
  return (
    <Row place={place} original={cell.formula}>
      {converted !== undefined && <code>{converted}</code>}
      {converted === undefined && (why ? `${say(said.value)} ${say(why)}` : say(said.constant))}
    </Row>
  );
}

interface RowProps {
  readonly place: string;
  readonly original: string;
  readonly children: React.ReactNode;
}

function Row({ place, original, children }: RowProps) {
  return (
    <li>
      <p className="pane-strong">{place}</p>
      <p className="pane-quiet">
        <code>{original}</code>
      </p>
      <p>{children}</p>
    </li>
  );
}
