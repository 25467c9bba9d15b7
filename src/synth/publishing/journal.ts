import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { standing } from '#bin/standing.mjs';
import { listAt, objectAt } from '#ground/json.js';
import { journalOf, makerOfJournal, next, old } from '#synth/beside.js';
import { type Plan, at, isThere, removedEmpty } from './plan.js';

/** Says what is to become of the paths, once all that is moved in stands beside them: from now on it is finished, whoever is killed. */
export const begin = (plans: readonly Plan[]): string => {
  const journal = journalOf(plans[0]?.path ?? '');
  const fresh = `${journal}-fresh`;
  writeFileSync(fresh, JSON.stringify({ plans }));
  renameSync(fresh, journal);
  return journal;
};

const texts = (values: readonly unknown[]): readonly string[] =>
  values.filter((each) => typeof each === 'string');

const read = (journal: string): readonly Plan[] => {
  const said: unknown = JSON.parse(readFileSync(journal, 'utf8'));
  return listAt(said, 'plans').flatMap((plan) => {
    const { path } = objectAt(plan);
    return typeof path === 'string'
      ? [{ path, removes: texts(listAt(plan, 'removes')), folders: texts(listAt(plan, 'folders')) }]
      : [];
  });
};

/** Finishes what a process that was killed had begun: whatever it had done of it already. */
export const finish = (path: string, maker: string): void => {
  const process = makerOfJournal(maker);
  if (process === undefined) return;
  const journal = next(path, maker);
  const plans = read(journal);
  for (const plan of plans) {
    const [staged, place] = [(below: string) => at(next(plan.path, process), below), plan.path];
    for (const below of plan.removes) if (isThere(at(place, below))) rmSync(at(place, below));
    for (const folder of plan.folders) removedEmpty(at(place, folder));
    for (const below of standing(staged('')).paths) {
      mkdirSync(dirname(at(place, below)), { recursive: true });
      renameSync(staged(below), at(place, below));
    }
  }
  rmSync(journal);
  for (const plan of plans)
    for (const each of [next(plan.path, process), old(plan.path, process)])
      rmSync(each, { recursive: true, force: true });
};
