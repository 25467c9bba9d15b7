import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { listAt, objectAt } from '#ground/json.js';
import { journalOf, makerOfJournal, next, old } from '#synth/beside.js';
import { type Plan, at, removeFile, removedEmpty } from './plan.js';
import { moveIn } from './swap.js';

/** Says what is to become of the paths, once all that is moved in stands beside them: from now on it is finished, whoever is killed. */
export const begin = (plans: readonly Plan[]): string => {
  const journal = journalOf(plans[0]?.path ?? '');
  const fresh = `${journal}-fresh`;
  try {
    writeFileSync(fresh, JSON.stringify({ plans }));
    renameSync(fresh, journal);
    return journal;
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
};

const texts = (values: readonly unknown[]): readonly string[] =>
  values.filter((each) => typeof each === 'string');

/** What a journal says; nothing where a machine that lost its power left none of it. */
const said = (journal: string): unknown => {
  try {
    return JSON.parse(readFileSync(journal, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const read = (journal: string): readonly Plan[] =>
  listAt(said(journal), 'plans').flatMap((plan) => {
    const { path } = objectAt(plan);
    return typeof path === 'string'
      ? [{ path, removes: texts(listAt(plan, 'removes')), folders: texts(listAt(plan, 'folders')) }]
      : [];
  });

/** Finishes what a process that was killed had begun: whatever it had done of it already. */
export const finish = (path: string, maker: string): void => {
  const process = makerOfJournal(maker);
  if (process === undefined) return;
  const journal = next(path, maker);
  const plans = read(journal);
  for (const plan of plans) {
    const staged = next(plan.path, process);
    for (const below of plan.removes) removeFile(at(plan.path, below));
    for (const folder of plan.folders) removedEmpty(at(plan.path, folder));
    if (existsSync(staged)) moveIn(staged, plan.path);
  }
  rmSync(journal);
  for (const plan of plans)
    for (const each of [next(plan.path, process), old(plan.path, process)])
      rmSync(each, { recursive: true, force: true });
};
