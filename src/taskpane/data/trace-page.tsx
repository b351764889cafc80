import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { problemOf, writtenPlace, type Place, type Problem } from "../../actions";
import { counted, type Language, type Texts } from "../../refusal";
import type { Origin, TraceStep } from "../../sharing/data/trace";
import { useReading } from "../deeds";
import { usePane } from "../pane-context";
import { ProblemNotice } from "../parts/notice";
import { Page } from "../parts/page";
import { Waiting } from "../parts/waiting";
import { shownValue } from "../shown-values";
import { useDataDeeds } from "./data-deeds";

const said = {
  title: { en: "Where does this come from?", zh: "数据从何而来？" },
  go: { en: "Go", zh: "转到" },
  depth: { en: "It goes on further than is shown here. Trace this cell to see more.", zh: "此处仅显示部分。可对该单元格继续追溯。" },
  cells: { en: "It reads more cells than are shown here.", zh: "其引用的单元格多于此处所列。" },
  above: { en: "Shown further up.", zh: "已在上文列出。" },
} satisfies Record<string, Texts>;

interface Props {
  readonly place: Place;
  readonly onBack: () => void;
}

/** The chain from a cell to source rows, own tables and typed numbers. */
export function TracePage({ place, onBack }: Props) {
  const { say, language } = usePane();
  const { traceCell } = useDataDeeds();
  const { result, problem } = useReading(() => traceCell(place, language), [place.sheet, place.address, language]);
  return (
    <Page title={say(said.title)} onBack={onBack}>
      {problem && <ProblemNotice problem={problem} />}
      {result && (
        <ul className="pane-trace">
          <Step step={result} />
        </ul>
      )}
      {!result && !problem && <Waiting />}
    </Page>
  );
}

function Step({ step }: { readonly step: TraceStep }) {
  const { say, language } = usePane();
  const { shown, formula, origin, from, cut } = step;
  return (
    <li>
      <div className="pane-trace-head">
        <strong>{writtenPlace(step)}</strong>
        {shown !== undefined && shown !== "" && <span>= {shownValue(shown)}</span>}
        <GoTo place={step} />
      </div>
      {formula && <code className="pane-trace-formula">{formula}</code>}
      {originLines(origin, language).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {cut && <p className="pane-quiet">{say(said[cut])}</p>}
      {from.length > 0 && (
        <ul>
          {from.map((each, i) => (
            <Step key={i} step={each} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Selects a place in the grid. */
export function GoTo({ place }: { readonly place: Place }) {
  const { say } = usePane();
  const { goTo } = useDataDeeds();
  const [problem, setProblem] = useState<Problem>();
  const { sheet, address } = place;
  const go = (): void => void goTo({ sheet, address }).catch((error: unknown) => setProblem(problemOf(error)));
  return (
    <>
      <Button size="small" appearance="subtle" aria-label={`${say(said.go)} ${writtenPlace(place)}`} onClick={go}>
        {say(said.go)}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

/** What is known of where a step comes from, in sentences. */
function originLines(origin: Origin, language: Language): string[] {
  const en = language === "en";
  switch (origin.kind) {
    case "formula":
      return [...origin.citations];
    case "bundled":
      return bundledLines(origin, language);
    case "own": {
      const { title, source, origin: file, inserted } = origin.table;
      return en
        ? [`Your own table “${title}”. Source: ${source || "not stated"}. Read from ${file} on ${inserted}.`]
        : [`自有数据表“${title}”。来源：${source || "未注明"}。读自 ${file}，${inserted}。`];
    }
    case "typed":
      return [typedLine(origin, language)];
    case "text":
      return [en ? "Text typed here." : "此处输入的文字。"];
    case "empty":
      return [en ? "Empty." : "空单元格。"];
  }
}

type Bundled = Extract<Origin, { kind: "bundled" }>;

function bundledLines({ registered, citations, rows, edited }: Bundled, language: Language): string[] {
  const { id, version, inserted } = registered;
  const more = rows - citations.length;
  const en = language === "en";
  return [
    en ? `Inserted from ${id}, data version ${version}, on ${inserted}.` : `插自 ${id}，数据版本 ${version}，${inserted}。`,
    ...(edited > 0 ? [en ? `${edited} of these rows were edited here since.` : `其中 ${edited} 行此后在此被改动。`] : []),
    ...citations,
    ...(more > 0 ? [en ? `And ${more} more rows.` : `另有 ${more} 行。`] : []),
  ];
}

function typedLine({ numbers, formulas, table }: Extract<Origin, { kind: "typed" }>, language: Language): string {
  const en = language === "en";
  const where = table ? (en ? ` in the table ${table}` : `（表格 ${table}）`) : "";
  if (numbers === 0) return en ? `${counted(formulas, "formula")}${where}.` : `${formulas} 个公式${where}。`;
  if (numbers === 1 && formulas === 0) return en ? `A number typed here${where}: no source is known.` : `此处输入的数字${where}，出处未知。`;
  const rest = formulas === 0 ? "" : en ? `, ${counted(formulas, "formula")}` : `，另有 ${formulas} 个公式`;
  return en ? `${counted(numbers, "number")} typed here${where}${rest}: no source is known.` : `此处输入的 ${numbers} 个数字${where}${rest}，出处未知。`;
}
