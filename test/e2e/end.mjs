export default async function end() {
  const { server, browser } = globalThis.endToEnd;
  await browser.stop();
  server.stop();
}
