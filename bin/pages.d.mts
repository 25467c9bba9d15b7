import type { BuildOptions } from 'esbuild';

export declare const pageOptions: BuildOptions;
export declare const pageOf: (name: string) => Promise<{ readonly script: string; readonly style: string }>;
