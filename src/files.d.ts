declare module "*.csv" {
  const rows: readonly Readonly<Record<string, string>>[];
  export default rows;
}

/** WebAssembly, in base64. */
declare module "*.as" {
  const binary: string;
  export default binary;
}

declare module "*.css";
