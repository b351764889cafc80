/** A number in few signs, for labels and small tables. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12)) return value.toExponential(3);
  return value.toLocaleString("en", { maximumSignificantDigits: size >= 1e5 ? 7 : 5 });
}
