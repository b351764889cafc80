require("./typescript");
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { runInNewContext } = require("node:vm");
const { gzipSync } = require("node:zlib");
const { validateManifest } = require("office-addin-manifest");
const { manifestFaults } = require("../src/excel/manifest-check");
const { chineseLocale } = require("../src/excel/manifest");
const { actionOf, buttons } = require("../src/excel/ribbon");

const manifests = ["manifest.xml", "manifest.dev.xml"];
const scriptLimit = 60_000;

/** Runs functions.js as Excel's smallest runtime would: no page, no Office, nothing but the registry. */
function associatedBy(script) {
  const ids = [];
  runInNewContext(script, { CustomFunctions: { associate: (id) => ids.push(id) } });
  return ids;
}

/** What Excel would refuse in a build, found without the network. */
function buildFaults(folder) {
  const file = (path) => (path && existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
  const missing = [...manifests, "functions.js", "taskpane.html"].filter((name) => !file(name));
  if (missing.length > 0) return [`${missing.join(", ")} missing in ${folder}: run "npm run build" first`];
  const script = file("functions.js");
  const size = gzipSync(script).length;
  const served = { file, associated: associatedBy(String(script)), actions: buttons.map(actionOf), locales: [chineseLocale] };
  return [
    ...manifests.flatMap((name) => manifestFaults(String(file(name)), served).map((fault) => `${name}: ${fault}`)),
    ...(size > scriptLimit ? [`functions.js: ${size} bytes gzipped; at most ${scriptLimit} are allowed`] : []),
  ];
}

/** Microsoft's own check, which needs its validation service. */
async function askMicrosoft(manifest) {
  try {
    const { isValid, report, status } = await validateManifest(manifest);
    const issues = [...(report?.errors ?? []), ...(report?.warnings ?? [])];
    for (const { title, content } of issues) console.log(`  ${title}: ${content}`);
    console.log(isValid ? "Microsoft's check: accepted." : `Microsoft's check: refused (${status}).`);
    return isValid;
  } catch (error) {
    if (!/Unable to contact/.test(error.message)) throw error;
    console.log("Microsoft's check: NOT DONE. Its service cannot be reached; run this again with a network.");
    return true;
  }
}

async function validate(folder) {
  const faults = buildFaults(folder);
  for (const fault of faults) console.error(fault);
  console.log(`Our check: ${faults.length === 0 ? "no fault" : faults.length === 1 ? "1 fault" : `${faults.length} faults`}.`);
  if (faults.length > 0 || !(await askMicrosoft(join(folder, manifests[0])))) process.exitCode = 1;
}

validate(process.argv[2] ?? join(__dirname, "../dist"));
