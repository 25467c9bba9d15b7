// How long after a file is saved what follows of it is in dist/, where `synth --watch` runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { other, replaceIn } from './edit.mjs';
import { median } from './median.mjs';
import { command } from './product.mjs';
import { env } from './run.mjs';

/** So long after a save nobody waits for it any more. */
const patience = 60_000;

/** A person does not save twice in less. */
const betweenSaves = 1000;

/** Saves one file, and waits until the rule that follows of it differs: milliseconds. */
const saved = async (folder, round, isRunning) => {
  const rule = join(folder, 'dist/production/observer/PrometheusRule.observer.yaml');
  const before = readFileSync(rule, 'utf8');
  const start = performance.now();
  replaceIn(join(folder, 'apps/observer/alerts.ts'), other(round));
  // while it is replaced, there may be none
  const now = () => (existsSync(rule) ? readFileSync(rule, 'utf8') : before);
  while (now() === before) {
    if (!isRunning() || performance.now() - start > patience)
      throw new Error('synth --watch did not write what was saved');
    await sleep(2);
  }
  return performance.now() - start;
};

/** What is said of it: the median of so many saves. */
export const watchText = async (folder, rounds) => {
  const child = spawn(process.execPath, [command, 'synth', '--watch'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken = [];
  try {
    // what it says first is that what stands is up to date
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    child.stdout.resume();
    for (let round = 0; round < rounds; round++) {
      await sleep(betweenSaves);
      taken.push(await saved(folder, round, () => child.exitCode === null));
    }
  } finally {
    child.kill();
  }
  return `synth --watch: a saved file is in dist/ after ${median(taken).toFixed(0)} ms, the median of ${rounds}`;
};
