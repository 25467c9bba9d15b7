import { describe, expect, test } from '@jest/globals';
import { type Application } from '#application/application.js';
import type { Pods } from '#application/network/end.js';
import { isolatedOf } from '#application/network/isolated.js';
import { traceAgentOf } from '#application/tracing/names.js';
import { prometheusIn } from '#application/network/scraper.js';
import { type Way, reachedWays, scrapedWays, waysOf } from '#application/network/way.js';
import { isOpen, isPolicy } from '#laws/network/policy.js';
import { isWithin } from '#application/network/within.js';
import { estate } from '../../estate.js';
import { objectsOf } from '../../synth/estate/objects.js';
import { probingShop } from '../../synth/estate/probing.js';
import { scatteredShop } from '../../synth/estate/found.js';
import { shop } from '../../synth/estate/shop.js';

const scraper = prometheusIn();
const denying = ['shop-prod', 'shop-staging'];
const all: readonly Application[] = [
  ...estate,
  shop(),
  shop({ network: { denying } }, 'guarded'),
  probingShop(),
  scatteredShop({ network: { denying } }),
];
const policiesOf = (application: Application) => objectsOf(application).filter(isPolicy);
const named = all.map((application, i) => ({ called: `${i} ${application.name}`, application }));

const pods = (namespace: string, labels: Pods['labels'] = {}): Pods => ({ of: 'pods', namespace, labels });
const shut = (application: Application, ways: readonly Way[]) => {
  const policies = policiesOf(application);
  return ways.filter((way) => !isOpen(policies, way, application.network?.denying));
};
const open = (application: Application, ways: readonly Way[]) => {
  const policies = policiesOf(application);
  return ways.filter((way) => isOpen(policies, way, application.network?.denying));
};

/** Who has nothing to do with an exporter: a neighbour, all that is in Prometheus's namespace, and a Prometheus of somebody else. */
const strangers = (namespace: string): readonly Pods[] => [
  pods(namespace, { app: 'neighbour' }),
  pods('monitoring', { 'app.kubernetes.io/name': 'grafana' }),
  pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' }),
  pods('elsewhere', scraper.labels),
];

/** That an application's own pods send spans to its collectors is what these are for, and policies do not know its pods by name. */
const isSpans = (application: Application, { name, from, port }: Way): boolean =>
  name === traceAgentOf(application.name) &&
  from.of === 'pods' &&
  from.namespace === application.namespace &&
  [4317, 4318].includes(port);

/** Every port at which anything of an application is asked, and one at which nothing is. */
const portsOf = (application: Application): readonly number[] => [
  ...new Set(waysOf(application, scraper).map(({ port }) => port)),
  22,
];

describe.each(named)('of $called', ({ application }) => {
  const isolated = isolatedOf(application);

  test('Prometheus reaches all that it scrapes', () => {
    expect(shut(application, scrapedWays(application, scraper))).toEqual([]);
  });

  test('exporters and agents reach what they watch and where they send to', () => {
    expect(
      shut(
        application,
        isolated.flatMap((each) => reachedWays(application, each)),
      ),
    ).toEqual([]);
  });

  test('no stranger reaches an exporter or agent, at whatever port', () => {
    const ways = isolated.flatMap(({ name, namespace, labels }) =>
      strangers(namespace).flatMap((from) =>
        portsOf(application).map((port) => ({
          ...{ name, from, port, protocol: 'TCP' as const },
          to: pods(namespace, labels),
        })),
      ),
    );
    expect(open(application, ways).filter((way) => !isSpans(application, way))).toEqual([]);
  });

  test('Prometheus reaches nothing of an exporter or agent but what it scrapes', () => {
    const scraped = scrapedWays(application, scraper);
    const besides = isolated.flatMap((each) =>
      portsOf(application)
        .filter(
          (port) =>
            !scraped.some((way) => way.to.of === 'pods' && way.port === port && isWithin(each, way.to)),
        )
        .map((port) => ({
          ...{ name: each.name, port, protocol: 'TCP' as const },
          from: pods(scraper.namespace, scraper.labels),
          to: pods(each.namespace, each.labels),
        })),
    );
    expect(open(application, besides)).toEqual([]);
  });

  test('exporters and agents that say where they go reach no other port, and no other namespace', () => {
    const besides = isolated
      .filter(({ reaches }) => reaches !== undefined)
      .flatMap((each) => {
        const own = reachedWays(application, each);
        const from = pods(each.namespace, each.labels);
        const to = [...new Set(own.flatMap((way) => (way.to.of === 'pods' ? [way.to] : [])))];
        const outside = { of: 'anywhere' } as const;
        return [
          ...[...to, outside].map((end) => ({ to: end, port: 22 })),
          ...(own.some((way) => way.to.of === 'anywhere')
            ? []
            : portsOf(application).flatMap((port) => [
                { to: outside, port },
                { to: pods('elsewhere'), port },
              ])),
        ].map((way) => ({ name: each.name, from, protocol: 'TCP' as const, ...way }));
      });
    expect(open(application, besides)).toEqual([]);
  });

  test('what others reach of pods that are not ours stays as it was', () => {
    const { network } = application;
    const others = waysOf(application, scraper).flatMap((way) =>
      way.to.of === 'pods' && !isolated.some((each) => way.to.of === 'pods' && isWithin(each, way.to))
        ? [{ ...way, from: pods('anybody') }]
        : [],
    );
    const wasOpen = others.filter(({ to }) => to.of === 'pods' && !network?.denying.includes(to.namespace));
    expect(open(application, others)).toEqual(wasOpen);
  });
});

test('where a namespace denies by default, nothing is reached that no policy lets in', () => {
  const guarded = shop({ network: { denying: ['shop-prod'] } });
  const bare = shop({ network: false });
  const ways = scrapedWays(guarded, scraper).filter(
    ({ to }) => to.of === 'pods' && to.namespace === 'shop-prod' && Object.keys(to.labels).length === 0,
  );
  expect([
    ways.filter((way) => isOpen(policiesOf(bare), way, ['shop-prod'])),
    ways.filter((way) => isOpen(policiesOf(guarded), way, ['shop-prod'])),
  ]).toEqual([[], ways]);
});
