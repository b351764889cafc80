import { literal, type Definition, type Scalar } from "../../functions";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

const said = {
  plain: { en: "The same in plain Excel:", zh: "等价的 Excel 原生公式：" },
  array: {
    en: "The same in plain Excel, entered with Ctrl+Shift+Enter where formulas do not spill:",
    zh: "等价的 Excel 原生公式（不支持溢出的版本须按 Ctrl+Shift+Enter 输入）：",
  },
  block: {
    en: "The same in plain Excel with helper cells, each block of them one array formula:",
    zh: "借助辅助单元格的 Excel 原生公式，每块为一个数组公式：",
  },
  result: { en: "Result", zh: "结果" },
  some: { en: "For some arguments the same in plain Excel, as here:", zh: "部分参数下有等价的 Excel 原生公式，例如：" },
  otherwise: { en: "For others there is none: ", zh: "其他情形没有：" },
  none: { en: "No plain Excel formula gives this: ", zh: "没有等价的 Excel 原生公式：" },
} satisfies Record<string, Texts>;

/** What a reader without the add-in would write, with the names of the arguments in their places. */
export function NativeForm({ definition }: { readonly definition: Definition }) {
  const { say } = usePane();
  const { native, parameters } = definition;
  const names = Object.fromEntries(Object.keys(parameters).map((name) => [name, name]));
  if (typeof native === "function") return <Formula lead={said.plain} text={native(names)} />;
  if ("array" in native) return <Formula lead={said.array} text={native.array(names)} />;
  if ("block" in native) return <BlockForm block={native.block({ ...names, ...leftOut(definition) })} />;
  if ("none" in native)
    return (
      <p>
        {say(said.none)}
        {say(native.none)}
      </p>
    );
  const text = definition.examples.map(({ given }) => native.some(namedButChosen(definition, given))).find(Boolean);
  return (
    <>
      {text && <Formula lead={said.some} text={text} />}
      <p>
        {say(said.otherwise)}
        {say(native.otherwise)}
      </p>
    </>
  );
}

function Formula({ lead, text }: { readonly lead: Texts; readonly text: string }) {
  const { say } = usePane();
  return (
    <>
      <p>{say(lead)}</p>
      <code className="pane-code">={text}</code>
    </>
  );
}

type Native = Extract<Definition["native"], { readonly block: unknown }>;

function BlockForm({ block: { helpers, result } }: { readonly block: ReturnType<Native["block"]> }) {
  const { say } = usePane();
  const places = Object.fromEntries(helpers.map(({ name }) => [name, name]));
  return (
    <>
      <p>{say(said.block)}</p>
      {helpers.map(({ name, title, formula }) => (
        <div key={name}>
          <p>
            <code>{name}</code> {say(title)}
          </p>
          <code className="pane-code">={formula(places)}</code>
        </div>
      ))}
      <p>{say(said.result)}</p>
      <code className="pane-code">={result(places)}</code>
    </>
  );
}

/** Ranges that may be left out are: the form is at its fullest then. */
const leftOut = ({ parameters }: Definition): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { shape, optional, default: usual }]) =>
      shape === "range" && optional && usual === undefined ? [[name, ""]] : [],
    ),
  );

/** Names for what is calculated with, and the choices of an example, on which the form depends. */
const namedButChosen = ({ parameters }: Definition, given: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, { type, default: usual }]) => {
      const chosen = given[name] ?? usual;
      return [name, type === "number" || chosen === undefined ? name : literal(chosen as Scalar)];
    }),
  );
