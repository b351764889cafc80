const { Compilation, sources } = require("webpack");
const { forgetSources } = require("./typescript");

const load = () => require("../src/excel/built-files");

/** Where the build will be served and which office.js it uses, by the environment. */
exports.hosting = () => load().hostingFrom(process.env);

exports.pageParameters = () => load().pageParameters(exports.hosting());

/** Writes what Excel reads besides scripts: the manifests, and the functions' metadata in each language. */
exports.ExcelFilesPlugin = class {
  apply(compiler) {
    compiler.hooks.watchRun.tap("ExcelFiles", forgetSources);
    compiler.hooks.thisCompilation.tap("ExcelFiles", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "ExcelFiles", stage }, () => {
        for (const [name, text] of Object.entries(load().builtFiles(exports.hosting()))) {
          compilation.emitAsset(name, new sources.RawSource(text));
        }
      });
    });
  }
};
