import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import { Refusal } from '#ground/fault.js';
import { estate } from '../estate.js';
import { oncePerCause } from '#laws/cause.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { inProduction } from '../place.js';

/** What synthesis refuses of the estate with one of its applications in another form. */
const refused = (of: Application, changed: Application) => {
  try {
    const { charts, laws } = synthesisOf(inProduction(estate.map((each) => (each === of ? changed : each))));
    synthesize(charts, laws);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
};
const inScrapes = (application: Application, change: (scrape: Scrape) => Scrape): Application => ({
  ...application,
  scrapes: application.scrapes.map(change),
});

/** Typos of one place each, in an application that has it. */
const typos: Readonly<Record<string, (application: Application) => Application>> = {
  'a language': (each) => Object.assign({ ...each }, { language: 'kr' }),
  'a title': (each) => ({ ...each, title: `${each.title}/x` }),
  'a namespace': (each) => ({ ...each, namespace: 'Shop_prod' }),
  'a release': (each) => ({ ...each, release: 'prome theus' }),
  'the name of another application': (each) => ({
    ...each,
    name: estate.find((other) => other !== each)?.name ?? each.name,
  }),
  'a port of its scrapes': (each) =>
    inScrapes(each, (scrape) => (scrape === each.scrapes[0] ? { ...scrape, port: 'htp' } : scrape)),
  'a path of its scrapes': (each) =>
    inScrapes(each, (scrape) => (scrape === each.scrapes[0] ? { ...scrape, path: '/metrics?x=y' } : scrape)),
  'a group that is there twice': (each) => ({
    ...each,
    groups: [...each.groups, ...each.groups.slice(0, 1)],
  }),
  'a dashboard that is there twice': (each) => ({
    ...each,
    dashboards: [...each.dashboards, ...each.dashboards.slice(0, 1)],
  }),
  'a receiver of its route': (each) => {
    const { routing } = each;
    const route = { ...routing.route, receiver: `${routing.route.receiver}k` };
    return { ...each, routing: { ...routing, route: { ...route } } };
  },
  'what its routing is for': (each) => {
    const { routing } = each;
    const matchers = [{ label: 'application', operator: '=' as const, value: `${each.name}x` }];
    return { ...each, routing: { ...routing, route: { ...routing.route, matchers } } };
  },
  'what it scrapes': (each) => inScrapes(each, (scrape) => ({ ...scrape, metrics: [] })),
  'the image of an exporter': (each) => ({
    ...each,
    exporters: each.exporters.map((exporter, i) =>
      i === 0 ? { ...exporter, image: 'exporter:latest' } : exporter,
    ),
  }),
};

/** Whether an application has what the typo is in. */
const has = (application: Application, typo: string): boolean =>
  !typo.startsWith('the image') || application.exporters.length > 0;

/** Each kind of typo in an application of its own, so that all of them are tried. */
const tried = Object.entries(typos).map(([typo, change], i) => {
  const others = estate.filter((each) => has(each, typo));
  const application = others[i % others.length];
  if (application === undefined) throw new Error(`no application has what ${typo} is in`);
  return [typo, application.name, application, change] as const;
});

test.each(tried)(
  'a single typo, %s of %s, is a single violation (mistake 89)',
  (_, __, application, change) => {
    expect(refused(application, change(application))).toHaveLength(1);
  },
);

describe('faults of one cause', () => {
  const fault = (where: string, what: string) => ({
    where,
    what,
    code: 'no-such-metric' as const,
    why: `${what} reads nothing`,
    cure: 'mend it',
  });
  const of = (where: string, what: string, cause = 'typo') => ({
    fault: fault(where, what),
    cause,
    hit: what,
  });

  test('are told as the first, with how many more there are', () => {
    const all = ['A', 'B', 'C', 'D', 'E', 'F'].map((what) => of('shop/rules', what));
    expect(oncePerCause(all)).toEqual([
      {
        ...fault('shop/rules', 'A'),
        why: 'A reads nothing (the same cause hits 5 more: B, C, D, 2 more)',
      },
    ]);
  });

  test('are told of each application', () => {
    expect(oncePerCause([of('shop/rules', 'A'), of('bakery/rules', 'B')])).toHaveLength(2);
  });

  test('are told beside those of another', () => {
    expect(oncePerCause([of('shop/rules', 'A'), of('shop/rules', 'B', 'another')])).toHaveLength(2);
  });
});
