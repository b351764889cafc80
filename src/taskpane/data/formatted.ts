/** A number in one of the formats that reference tables use: `#,##0`, `0.0%`, `#,##0.0###`. */
export function formatted(value: number | string, format: string): string {
  if (typeof value === "string" || format === "@") return String(value);
  const isPercent = format.endsWith("%");
  const decimals = /\.([0#]*)/.exec(format)?.[1] ?? "";
  return (
    (isPercent ? value * 100 : value).toLocaleString("en-US", {
      minimumFractionDigits: decimals.replaceAll("#", "").length,
      maximumFractionDigits: decimals.length,
      useGrouping: format.includes(","),
    }) + (isPercent ? "%" : "")
  );
}
