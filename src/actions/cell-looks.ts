import type { CellFormat } from "../xlsx/content";

/** Of the usual font. */
export const pointsPerCharacter = 5.25;

/** Gives cells a look; what it does not say stays as it is. */
export function giveLook(range: Excel.Range, look: CellFormat): void {
  const { format } = range;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.fontSize) format.font.size = look.fontSize;
  if (look.colour) format.font.color = look.colour;
  if (look.fill) format.fill.color = look.fill;
  if (look.wrap) format.wrapText = true;
  if (look.horizontal) format.horizontalAlignment = horizontals[look.horizontal];
}

const horizontals = { left: "Left", center: "Center", right: "Right" } as const;
