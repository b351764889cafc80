import { createServer } from "node:http";
import sirv from "sirv";

/**
 * Own origin only. Styles may stand inline because Fluent UI and Univer write theirs while they run;
 * scripts may not, and nothing is evaluated from text. WebAssembly may be compiled: our own script brings it along.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "Content-Security-Policy": policy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server.address().port));
  });
}

/**
 * Serves a folder to this machine alone, and returns the port and how to stop. Both loopback addresses are
 * taken, since `localhost` may mean either; a machine without IPv6 does with one.
 */
export async function serve(folder, port) {
  // Checks the file's time at each request: a rebuild needs no restart, and a browser keeps nothing stale.
  const files = sirv(folder, { dev: true, etag: true });
  const answer = (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response);
  };
  const four = createServer(answer);
  const six = createServer(answer);
  const taken = await listen(four, port, "127.0.0.1");
  const stop = () => [four, six].forEach((server) => server.close());
  try {
    await listen(six, taken, "::1");
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      stop();
      throw error;
    }
  }
  return { port: taken, stop };
}
