const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const TestRunner = require("jest-runner").default;

/** Written by the first run, which runs everything, for the runs of the changes after it; each process of Stryker reads it. */
const record = "covering-tests.json";

/** A test that takes some seconds, and this share of all time, is not asked thousands of times; that can only lower the score. */
const [someTime, mostTime] = [5_000, 0.06];

const exactly = (name) => `^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;

/**
 * Stryker names the tests that reach a change, but lets jest load every test file to look for them. This loads only the files that
 * hold one, the quickest first, and stops at the first that notices.
 */
module.exports = class CoveringTests extends TestRunner {
  async runTests(tests, watcher, options) {
    if (!process.env.__STRYKER_ACTIVE_MUTANT__) return this.recording(tests, watcher, options);
    const known = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
    const covering = new RegExp(this._globalConfig.testNamePattern || ".", "i");
    const all = Object.values(known).flat().reduce((total, { time }) => total + time, 0);
    let noticed = false;
    this.on("test-file-failure", () => { noticed = true; });
    this.on("test-file-success", ([, result]) => { noticed ||= result.numFailingTests > 0 || Boolean(result.testExecError); });
    const isQuick = ({ time }) => time <= Math.max(someTime, mostTime * all);
    const wanted = tests.map((test) => {
      const cases = (known[test.path] ?? []).filter((one) => covering.test(one.name) && isQuick(one));
      return { test, cases, time: cases.reduce((total, { time }) => total + time, 0) };
    });
    for (const { test, cases } of wanted.filter(({ cases }) => cases.length > 0).sort((one, other) => one.time - other.time)) {
      if (noticed) return;
      this._globalConfig = { ...this._globalConfig, testNamePattern: cases.map(({ name }) => exactly(name)).join("|") };
      await super.runTests([test], watcher, options);
    }
  }

  async recording(tests, watcher, options) {
    const known = {};
    this.on("test-file-success", ([test, { testResults }]) => {
      known[test.path] = testResults.map(({ fullName, duration }) => ({ name: fullName, time: duration ?? 0 }));
    });
    await super.runTests(tests, watcher, options);
    writeFileSync(record, JSON.stringify(known));
  }
};
