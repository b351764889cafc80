const { readFileSync } = require("node:fs");
const { join, sep } = require("node:path");
const { transformSync } = require("@swc/core");
const assembly = require("./assembly-transform");
const csv = require("./csv-transform");

const sources = join(__dirname, "../src") + sep;

const options = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" }, sourceMaps: "inline" };

/** Lets Node's `require` read what webpack and Jest read, for the tools that ask the product's sources. */
require.extensions[".ts"] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, "utf8"), { ...options, filename }).code, filename);
};
for (const [extension, transform] of [[".csv", csv], [".as", assembly]]) {
  require.extensions[extension] = (module, filename) =>
    module._compile(transform.process(readFileSync(filename, "utf8")).code, filename);
}

/** Forgets the sources read so far, so that the next `require` sees what was changed since. */
exports.forgetSources = () => {
  for (const path of Object.keys(require.cache)) if (path.startsWith(sources)) delete require.cache[path];
};
