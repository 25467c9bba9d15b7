import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { type Memory, later } from '#application/later/later.js';
import { across, inEach, ofThePlace } from '#laws/apart.js';
import { alone } from '#laws/alone.js';
import type { Judged, OwnFault } from '#laws/law.js';
import { asHeld, laws } from '#laws/laws.js';
import { labelMatchers } from '#routing/matcher.js';
import { byLabels } from '#laws/labelled.js';
import { byPins, pinsOf } from '#laws/pinned.js';
import { heldTo } from '#synth/estate/held.js';
import { alerting, shop, tooMany } from '../synth/estate/shop.js';
import { gauge } from '#promql/metric/declare.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';

const load = gauge('node_load1', { help: 'Load' });
/** An application of which much is wrong: it reads what nobody scrapes, of every namespace, and draws nothing of it. */
const broken = (name: string): Application =>
  shop({ namespace: name, groups: alerting(tooMany('TooMuchLoad', sum(value(load)))) }, name);

const applications = [broken('fruit'), broken('bread')];

/** What is remembered of an application, from one run to the next. */
const memory = (): Memory => {
  const known = new Map<string, string>();
  return {
    answer: (question) => known.get(question),
    remember: (question, answer) => {
      known.set(question, answer);
    },
  };
};

describe('A law that is asked a second time says the same, and makes no application', () => {
  const memories = applications.map(memory);
  const first = laws.map((law, i) =>
    heldTo(
      asHeld(law),
      `${i}`,
      { applications: applications.map((each, at) => later(() => each, memories[at] ?? memory())) },
      [],
    ),
  );
  const gone = (): Application => {
    throw new Error('it was made again');
  };

  // What two applications do to each other is told of both as they are.
  const isAlone = (at: number): boolean =>
    first[at]?.every(({ code }) => code !== 'reads-others' && code !== 'meddles-with-others') ?? false;

  test.each([...laws.entries()].filter(([at]) => isAlone(at)))('law %i', (at, law) => {
    const remembered = memories.map((each) => later(gone, each));
    for (const [i, each] of memories.entries()) each.remember('name', JSON.stringify(applications[i]?.name));
    expect(heldTo(asHeld(law), `${at}`, { applications: remembered }, [])).toEqual(first[at]);
  });

  test('of applications of which something is wrong', () => {
    expect(new Set(first.flat().map(({ code }) => code)).size).toBeGreaterThan(2);
  });
});

test('Of a place with two broken applications a law says what it says of each', () => {
  const own = (all: readonly Application[]) =>
    inEach(({ applications: some }) =>
      some.map(({ name }): OwnFault => ({ where: name, what: '', why: 'it is broken', cure: '' })),
    )({ applications: all, objects: [] });
  expect(own(applications)).toEqual(applications.flatMap((each) => own([each])));
});

test('Every law that there is is said in two steps', () => {
  expect(laws.map((law) => asHeld(law)).filter(({ apart }) => apart === undefined)).toEqual([]);
});

describe('A place is looked at by its applications', () => {
  const [fruit, bread] = applications;
  const object = (application: string): Judged['objects'][number] => ({
    ...{ place: '', application, path: application, file: `${application}.yaml` },
    manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: application } },
  });
  const ones = alone({
    applications: fruit && bread ? [fruit, bread] : [],
    objects: [object('bread'), object('argocd'), object('fruit')],
    others: [object('others')],
  });

  test('each with its own objects, and at last what is beside them', () => {
    expect(ones.map(({ objects }) => objects.map(({ application }) => application))).toEqual([
      ['fruit'],
      ['bread'],
      ['argocd'],
    ]);
  });

  test('and what others have made is beside them', () => {
    expect(ones.map(({ others = [] }) => others.length)).toEqual([0, 0, 1]);
  });
});

test('What is said of a place is told once', () => {
  const law = ofThePlace(() => [{ where: 'platform', what: '', why: 'it is old', cure: '' }]);
  expect(law({ applications, objects: [] })).toHaveLength(1);
});

describe('A law across applications', () => {
  const counting = across({
    summary: ({ applications: some }) => (some.length === 0 ? undefined : { count: some.length }),
    judge: (all) => (all.length > 1 ? undefined : []),
    whole: ({ applications: some }) => [
      { where: '', what: String(some.length), why: 'they are many', cure: '' },
    ],
  });

  test('is asked of the place as it is where summaries do not tell', () => {
    expect(counting({ applications, objects: [] })).toMatchObject([{ what: '2' }]);
  });

  test('and not where they do', () => {
    expect(counting({ applications: applications.slice(1), objects: [] })).toEqual([]);
  });
});

describe('What may be meant is found by its labels', () => {
  const services = [
    { name: 'fruit', namespaces: ['market', 'stall'], labels: { app: 'fruit', tier: 'web' } },
    { name: 'bread', namespaces: ['market'], labels: { app: 'bread', tier: 'web' } },
  ];
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['market', { tier: 'web' }, ['fruit', 'bread']],
    ['market', { tier: 'web', app: 'bread' }, ['bread']],
    ['stall', {}, ['fruit']],
    ['market', { app: 'cheese' }, []],
  ])('in %s by %j', (namespace, labels, names) => {
    expect(byLabels(services)(namespace, labels).map(({ name }) => name)).toEqual(names);
  });

  test('also what says nothing of a label, in its place', () => {
    const all = [{ job: 'a' }, {}, { job: 'b' }, { job: 'a', node: 'n' }];
    expect(byPins(all, (each) => each)(pinsOf(labelMatchers({ job: 'a' })))).toEqual([
      { job: 'a' },
      {},
      { job: 'a', node: 'n' },
    ]);
  });
});
