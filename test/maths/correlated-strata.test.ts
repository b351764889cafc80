import { correlate, correlatedStrata } from "../../src/maths/correlated-strata";
import { matrix } from "../../src/maths/matrix";
import { correlation } from "../../src/maths/ranks";
import { fillNormal, streams } from "../../src/maths/random";
import { mean } from "../../src/maths/sample";

const wanted = matrix(3, 3, Float64Array.of(1, 0.6, -0.2, 0.6, 1, 0.3, -0.2, 0.3, 1));

/** Random columns around other numbers than 0, so that products are not yet correlations. */
const columns = (): Float64Array[] =>
  [5, -3, 40].map((middle, i) => {
    const [bits, spare] = streams(17 + i, 2);
    const column = new Float64Array(200);
    fillNormal({ bits: bits!, spare: spare! }, column);
    return column.map((value) => middle + (i + 1) * value);
  });

const pairs = [[0, 1, 0.6], [0, 2, -0.2], [1, 2, 0.3]] as const;

describe("columns that are turned", () => {
  it("have exactly the correlations that are wanted, means of 0 and variances of 1", () => {
    const turned = columns();
    correlate(turned, wanted);
    for (const [i, j, r] of pairs) expect(correlation(turned[i]!, turned[j]!)).toBeCloseTo(r, 12);
    for (const column of turned) {
      expect(mean(column)).toBeCloseTo(0, 12);
      expect(mean(column.map((value) => value ** 2))).toBeCloseTo(1, 12);
    }
  });
});

describe("correlated strata", () => {
  it("are the ranks of the turned columns, each once", () => {
    const scores = columns();
    correlate(scores, wanted);
    for (const [i, strata] of correlatedStrata(columns(), wanted).entries()) {
      const byScore = [...strata.keys()].sort((a, b) => scores[i]![a]! - scores[i]![b]!);
      expect(byScore.map((at) => strata[at])).toEqual([...strata.keys()]);
    }
  });
});
