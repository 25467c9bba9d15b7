// What the command runs for `synth` alone, which is loaded hundreds of times a day.
export { synthesis } from '#command/synthesis.js';
