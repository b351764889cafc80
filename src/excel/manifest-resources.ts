import type { Texts } from "../refusal";
import type { Edition } from "./edition";
import { buttons, groups } from "./ribbon";

/** An icon, address or text of the manifest, which the rest names by its id. */
export interface Resource {
  readonly id: string;
  readonly value: string;
  readonly chinese?: string;
}

interface IconSize {
  readonly id: string;
  readonly size: number;
  readonly file: string;
}

/** The product's own icon is drawn at every size that Office asks for, a command's at those it must have. */
const sizesOf = (name: string): readonly number[] =>
  name === "icon" ? [16, 20, 24, 32, 40, 48, 64, 80] : [16, 32, 80];

export const icons = (name: string): readonly IconSize[] =>
  sizesOf(name).map((size) => ({ id: `${name}.${size}`, size, file: `icons/${name}-${size}.png` }));

export function images(address: string): readonly Resource[] {
  const drawings = new Set(["icon", ...buttons.map((button) => button.icon)]);
  return [...drawings].flatMap(icons).map(({ id, file }) => ({ id, value: `${address}/${file}` }));
}

export const urls = ({ page }: Edition, address: string): readonly Resource[] => [
  { id: "Taskpane.Url", value: `${address}/${page}` },
  { id: "Functions.Script", value: `${address}/functions.js` },
  { id: "Functions.Metadata", value: `${address}/functions.json`, chinese: `${address}/functions.zh-CN.json` },
];

const text = (id: string, { en, zh }: Texts): Resource => ({ id, value: en, chinese: zh });

export const shortStrings = (edition: Edition): readonly Resource[] => [
  { id: "Functions.Namespace", value: edition.namespace },
  text("Start.Title", { en: `${edition.name.en} is ready`, zh: `${edition.name.zh}已就绪` }),
  text("Tab.Label", edition.tab),
  ...groups.map(({ id, label }) => text(`${id}Group.Label`, label)),
  ...buttons.map(({ id, label }) => text(`${id}.Label`, label)),
];

export const longStrings = ({ namespace, tab }: Edition): readonly Resource[] => [
  text("Start.Text", {
    en: `Open the ${tab.en} tab, or type =${namespace}. into a cell to see every function.`,
    zh: `打开“${tab.zh}”选项卡，或在单元格中输入 =${namespace}. 查看全部函数。`,
  }),
  ...buttons.map(({ id, tip }) => text(`${id}.Tip`, tip)),
];
