const usual = require("./jest.config");

/** A change to a floor must be noticed by the tests of that floor; those above only use it. */
module.exports = { ...usual, roots: [`<rootDir>/test/${process.env.FLOOR ?? "maths"}`] };
