import fc from "fast-check";
import type { Cells, Scalar } from "../../src/functions";

type Arguments = (Scalar | Cells | null)[];

const column = (values: readonly (Scalar | null)[]): Cells => values.map((value) => [value]);

const yuan = fc.integer({ min: 1, max: 900 });

const optional = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(values, { freq: 2 });

/** An outlay, then what comes back, with blank years among it. */
const project = fc.tuple(yuan, fc.array(fc.option(yuan), { minLength: 2, maxLength: 6 }))
  .map(([outlay, income]) => column([-outlay, ...income]));

/** Judgements on Saaty's scale, each the reciprocal of its mirror image. */
const judgements: fc.Arbitrary<Cells> = fc.integer({ min: 2, max: 6 }).chain((size) =>
  fc.array(
    fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 9),
    { minLength: size * size, maxLength: size * size },
  )
    .map((above) => Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) =>
      i === j ? 1 : i < j ? above[i * size + j]! : 1 / above[j * size + i]!))));

const sides = fc.constantFrom<Scalar>("below", "above", "Above ", -1, 1, "-1", "1");

const triggers = fc.array(fc.tuple(yuan, yuan, sides), { minLength: 2, maxLength: 6 });

/** Alternatives with a weight for each criterion and, at times, directions, in rows and in columns. */
const alternatives = fc.record({ rows: fc.integer({ min: 2, max: 6 }), columns: fc.integer({ min: 2, max: 4 }) })
  .chain(({ rows, columns }) => {
    const across = (values: fc.Arbitrary<number>) => fc.array(values, { minLength: columns, maxLength: columns });
    const line = (values: readonly Scalar[], isRow: boolean) => (isRow ? [values] : column(values));
    return fc.tuple(fc.array(across(yuan), { minLength: rows, maxLength: rows }), across(yuan), fc.boolean(),
      optional(across(fc.constantFrom(1, -1))))
      .map(([table, weights, isRow, directions]) =>
        [table, line(weights, isRow), directions && line(directions, isRow)]);
  });

/** Functions that refuse almost everything drawn blindly. */
export const particular: Readonly<Record<string, fc.Arbitrary<Arguments>>> = {
  FUND_MULTIPLE: fc.tuple(project, optional(yuan), optional(fc.constantFrom("TVPI", "DPI", "RVPI"))),
  PAYBACK_YEARS: fc.tuple(project, optional(fc.constantFrom(0.03, 0.08, 0.2))),
  TRIGGER_COUNT: triggers.map((rows) => [0, 1, 2].map((k) => column(rows.map((indicator) => indicator[k]!)))),
  UNIT_CONVERT: fc.tuple(yuan, fc.constantFrom("万辆", "10,000 vehicles"), fc.constantFrom("vehicles", "百万辆", "辆")),
  TOPSIS_SCORE: alternatives,
  AHP_WEIGHTS: fc.tuple(judgements, optional(fc.constantFrom("geometric", "eigenvector"))),
  AHP_CONSISTENCY: fc.tuple(judgements, optional(fc.constantFrom(0.52, 0.89))),
};
