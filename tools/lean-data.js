const path = require("node:path");

const proseOfTable = ["description", "descriptionZh", "notes", "profile", "format", "encoding", "schema"];
const proseOfPackage = ["description", "descriptionZh", "licenses", "profile"];

const without = (entries, names) =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));

function leanDescriptor(text) {
  const descriptor = JSON.parse(text);
  const resources = descriptor.resources.map((resource) => without(resource, proseOfTable));
  return { ...without(descriptor, proseOfPackage), resources };
}

/** The data packages without the prose that only the pane and the sheets show, a third of their length. */
exports.leanData = [
  {
    test: /\.csv$/,
    type: "javascript/auto",
    loader: path.resolve(__dirname, "csv-transform.js"),
    options: { without: ["note", "noteZh"] },
  },
  { test: /datapackage\.json$/, type: "json", parser: { parse: leanDescriptor } },
];
