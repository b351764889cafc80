const { TestEnvironment } = require("jest-environment-node");

/** One test that notices a change is enough: the rest of its file is skipped. */
module.exports = class FirstFailure extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === "test_done" && event.test.errors.length > 0) this.failed = true;
    if (event.name === "test_start" && this.failed) event.test.mode = "skip";
  }
};
