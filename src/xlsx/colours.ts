import { child, type Element, parseXml } from "./xml";

/** The order in which cells count the colours of a theme, which is not that of the theme part. */
const themeOrder = [
  "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
];

const officeTheme = [
  "ffffff", "000000", "e7e6e6", "44546a", "4472c4", "ed7d31", "a5a5a5", "ffc000", "5b9bd5", "70ad47", "0563c1", "954f72",
];

/** Excel's palette of old; the first eight are there twice. */
const indexed = `
000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff
800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff
000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99
3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
`.trim().split(/\s+/);

export type Theme = readonly string[];

/** The colours of a theme part, or Office's own without one. */
export function themeColours(xml?: string): Theme {
  if (xml === undefined) return officeTheme;
  const scheme = child(child(parseXml(xml), "themeElements"), "clrScheme");
  return themeOrder.map((name, index) => {
    const { val, lastClr } = child(scheme, name)?.children[0]?.attributes ?? {};
    return (lastClr ?? val ?? officeTheme[index]).toLowerCase();
  });
}

/** `#rrggbb` of a colour element; undefined for one that is automatic or unknown. */
export function colourOf(element: Element | undefined, theme: Theme): string | undefined {
  const { rgb, theme: number, indexed: old, tint } = element?.attributes ?? {};
  const base = rgb?.slice(-6) ?? (number !== undefined ? theme[Number(number)] : indexed[Number(old)]);
  if (!base || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  return tinted(base.toLowerCase(), Number(tint ?? 0));
}

/** A tint moves the lightness of a colour towards white, or towards black when it is negative. */
function tinted(rgb: string, tint: number): string {
  if (!tint) return `#${rgb}`;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const reach = (middle: number) => 1 - Math.abs(2 * middle - 1);
  const stretch = reach(lightness) === 0 ? 0 : reach(target) / reach(lightness);
  return `#${[red, green, blue].map((part) => hex(target + (part - lightness) * stretch)).join("")}`;
}

function hex(part: number): string {
  return Math.round(Math.min(1, Math.max(0, part)) * 255).toString(16).padStart(2, "0");
}
