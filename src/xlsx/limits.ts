/**
 * What a workbook may cost to open. Excel's own large workbooks stay far below;
 * a file beyond a limit is refused before the memory for it is taken.
 */
export const MAX_FILE_BYTES = 128 * 2 ** 20;

/** Of everything in the package, unpacked. */
export const MAX_UNPACKED_BYTES = 256 * 2 ** 20;

/** Of one part: a sheet of a million numbers takes about 40 MB. */
export const MAX_PART_BYTES = 64 * 2 ** 20;

export const MAX_PARTS = 10_000;

/** Sheets of equal rows pack at 30 : 1 to 100 : 1, zip bombs at about 1000 : 1. */
export const MAX_PACKING_RATIO = 250;

/** Small parts may pack as tightly as they like. */
export const MIN_BYTES_FOR_RATIO = 8 * 2 ** 20;

/** Cells with content, of all sheets together. */
export const MAX_CELLS = 1_000_000;

export const MAX_XML_DEPTH = 256;

/** Excel's own limits, which a saved workbook must keep. */
export const MAX_TEXT_LENGTH = 32_767;
export const MAX_FORMULA_LENGTH = 8_192;
export const MAX_SHEET_NAME_LENGTH = 31;
export const MAX_NAME_COMMENT_LENGTH = 255;
