const base = require("./jest.config.js");

/** Tests that hand files to LibreOffice and Gnumeric: one at a time, for they start slowly. */
module.exports = {
  ...base,
  roots: ["<rootDir>/test/interop"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 300_000,
  maxWorkers: 1,
};
