import { Field, Input, Select } from "@fluentui/react-components";
import type { Distribution } from "../../maths/distributions";
import { distributionKinds, parameterNames, type ScalarParameter } from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { DistributionCurve } from "./distribution-curve";
import { typedNumbers } from "./typed-numbers";

type Kind = Distribution["kind"];

const said = {
  kind: { en: "Distribution", zh: "分布" },
  values: { en: "Values, separated by spaces", zh: "取值（空格分隔）" },
  weights: { en: "Weights", zh: "权重" },
} satisfies Record<string, Texts>;

/** A distribution of a kind around a value, for the user to change. */
export function distributionAround(kind: Kind, value: number): Distribution {
  const reach = Math.abs(value) * 0.2 || 1;
  const [min, mode, max] = [value - reach, value, value + reach];
  switch (kind) {
    case "uniform":
      return { kind, min, max };
    case "normal":
      return { kind, mean: value, deviation: reach / 2 };
    case "lognormal":
      return { kind, mean: Math.abs(value) || 1, deviation: reach / 2 };
    case "bernoulli":
      return { kind, probability: value >= 0 && value <= 1 ? value : 0.5 };
    case "discrete":
      return { kind, values: [min, mode, max], weights: [1, 2, 1] };
    case "empirical":
      return { kind, values: [min, mode, max] };
    default:
      return { kind, min, mode, max };
  }
}

interface Props {
  /** Of the input. */
  readonly name: string;
  readonly base: number;
  readonly distribution: Distribution;
  readonly onChange: (distribution: Distribution) => void;
}

export function DistributionFields({ name, base, distribution, onChange }: Props) {
  const { say } = usePane();
  return (
    <div className="pane-distribution">
      <Select
        size="small"
        aria-label={`${say(said.kind)}: ${name}`}
        value={distribution.kind}
        onChange={(_, { value }) => onChange(distributionAround(value as Kind, base))}
      >
        {Object.entries(distributionKinds).map(([kind, text]) => (
          <option key={kind} value={kind}>
            {say(text)}
          </option>
        ))}
      </Select>
      <DistributionCurve name={name} distribution={distribution} />
      <div className="pane-numbers" key={distribution.kind}>
        {Object.entries(distribution).map(([parameter, value]) =>
          parameter === "kind" ? null : (
            <ParameterField
              key={parameter}
              label={parameterLabel(parameter, say)}
              value={value as number | readonly number[]}
              onChange={(changed) => onChange({ ...distribution, [parameter]: changed } as Distribution)}
            />
          ),
        )}
      </div>
    </div>
  );
}

const parameterLabel = (parameter: string, say: (texts: Texts) => string): string =>
  say(parameter === "values" || parameter === "weights" ? said[parameter] : parameterNames[parameter as ScalarParameter]);

interface FieldProps {
  readonly label: string;
  readonly value: number | readonly number[];
  readonly onChange: (value: number | readonly number[]) => void;
}

/** Uncontrolled, so that a number half typed stays as it is typed. */
function ParameterField({ label, value, onChange }: FieldProps) {
  const isList = typeof value !== "number";
  return (
    <Field label={label} size="small">
      <Input
        size="small"
        inputMode={isList ? "text" : "decimal"}
        defaultValue={isList ? value.join(" ") : String(Number(value.toPrecision(12)))}
        onChange={(_, { value: text }) => onChange(isList ? typedNumbers(text) : text.trim() === "" ? NaN : Number(text))}
      />
    </Field>
  );
}
