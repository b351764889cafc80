export type { Parts } from "./archive";
export { WorkbookError } from "./failures";
export { readWorkbook, type WorkbookFile } from "./read-workbook";
export { writeWorkbook } from "./write-workbook";
