// The command, as its bin runs it.
export { command } from '#command/command.js';
export { outcomeOf, type Disproven, type Outcome, type Trial, type Try } from '#incoming/trial/outcome.js';
export { type Given, type Exports } from '#command/given.js';
export { exitCodes, type ExitCode, type Surface, type Terminal } from '#ground/surface.js';
