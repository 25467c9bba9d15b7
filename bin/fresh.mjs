import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kept } from './setting.cjs';

/** The folders in which words of the command run: what runs meanwhile has a folder of its own in them. */
const isOfRuns = (name) => /^(synthesis|command|outcomeOf)-/.test(name);

/** Forgets all that was kept of earlier syntheses: what was bundled, what was remembered, what the compiler said, what stood where. */
export const forgetAll = () => {
  const folder = kept('synth');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) => !isOfRuns(each)))
    rmSync(join(folder, name), { recursive: true, force: true });
  rmSync(kept('standing'), { recursive: true, force: true });
};
