import type { Render } from '#instrumentation/instrumentation.js';

/** A module in python. */
export const pythonFiles: Render = () => ({});
