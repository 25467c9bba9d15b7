/** What stands at a path: files below it, by path with `/`, each with its size, when it and what is told of it changed last, and its inode. */
export interface Standing {
  readonly paths: readonly string[];
  /** Four numbers for each of the paths; a size below zero is of what is no file. */
  readonly stamps: Float64Array;
  /** The folders, each before those in it; the path itself is ''. */
  readonly folders: readonly string[];
  /** When their names changed last, folder by folder, in milliseconds. */
  readonly times: readonly number[];
}

/** What stood at a path, and the sum of each file. */
export interface Recorded extends Omit<Standing, 'folders' | 'times'> {
  /** When it was looked at, in milliseconds. */
  readonly at: number;
  readonly sumAt: (index: number) => string;
}

export declare const sumOf: (bytes: string | Uint8Array) => string;
/** How many numbers are told of a file. */
export declare const numbers: number;
export declare const stampsOf: (file: string) => readonly number[];
export declare const stampsAt: (standing: Pick<Standing, 'stamps'>, index: number) => Float64Array;
export declare const sizeAt: (standing: Pick<Standing, 'stamps'>, index: number) => number;
export declare const standing: (path: string) => Standing;
export declare const recordFile: (folder: string, path: string) => string;
export declare const recordOf: (file: string) => Recorded | undefined;
export declare const record: (
  file: string,
  recorded: Omit<Recorded, 'sumAt'> & { readonly sums: readonly string[] },
) => void;
export declare const knownBy: (
  recorded: Recorded | undefined,
  standing: Standing,
) => (index: number) => string | undefined;
export declare const stands: (path: string, file: string) => boolean;
