const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
const { ExcelFilesPlugin, pageParameters } = require("./tools/excel-files");
const { leanData } = require("./tools/lean-data");

const dist = path.resolve(__dirname, "dist");

const rules = [
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    loader: "swc-loader",
    options: {
      jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } },
    },
  },
  { test: /\.as$/, type: "javascript/auto", loader: path.resolve(__dirname, "tools/assembly-transform.js") },
  { test: /@univerjs[\\/].*\.js$/, loader: path.resolve(__dirname, "tools/plain-fields.js") },
  { test: /\.css$/, use: ["style-loader", "css-loader"] },
  { test: /\.(png|svg)$/, type: "asset/resource", generator: { filename: "images/[name][ext]" } },
];

const wholeData = [
  { test: /\.csv$/, type: "javascript/auto", loader: path.resolve(__dirname, "tools/csv-transform.js") },
];

const common = (mode, data = wholeData) => ({
  mode,
  devtool: mode === "production" ? false : "source-map",
  output: { path: dist, filename: "[name].js", chunkFilename: "chunks/[name].[contenthash:8].js" },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: { rules: [...rules, ...data] },
  cache: {
    type: "filesystem",
    cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
    buildDependencies: { config: [__filename] },
  },
  optimization: {
    realContentHash: false,
    minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
  },
  performance: { hints: false },
});

const leanDefinitions = {
  test: /\.ts$/,
  include: path.resolve(__dirname, "src/functions"),
  enforce: "pre",
  loader: path.resolve(__dirname, "tools/lean-definitions.js"),
};

/** What Excel loads to calculate: one plain script, with no DOM and no chunk, and without what only people read. */
const functions = (mode) => ({
  ...common(mode, [...leanData, leanDefinitions]),
  name: "functions",
  target: ["web", "es2020"],
  entry: { functions: "./src/excel/functions.ts" },
  plugins: [new ExcelFilesPlugin()],
});

/** Univer hyphenates documents in 77 languages, and cells never: 6.7 MB less to build and to ask for. */
const noHyphenation = new NormalModuleReplacementPlugin(
  /engine-render[\\/]lib[\\/]es[\\/](?!index\.js$)/,
  path.resolve(__dirname, "tools/empty.js"),
);

const pages = (mode) => ({
  ...common(mode),
  name: "pages",
  target: ["web", "es2022"],
  entry: { taskpane: "./src/excel/taskpane.ts", workbook: "./src/workbook/workbook.tsx" },
  plugins: [
    noHyphenation,
    new HtmlPlugin({
      template: "src/excel/taskpane.html",
      filename: "taskpane.html",
      chunks: ["taskpane"],
      templateParameters: pageParameters(),
    }),
    new HtmlPlugin({ template: "src/workbook/workbook.html", filename: "workbook.html", chunks: ["workbook"] }),
    new CopyPlugin({
      patterns: [
        { from: "assets/icons/*.png", to: "icons/[name][ext]" },
        { from: "node_modules/@microsoft/office-js/dist/excel-web-16.00.js", to: "library/excel.js", info: { minimized: true } },
      ],
    }),
  ],
});

const cli = (mode) => ({
  ...common(mode),
  name: "cli",
  target: "node20",
  entry: { cli: "./src/cli/cli.ts" },
  optimization: { minimize: false },
});

module.exports = (_env, { mode = "production" }) => [functions(mode), pages(mode), cli(mode)];
