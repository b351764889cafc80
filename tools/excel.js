require("./typescript");
const { spawnSync } = require("node:child_process");
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { builtFiles, hostingFrom } = require("../src/excel/built-files");

/** Fetched when it is wanted: with all that it depends on it takes 300 MB, more than the rest of the tools together. */
const debugging = "npx --yes office-addin-debugging@5.1.6";

const dist = join(__dirname, "../dist");
const manifest = join(dist, "manifest.dev.xml");

const run = (command) => spawnSync(command, { shell: true, stdio: "inherit" }).status ?? 1;

const elsewhere = (address) => `Excel does not run on this system, but Excel on the web can load the add-in from here:
  1. Open ${address}/taskpane.html in this browser and accept its certificate.
  2. In a workbook choose Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in.
  3. Pick ${manifest}
`;

function start() {
  const hosting = hostingFrom(process.env);
  mkdirSync(dist, { recursive: true });
  writeFileSync(manifest, builtFiles(hosting)["manifest.dev.xml"]);
  if (!["win32", "darwin"].includes(process.platform)) {
    console.log(elsewhere(hosting.address));
    return run("npm run dev-server");
  }
  const port = new URL(hosting.address).port || 443;
  return run(`${debugging} start "${manifest}" desktop --dev-server "npm run dev-server" --dev-server-port ${port}`);
}

process.exitCode = process.argv[2] === "stop" ? run(`${debugging} stop "${manifest}"`) : start();
