import { checked } from './ready.mjs';
import { median } from './median.mjs';
import { command } from './product.mjs';
import { run } from './run.mjs';

const bareNode = [process.execPath, '-e', '0'];

/** What is timed unless a row says otherwise. */
const synth = [process.execPath, command, 'synth'];

const medianOf = (runs) => ({
  wall: median(runs.map(({ wall }) => wall)),
  cpu: median(runs.map(({ cpu }) => cpu)),
  peak: Math.max(...runs.map(({ peak }) => peak)),
});

/**
 * Times rows so many times, one after the other, and before each a Node that does nothing: so whatever else the machine does falls on all of
 * them. The medians of each; of memory the most.
 */
export const timed = async (rows, folder, rounds) => {
  const bare = [];
  const taken = rows.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { command: asked = synth, before, after, typed }] of rows.entries()) {
      await before?.(round);
      if (typed) await checked(folder);
      bare.push(await run(bareNode, folder));
      taken[i].push(await run(asked, folder));
      after?.();
    }
  }
  return { bare: medianOf(bare), rows: rows.map(({ name }, i) => ({ name, ...medianOf(taken[i]) })) };
};
