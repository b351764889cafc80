const { transform, transformIgnorePatterns } = require("./jest.config.js");

/** A real browser on the real page. One test file after the other: they share two cores and one server. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test/e2e"],
  testMatch: ["**/*.e2e.test.ts"],
  transform,
  transformIgnorePatterns,
  globalSetup: "<rootDir>/test/e2e/begin.mjs",
  globalTeardown: "<rootDir>/test/e2e/end.mjs",
  maxWorkers: 1,
  testTimeout: 60_000,
};
