const Papa = require("papaparse");

/**
 * Columns and values apart, which is half as long as rows that each name every column.
 * `without` lists the columns to leave out.
 */
function rowsOf(text, without = []) {
  const { data, errors, meta } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const uneven = errors.find(({ type }) => type === "FieldMismatch");
  if (uneven) throw new Error(`Line ${uneven.row + 2} of the CSV file: ${uneven.message}`);
  const columns = meta.fields.filter((column) => !without.includes(column));
  const values = data.map((row) => columns.map((column) => row[column]));
  const named = `Object.fromEntries(${JSON.stringify(columns)}.map((column, i) => [column, row[i]]))`;
  return `${JSON.stringify(values)}.map((row) => ${named})`;
}

/** A CSV file imported as its rows, by Jest (`process`) and by webpack (the function itself). */
module.exports = function csvLoader(text) {
  return `export default ${rowsOf(text, this.getOptions().without)};`;
};
module.exports.process = (text) => ({
  code: `module.exports = { __esModule: true, default: ${rowsOf(text)} };`,
});
