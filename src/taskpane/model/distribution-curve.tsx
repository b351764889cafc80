import { quantilesOf, type Distribution } from "../../maths/distributions";
import { Refusal, type Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Columns } from "./columns";
import { shortNumber } from "./short-number";

const levels = Array.from({ length: 241 }, (_, i) => 0.005 + (0.99 * i) / 240);
const bars = 20;
const width = 120;
const height = 28;

interface Props {
  readonly name: string;
  readonly distribution: Distribution;
}

/** The shape of a distribution as bars, and its P10, P50 and P90 in words; why it cannot be, where it cannot. */
export function DistributionCurve({ name, distribution }: Props) {
  const { say, language } = usePane();
  try {
    const { quantile } = quantilesOf(distribution);
    const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => shortNumber(quantile(p)));
    const text: Texts = { en: `P10 ${low}, P50 ${middle}, P90 ${high}`, zh: `P10 ${low}，P50 ${middle}，P90 ${high}` };
    const shares = sharesOf(levels.map(quantile));
    return (
      <figure className="pane-shape">
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}: ${say(text)}`}>
          <Columns counts={shares} width={width} height={height} />
        </svg>
        <figcaption className="pane-quiet">{say(text)}</figcaption>
      </figure>
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return <p className="pane-check-error">{error.message(language)}</p>;
  }
}

/** How many of equally likely values fall into each of equally wide classes. */
function sharesOf(values: readonly number[]): number[] {
  const [low, high] = [values[0]!, values.at(-1)!];
  const shares = new Array<number>(bars).fill(0);
  for (const value of values) {
    shares[high > low ? Math.min(bars - 1, Math.floor((bars * (value - low)) / (high - low))) : 0]!++;
  }
  return shares;
}
