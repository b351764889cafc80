/** The numbers of a list as it is typed; NaN for what is none. */
export const typedNumbers = (text: string): number[] => text.split(/[\s,;，；]+/).filter(Boolean).map(Number);
