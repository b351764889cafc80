import { readRegister, registerNamespace, registerXml, type DataRegister } from "../sharing/data/register";
import { changeRecord, recordXml } from "./records";
import type { Remember } from "./run";

const read = (xml: string | undefined): DataRegister => readRegister(xml === undefined ? [] : [xml]);

/** What the workbook says of the data in it. */
export const registerOf = async (context: Excel.RequestContext): Promise<DataRegister> =>
  read(await recordXml(context, registerNamespace));

export const changeRegister = (
  context: Excel.RequestContext,
  remember: Remember,
  change: (register: DataRegister) => DataRegister,
): Promise<void> =>
  changeRecord(context, remember, registerNamespace, (before) => registerXml(change(read(before))));
