const swc = ["@swc/jest", {
  jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } },
}];

/** What Univer's CommonJS builds require although it exists as ES modules only. */
const modulesOnly = [
  "cjk-regex", "collapse-white-space", "franc-min", "kdbush", "lodash-es", "n-gram", "nanoid",
  "quickselect", "rbush", "regexp-util", "trigram-utils", "unicode-regex",
].join("|");

/** Node by default; a test of a view asks for jsdom in its first line. */
module.exports = {
  testEnvironment: "node",
  maxWorkers: 2,
  roots: ["<rootDir>/test"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/", "<rootDir>/test/interop/"],
  transform: {
    "\\.tsx?$": swc,
    "\\.csv$": "<rootDir>/tools/csv-transform.js",
    "\\.as$": "<rootDir>/tools/assembly-transform.js",
    [`/node_modules/(${modulesOnly})/.+\\.js$`]: swc,
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly})/)`],
  moduleNameMapper: { "\\.css$": "<rootDir>/tools/empty.js" },
  setupFiles: [],
};
