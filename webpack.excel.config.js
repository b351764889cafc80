const config = require("./webpack.config.js");
const { hosting } = require("./tools/excel-files");

/** Excel trusts only certificates of this machine's own authority; making and installing one may ask for a password. */
async function trustedCertificate() {
  try {
    const { getHttpsServerOptions } = require("office-addin-dev-certs");
    return await getHttpsServerOptions();
  } catch (error) {
    console.warn(`No trusted certificate: ${error.message ?? error}\nServing with one that the browser has to be told to accept.`);
    return {};
  }
}

/** The add-in over https, as Excel demands, rebuilt at every change. */
module.exports = async (env, argv) => {
  const [functions, pages] = config(env, argv);
  const devServer = {
    server: { type: "https", options: await trustedCertificate() },
    host: "localhost",
    port: new URL(hosting().address).port || 443,
    static: false,
    hot: false,
    client: { overlay: false },
    // Excel on the web reads functions.json from a page of its own.
    headers: { "Access-Control-Allow-Origin": "*" },
  };
  return [functions, { ...pages, devServer }];
};
