import { leontiefSystem } from "../../src/maths/leontief";
import { matrix, type Matrix } from "../../src/maths/matrix";
import { contestant, type Subject } from "../subject";
import leontief from "./leontief";

/** Output multipliers by one solve of the transposed system, with all checks that a function makes. */
export default {
  ...leontief,
  title: "Output multipliers of n sectors, by one solve",
  targets: undefined,
  contestants: {
    ours: contestant({
      prepare: (numbers, n) => matrix(n, n, Float64Array.from(numbers)),
      run: (table: Matrix) => leontiefSystem(table, "A").multipliers,
      digest: (result: Float64Array) => result,
    }),
  },
  peers: {
    numpy: {
      needs: ["numpy"],
      code: `
import numpy
def prepare(numbers, n): return (numpy.eye(n) - numpy.array(numbers).reshape(n, n)).T
def run(net): return numpy.linalg.solve(net, numpy.ones(len(net)))
def digest(result): return result
`,
    },
  },
  spreadsheets: {},
} satisfies Subject;
