export declare const valued: Readonly<Record<string, string>>;
export declare const namesFiles: (args: string[], folder: string) => boolean;
