import type { Texts } from "../../refusal";

/** How a formula came to stand in a portable copy. */
export const tiers = {
  native: { en: "native formula", zh: "原生公式" },
  helper: { en: "native formula with helper cells", zh: "原生公式加辅助单元格" },
  constant: { en: "constant with its source", zh: "附出处的常数" },
  value: { en: "value", zh: "数值" },
} as const satisfies Readonly<Record<string, Texts>>;

export type Tier = keyof typeof tiers;

export const sheetNames = {
  helper: { en: "PortableCells", zh: "便携辅助" },
  report: { en: "Conversion report", zh: "转换报告" },
  simulation: { en: "Simulation", zh: "模拟" },
  draws: { en: "Simulation steps", zh: "模拟步骤" },
} as const satisfies Readonly<Record<string, Texts>>;

/** What stands in the first cell of the sheets that a portable copy adds, by which they are known again. */
export const titles = {
  helper: { en: "Portable copy: helper cells", zh: "便携副本：辅助单元格" },
  report: { en: "Portable copy: conversion report", zh: "便携副本：转换报告" },
  simulation: { en: "Portable copy: simulation", zh: "便携副本：模拟" },
  draws: { en: "Portable copy: steps of the simulation", zh: "便携副本：模拟步骤" },
} as const satisfies Readonly<Record<string, Texts>>;

export const asked: Texts = { en: "values were asked for", zh: "已选择仅保留数值" };

export const isTitle = (value: unknown, of: keyof typeof titles): boolean =>
  value === titles[of].en || value === titles[of].zh;
