const floor = process.env.FLOOR ?? "maths";

/**
 * Changes the mathematics, or with FLOOR=functions the functions, one place at a time and sees whether a test notices. Texts are no
 * behaviour: neither they nor the objects that hold them are changed. What is settled once, while a file is loaded, is left alone:
 * every test would have to be asked about each such place.
 */
export default {
  mutate: [`src/${floor}/**/*.ts`],
  mutator: { excludedMutations: ["StringLiteral", "ObjectLiteral"] },
  testRunner: "jest",
  jest: { configFile: "jest.mutation.config.js", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5_000,
  dryRunTimeoutMinutes: 60,
  ignorePatterns: ["dist", ".cache", "reports"],
  reporters: ["clear-text", "progress", "html", "json"],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${floor}.json` },
  htmlReporter: { fileName: `reports/mutation/${floor}.html` },
  thresholds: { high: 95, low: 90, break: 85 },
  tempDirName: ".stryker-tmp",
};
