const { join } = require("node:path");
const usual = require("./jest.config");

const mutation = (file) => join(__dirname, "tools", "mutation", file);

/** A change to a floor must be noticed by the tests of that floor; those above only use it. */
module.exports = {
  ...usual,
  roots: (process.env.TESTS ?? process.env.FLOOR ?? "maths").split(",").map((floor) => `<rootDir>/test/${floor}`),
  runner: mutation("covering-tests.js"),
  testEnvironment: mutation("first-failure.js"),
  moduleNameMapper: { ...usual.moduleNameMapper, "^fast-check$": mutation("fast-check.js") },
};
