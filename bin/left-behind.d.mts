export declare const leftBehind: (folder: string, prefix: string) => readonly string[];
