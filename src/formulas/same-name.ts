/** Excel tells the names of sheets, tables, ranges and charts apart without their case. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
