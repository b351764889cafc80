declare function plainFields(text: string): string;
export = plainFields;
