import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { resolve } from "node:path";
import { address } from "./opened";

const start = resolve(__dirname, "../../tools/start.mjs");

interface Run {
  readonly said: string;
  readonly code: number | null;
  readonly seconds: number;
}

/** Until it is ready or has given up. */
function run(environment: Record<string, string>): Promise<Run> {
  const began = Date.now();
  const child = spawn(process.execPath, [start], { env: { ...process.env, NO_OPEN: "1", ...environment } });
  let said = "";
  return new Promise((done) => {
    const finish = (code: number | null): void => done({ said, code, seconds: (Date.now() - began) / 1000 });
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("ready")) child.kill();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", finish);
  });
}

describe("npm start", () => {
  it("is ready within ten seconds when everything has been built", async () => {
    const { said, seconds } = await run({ PORT: "0" });
    expect(said).toMatch(/ready: http:\/\/localhost:\d+\/workbook\.html/);
    expect(seconds).toBeLessThan(10);
  });

  it("names PORT when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => other.once("listening", listening));
    const { port } = other.address() as AddressInfo;
    const { said, code } = await run({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken by another program.`);
    expect(said).toContain("PORT=3100 npm start");
  });

  it.each(["none", "-1", "70000", "3000.5", " "])("does not take %j for a port", async (port) => {
    const { said, code } = await run({ PORT: port });
    expect(code).toBe(1);
    expect(said).toContain("It has to be a whole number from 0 to 65535");
  });
});

describe("the server", () => {
  it("lets the page load from nowhere else, and evaluate no text as code", async () => {
    const { headers } = await fetch(address);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain("'unsafe-eval'");
  });

  it("has the browser ask whether a file has changed, before it shows a kept one", async () => {
    const { headers } = await fetch(address);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect((await fetch(address, { headers: { "If-None-Match": headers.get("etag")! } })).status).toBe(304);
  });

  it.each(["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/%00", "/%", "/nowhere.html"])(
    "has nothing at %s",
    async (path) => {
      const { status } = await fetch(new URL(address).origin + path);
      expect(status).toBe(404);
    },
  );
});
