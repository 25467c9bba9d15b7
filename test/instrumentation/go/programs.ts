import type { Program } from '../firing/program.js';

/** The programs in which generated Go is tried, each with its faults. */
export const programs: readonly Program[] = [];
