import { numberIn } from "../xlsx/rule-content";

/** The format counts dates in days since the end of 1899; Univer and Excel's client library write them out. */
const day = 86_400_000;
const origin = Date.UTC(1899, 11, 30);

const written = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}([T ]|$)/;

/** A written date as the number of its day; anything else stays as it is. */
export function dayOf(operand: string): string {
  if (!written.test(operand)) return operand;
  const [date, time = ""] = operand.split(/[T ]/);
  const [year, month, dayOfMonth] = date!.split(/[-/]/).map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.replace(/Z$/, "").split(":").filter(Boolean).map(Number);
  const moment = Date.UTC(year!, month! - 1, dayOfMonth, hours, minutes, seconds);
  return String((moment - origin) / day);
}

/** The number of a day as a written date. */
export function dateOf(operand: string): string {
  const days = numberIn(operand);
  if (days === undefined) return operand;
  const [date, time] = new Date(origin + Math.round(days * 86_400) * 1000).toISOString().split(/[T.]/);
  return time === "00:00:00" ? date! : `${date} ${time}`;
}
