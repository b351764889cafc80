import { chartTypes, type ChartType } from "../../xlsx/chart-content";
import { invalidArgument, notImplemented } from "../api-error";

/** One of the kinds that the embedded workbook draws; Excel's others are not implemented. */
export function knownType(type: unknown): ChartType {
  if (typeof type !== "string" || type === "" || type === "Invalid") throw invalidArgument();
  const known = chartTypes.find((each) => each === type);
  if (!known) throw notImplemented(`Chart type ${type}`);
  return known;
}
