import type { Render } from '#instrumentation/instrumentation.js';

/** A module in go. */
export const goFiles: Render = () => ({});
