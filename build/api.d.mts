/** The public declarations in a folder, of the entries that are named by their paths in it, as one text. */
export declare const apiText: (lib: string, entries: readonly string[]) => Promise<string>;
