// What the command runs for `synth` alone, which is loaded hundreds of times a day.
export { synthesis } from '#command/synthesis.js';
export { type Make, type Memory, later } from '#application/later/later.js';
export { isApplication } from '#application/is-application.js';
export type { Exports, Given } from '#command/given.js';
export type { ExitCode, Surface, Terminal } from '#ground/surface.js';
export type { TypeFault } from '#synth/causes.js';
export type { Standing } from '#synth/synth.js';
