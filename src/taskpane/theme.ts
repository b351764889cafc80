import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme as FluentTheme,
} from "@fluentui/react-components";
import type { Theme } from "./surroundings";

/** The blue-green of the product's icon. */
const brand: BrandVariants = {
  10: "#010507",
  20: "#071b20",
  30: "#082d35",
  40: "#073a44",
  50: "#074753",
  60: "#075463",
  70: "#0a6170",
  80: "#0e6e7e",
  90: "#257d8c",
  100: "#3b8d9b",
  110: "#529daa",
  120: "#6aadb9",
  130: "#84bec8",
  140: "#9fced7",
  150: "#bcdfe5",
  160: "#dceff2",
};

const light = createLightTheme(brand);

const dark: FluentTheme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[140],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandStroke: brand[110],
};

/** The few colours that a contrast theme leaves, by what Fluent's tokens are for. */
function systemColour(token: string): string | undefined {
  if (!token.startsWith("color")) return undefined;
  if (token.includes("Transparent")) return undefined;
  if (token.includes("Disabled")) return token.includes("Background") ? "Canvas" : "GrayText";
  if (token === "colorNeutralForeground4") return "GrayText";
  if (token.includes("OnBrand") || token.includes("InvertedForeground")) return "HighlightText";
  if (token.includes("BrandBackground")) return "Highlight";
  if (token.includes("Link")) return "LinkText";
  return token.includes("Background") ? "Canvas" : "CanvasText";
}

const contrast = Object.fromEntries(
  Object.entries(light).map(([token, value]) => [token, systemColour(token) ?? value]),
) as unknown as FluentTheme;

export const themes: Readonly<Record<Theme, FluentTheme>> = { light, dark, contrast };
