const { join } = require("node:path");
const usual = require("./jest.config");

const mutation = (file) => join(__dirname, "tools", "mutation", file);

/** A change to a floor must be noticed by the tests of that floor, or of the one above, which state its facts; TESTS names fewer. */
const floors = { maths: "(maths|functions)/.+", functions: "functions/.+" };
const tests = process.env.TESTS ?? floors[process.env.FLOOR ?? "maths"];

module.exports = {
  ...usual,
  testRegex: `/test/(${tests})\\.test\\.ts$`,
  runner: mutation("covering-tests.js"),
  testEnvironment: mutation("first-failure.js"),
  moduleNameMapper: { ...usual.moduleNameMapper, "^fast-check$": mutation("fast-check.js") },
};
