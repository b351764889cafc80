import { build, dist, upToDate } from "./build.mjs";

const wanted = process.env.PORT ?? "3000";

function port() {
  const number = Number(wanted);
  if (wanted.trim() !== "" && Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  throw new Error(`PORT is "${wanted}". It has to be a whole number from 0 to 65535, for example PORT=3100.`);
}

function refused(error) {
  if (error.code === "EADDRINUSE") {
    return `Port ${wanted} is taken by another program. Stop it, or choose another port: PORT=3100 npm start`;
  }
  if (error.code === "EACCES") {
    return `This user may not open port ${wanted}. Choose one above 1023: PORT=3100 npm start`;
  }
  if (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") {
    return `${error.message}\nThe packages are missing or incomplete. Run "npm ci", then "npm start" again.`;
  }
  return error.message;
}

async function show(address) {
  if (process.env.NO_OPEN === "1") return;
  try {
    const { default: open } = await import("open");
    const browser = await open(address);
    // A machine without a browser says so here; the address is already printed.
    browser.on("error", () => {});
  } catch {
    return;
  }
}

async function built(server) {
  try {
    await build();
  } catch (error) {
    server.stop();
    throw error;
  }
}

async function start() {
  const number = port();
  const { serve } = await import("./serve.mjs");
  // Before the build: nobody should wait a minute to hear that the port is taken.
  const server = await serve(dist, number);
  if (!await upToDate()) await built(server);
  const address = `http://localhost:${server.port}/workbook.html`;
  console.log(`Industry Policy Workbench is ready: ${address}\nPress Ctrl+C to stop.`);
  await show(address);
}

start().catch((error) => {
  console.error(refused(error));
  process.exitCode = 1;
});
