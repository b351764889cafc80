import { inv as inverseByMathjs } from "mathjs";
import { inverse as inverseByMlMatrix, Matrix as MlMatrix } from "ml-matrix";
import { totalRequirements } from "../../src/maths/leontief";
import { columnSums, matrix, type Matrix } from "../../src/maths/matrix";
import { contestant, numbersFrom, type Subject } from "../subject";

/** Coefficients of which six in ten are not 0, and whose columns add up to between 0.3 and 0.7. */
function coefficients(n: number): Float64Array {
  const [drawn, totals] = [numbersFrom(n, n * n), numbersFrom(n + 1, n)];
  const kept = drawn.map((value) => Math.max(0, value - 0.4));
  const sums = columnSums(matrix(n, n, kept));
  return kept.map((value, at) => (value / sums[at % n]!) * (0.3 + 0.4 * totals[at % n]!));
}

/** y(I − A) = 1 holds for the column sums y of L, and for nothing else. */
function fault(numbers: Float64Array, n: number, digest: ArrayLike<number>): number {
  let worst = 0;
  for (let j = 0; j < n; j++) {
    let left = digest[j]! - 1;
    for (let i = 0; i < n; i++) left -= digest[i]! * numbers[i * n + j]!;
    worst = Math.max(worst, Math.abs(left));
  }
  return worst;
}

const netOf = (numbers: Float64Array, n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => Number(i === j) - numbers[i * n + j]!));

const sheetOf = (numbers: Float64Array, n: number, withFormulas: boolean): string => {
  const cell = (value: number): string => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  const rows = netOf(numbers, n).map((row) => row.map(cell).join(""));
  const name = (column: number): string =>
    (column >= 26 ? name(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
  const formula = `of:=SUM(MINVERSE([.A1:.${name(n - 1)}${n}]))`;
  const result = withFormulas ? `<table:table-cell table:formula="${formula}"/>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.2"
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>
    <table:table table:name="Sheet1">${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join("")}
    <table:table-row>${result}</table:table-row></table:table></office:spreadsheet></office:body></office:document>`;
};

const numpy = (run: string, digest: string): string => `
import numpy
def prepare(numbers, n): return numpy.eye(n) - numpy.array(numbers).reshape(n, n)
def run(net): return ${run}
def digest(result): return ${digest}
`;

/** The Leontief inverse, with all checks that a function makes. */
const inverse: Subject = {
  title: "Leontief inverse of n sectors",
  sizes: [42, 153, 500, 1000],
  input: coefficients,
  yardstick: "numpy",
  targets: { 42: 1.2, 153: 1.2, 500: 1.2, 1000: 2 },
  tolerance: 1e-10,
  fault,
  contestants: {
    ours: contestant({
      prepare: (numbers, n) => matrix(n, n, Float64Array.from(numbers)),
      run: (table: Matrix) => totalRequirements(table, "A"),
      digest: (result: Matrix) => columnSums(result),
    }),
    "ml-matrix": contestant({
      prepare: (numbers, n) => new MlMatrix(netOf(numbers, n)),
      run: (net: MlMatrix) => inverseByMlMatrix(net),
      digest: (result: MlMatrix) => result.sum("column"),
      upTo: 500,
    }),
    mathjs: contestant({
      prepare: (numbers, n) => netOf(numbers, n),
      run: (net: number[][]) => inverseByMathjs(net),
      digest: (result: number[][]) => result.reduce((one, other) => one.map((value, j) => value + other[j]!)),
      upTo: 153,
    }),
  },
  peers: { numpy: { needs: ["numpy"], code: numpy("numpy.linalg.inv(net)", "result.sum(axis=0)") } },
  spreadsheets: { "LibreOffice MINVERSE": { program: "soffice", book: sheetOf, only: 500 } },
};

export default inverse;
