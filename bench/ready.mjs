import { command } from './product.mjs';
import { run } from './run.mjs';

const ask = `
  const { settingOf } = await import('./bin/setting.cjs');
  const { typeFaults } = await import('./bin/types.mjs');
  const faults = await typeFaults(settingOf().main);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
`;

/** Has the types of an estate checked as it stands, so that its next synthesis need not; its compiler refuses nothing. */
export const checked = (folder) => run([process.execPath, '--input-type=module', '--eval', ask], folder);

/** Synthesizes it twice: what V8 made of the first run, the second makes use of. */
export const synthesizedTwice = async (folder) => {
  await run([process.execPath, command, 'synth'], folder);
  await run([process.execPath, command, 'synth'], folder);
};
