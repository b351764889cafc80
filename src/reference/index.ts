/**
 * What a formula needs of the data. How a table stands on a sheet (`wide`) and whether it is sound (`check`)
 * are imported from their own files, so that they stay out of the script that Excel loads to calculate.
 */
export { cite, source } from "./cite";
export { lookUp, rowsOn, type Written } from "./look-up";
export { measureOf, type Base, type Measure, type Powers } from "./measures";
export { periodText } from "./period";
export { places } from "./places";
export { shownNotes, shownSeen, shownValue } from "./shown";
export { conversion, currencyOf, mixedUnits, unitFault, unitIn, type StatedUnit, type UnitFault } from "./stated-units";
export { table, tables, type Field, type ReferenceTable, type Row } from "./tables";
export { bounds, certainties, units, type Bound, type Certainty, type Unit, type UnitName } from "./vocabulary";
