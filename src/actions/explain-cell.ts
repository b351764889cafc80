import { callsIn } from "../formulas/calls";
import { CellError } from "../refusal";
import { reportCall, type CallReport } from "./call-report";
import { placeIn, type Place } from "./places";
import { reading } from "./run";

export interface Explanation {
  readonly place: Place;
  readonly formula: string;
  /** What the cell shows. */
  readonly shown: string;
  readonly value: unknown;
  /** Our calls, outermost first in the order of the formula; those nested stand in their reports. */
  readonly calls: readonly CallReport[];
}

/** What a cell calculates with our functions, argument by argument, down to the cells it reads. */
export const explainCell = (place: Place): Promise<Explanation> =>
  reading(async (context) => {
    const cell = context.workbook.worksheets.getItem(place.sheet).getRange(place.address).getCell(0, 0);
    cell.load("address,formulas,values,valueTypes,text");
    await context.sync();
    const formula = String(cell.formulas[0]![0]);
    const at = placeIn(place.sheet, cell.address);
    const calls: CallReport[] = [];
    for (const { definition, args } of formula.startsWith("=") ? callsIn(formula) : []) {
      calls.push(
        await reportCall(
          context,
          definition,
          args.map(({ text }) => text),
          at,
        ),
      );
    }
    const value: unknown = cell.values[0]![0];
    const isError = cell.valueTypes[0]![0] === "Error";
    return {
      place: at,
      formula,
      shown: cell.text[0]![0]!,
      value: isError ? new CellError(String(value)) : value,
      calls,
    };
  });
