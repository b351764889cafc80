require("./typescript");
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { builtFiles, hostingFrom } = require("../src/excel/built-files");

/** The manifest of the default address stands in the repository, where tools for add-ins look for it. */
writeFileSync(join(__dirname, "../manifest.xml"), builtFiles(hostingFrom({}))["manifest.xml"]);
