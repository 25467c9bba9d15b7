import type { Render } from '#instrumentation/instrumentation.js';

/** A module in typescript. */
export const typescriptFiles: Render = () => ({});
