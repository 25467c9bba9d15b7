// What the command runs for `synth` alone, which is loaded hundreds of times a day.
export { synthesis } from '#command/synthesis.js';
export { type Memory, later } from '#application/later/later.js';
export { isApplication } from '#application/is-application.js';
