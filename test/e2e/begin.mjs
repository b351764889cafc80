import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";

const start = fileURLToPath(new URL("../../tools/start.mjs", import.meta.url));

/** As `npm start` does it, on a free port; builds first when the sources have changed. */
function startServer() {
  const server = spawn(process.execPath, [start], {
    env: { ...process.env, PORT: "0", NO_OPEN: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const [address] = /http:\S+/.exec(said) ?? [];
      if (address) resolve({ address, stop: () => server.kill() });
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", () => reject(new Error(`The server did not start.\n${said}`)));
  });
}

export default async function begin() {
  const server = await startServer();
  try {
    const browser = await startBrowser();
    Object.assign(process.env, { E2E_ADDRESS: server.address, E2E_BROWSER: browser.endpoint });
    globalThis.endToEnd = { server, browser };
  } catch (error) {
    server.stop();
    throw error;
  }
}
