import { describe, expect, test } from '@jest/globals';
import { type Planned, planned } from '#preview/data/incident.js';
import type { Told } from '#preview/data/made.js';
import { placedOf } from '#preview/data/place.js';
import { leftOut, neverFired } from '#preview/data/quiet.js';
import { worldOf } from '#preview/data/world.js';
import main from '../../../main.js';

const all = placedOf(main).map((placed) => ({ placed, proofs: worldOf(placed.application).proofs }));

const meantOf = ({ proven: { series } }: Planned): ReadonlySet<string> =>
  new Set(series.map(({ metric: { family, name } }) => family ?? name));
const areAtOnce = (one: Planned, other: Planned): boolean => one.from < other.to && other.from < one.to;

/** The pairs of incidents of one application that are at the same time. */
const pairs = (plans: readonly Planned[]): readonly (readonly [Planned, Planned])[] =>
  plans.flatMap((one, i) =>
    plans
      .slice(i + 1)
      .filter((other) => one.placed === other.placed && areAtOnce(one, other))
      .map((other) => [one, other] as const),
  );

describe('incidents that are named', () => {
  test('of one application are each at a time of its own, where there are few', () => {
    const plans = planned(all, ['ErrorsSurging', 'HighErrorRate', 'LatencySurging', 'PodDown', 'HighMemory']);
    expect([plans.length >= 5, pairs(plans)]).toEqual([true, []]);
  });

  test('are at the same time only where they are of other series, however many there are', () => {
    const plans = planned(
      all,
      all.flatMap(({ proofs }) => proofs.map(({ rule }) => rule.name)),
    );
    const met = pairs(plans).filter(([one, other]) =>
      [...meantOf(one)].some((name) => meantOf(other).has(name)),
    );
    expect([plans.length > 70, met]).toEqual([true, []]);
  });

  test('that keep hours are in them, whatever else is named', () => {
    const names = all.flatMap(({ proofs }) => proofs.map(({ rule }) => rule.name));
    const [found] = planned(all, names).filter(
      ({ proven: { rule } }) => rule.name === 'ObserverNoActiveConnections',
    );
    // Its hours end at 06:30 of UTC, and begin at midnight.
    expect(new Date((found?.from ?? 0) * 1000).getUTCHours()).toBeLessThan(6);
  });
});

describe('an alert that was named and has no incident', () => {
  const whyOf = (name: string, ...others: readonly string[]): readonly string[] => {
    const names = [name, ...others];
    return leftOut(all, planned(all, names), names)
      .filter(({ alert }) => alert === name)
      .map(({ application, why }) => `${application}: ${why.en}`);
  };

  test('is told where it reads logs', () => {
    expect(whyOf('LogErrorsSurging')).toEqual(['ojeomneo: it reads logs, of which none are made.']);
  });

  test('is told where others take all of the time', () => {
    const names = all.flatMap(({ proofs }) => proofs.map(({ rule }) => rule.name));
    expect(whyOf('ErrorRatioBudgetBurn3d', ...names)).toContain(
      'ojeomneo: other incidents of the same series take all of the time that there is; name fewer of them.',
    );
  });

  test('is told where nothing that is shown has it', () => {
    expect(whyOf('NoSuchAlert')).toEqual([
      ': no application has it at the place at which it is shown; --place takes another.',
    ]);
  });

  test('is not told where it has one', () => {
    expect(whyOf('WorkerPodDown')).toEqual([]);
  });
});

describe('an incident', () => {
  const [plan] = planned(all, ['WorkerPodDown']);
  if (plan === undefined) throw new Error('there is no incident');
  const { application } = plan.placed;
  const [group] = application.groups;
  if (group === undefined) throw new Error('there is no group');
  const told = (at: number, state: 'pending' | 'firing'): Told => ({
    ...{ application, group, rule: plan.proven.rule },
    alerts: [{ labels: {}, states: [{ at, state, since: at }] }],
  });

  test.each([
    ['fires while it lasts', told(plan.from + 60, 'firing'), []],
    ['is pending and no more', told(plan.from + 60, 'pending'), ['WorkerPodDown']],
    ['fires before it alone', told(plan.from - 60, 'firing'), ['WorkerPodDown']],
  ] as const)('whose alert %s', (_, each, quiet) => {
    expect(neverFired([plan], [each]).map(({ alert }) => alert)).toEqual(quiet);
  });
});
