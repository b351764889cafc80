declare module "*.csv" {
  const rows: readonly Readonly<Record<string, string>>[];
  export default rows;
}

declare module "*.css";
