import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { withServiceLabels } from '#application/service-labels.js';
import { noSeriesIsReadByTwo } from '#laws/contested.js';
import { noRuleReadsWhatAnotherScrapes } from '#laws/foreign.js';
import type { Law } from '#laws/law.js';
import { everyAlertStaysWithItsApplication, noAlertIsSilencedByItsName } from '#laws/neighbour.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter } from '#promql/metric/declare.js';
import type { Unit } from '#promql/unit/unit.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import type { Vector } from '#promql/vector/vector.js';
import { group } from '#alerts/rule/group.js';
import { record } from '#alerts/rule/recording.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { alerting, drawing, shop, toSlack, tooMany, unwatched } from '../synth/estate/shop.js';

const faults = (law: Law, ...applications: readonly Application[]) => law({ applications, objects: [] });

/** What any web framework calls its metrics. */
const httpMetrics = catalog({
  requests: counter('http_requests_total', { help: 'Requests answered', labels: ['status', 'endpoint'] }),
});
const metrics = withServiceLabels(httpMetrics, ['component']);
const { requests } = metrics;

/** An application among others in the namespace `default`, whose Service is called like it. */
const among = (
  name: string,
  signal: Vector<never, Unit>,
  { component = name, ...spec }: Partial<Parameters<typeof shop>[0]> & { readonly component?: string } = {},
): Application => {
  const own = service(name, {
    namespaces: ['default'],
    labels: { app: name, component },
    ports: { http: 8000 },
  });
  const whole = shop(
    {
      namespace: name,
      services: [own],
      scrapes: [scrape(own, { port: 'http', interval: '30s', metrics: [metrics] })],
      exporters: [],
      groups: alerting(tooMany('HighErrorRate', signal)),
      dashboards: [],
      ...spec,
    },
    name,
  );
  return unwatched(whole);
};
const requestsOf = (matchers: Parameters<typeof requests.where>[0]) =>
  sum(rate(requests.where(matchers), '5m'));
const inDefault = { namespace: 'default' };

describe('no rule of one application reads what another scrapes', () => {
  const law = noRuleReadsWhatAnotherScrapes;
  const fruit = among('fruit', requestsOf({ ...inDefault, service: 'fruit' }));

  test.each<[string, Parameters<typeof requests.where>[0]]>([
    ['its Service', { service: 'bread' }],
    ['its job', { job: /bread(-.+)?/ }],
    ['a label of its Service that is copied', { component: 'bread' }],
    ['a choice of Services', { service: ['bread', 'rolls'] }],
  ])('where it names %s', (_, matchers) => {
    expect(faults(law, fruit, among('bread', requestsOf({ ...inDefault, ...matchers })))).toEqual([]);
  });

  test('where the namespaces differ', () => {
    const elsewhere = among('bread', requestsOf({ namespace: 'bread-prod' }));
    expect(faults(law, fruit, elsewhere)).toEqual([]);
  });

  test('where another Prometheus scrapes the other', () => {
    const bread = among('bread', requestsOf(inDefault), { release: 'second' });
    expect(faults(law, fruit, bread)).toEqual([]);
  });

  test('where both scrape the same Service', () => {
    const { services, scrapes } = among('bread', requestsOf(inDefault));
    const [one, two] = ['first', 'second'].map((name) =>
      among(name, requestsOf({ ...inDefault, service: 'bread' }), { services, scrapes }),
    );
    expect(one && two && faults(law, one, two)).toEqual([]);
  });

  test('not where only the namespace is named, which is that of both', () => {
    expect(faults(law, fruit, among('bread', requestsOf(inDefault)))).toEqual([
      {
        where: 'bread/rules',
        what: 'sum(rate(http_requests_total{namespace="default"}[5m])) > 100',
        code: 'reads-others',
        why: 'HighErrorRate may also read http_requests_total of fruit: of Service fruit in default',
        cure: expect.stringContaining("narrowed(metrics, { namespace, service: '…' })"),
      },
    ]);
  });

  test('not where both Services have the label by which it is told apart', () => {
    const api = { component: 'api' };
    const bread = among('bread', requestsOf({ ...inDefault, ...api }), api);
    const cheese = among('cheese', requestsOf({ ...inDefault, service: 'cheese' }), api);
    expect(faults(law, bread, cheese)).toMatchObject([{ where: 'bread/rules' }]);
  });

  test.each<[string, Parameters<typeof requests.where>[0]]>([
    ['the application', { status: '500' }],
    ['the application, under a name that the target has too', { endpoint: '/bread' }],
    ['the pod', { pod: 'bread-0' }],
  ])('not by a label whose value only %s knows', (_, matchers) => {
    const bread = among('bread', requestsOf({ ...inDefault, ...matchers }));
    expect(faults(law, fruit, bread)).toHaveLength(1);
  });

  test('where the other has no such label at all', () => {
    const plain = among('fruit', requestsOf({ ...inDefault, service: 'fruit' }));
    const uncopied = plain.scrapes.map((each) => ({ ...each, copiedLabels: [], metrics: [httpMetrics] }));
    const bread = among('bread', requestsOf({ ...inDefault, component: 'bread' }));
    expect(faults(law, { ...plain, scrapes: uncopied }, bread)).toEqual([]);
  });

  test('not through what it records', () => {
    const all = record('bread:http_requests:rate5m', requestsOf(inDefault));
    const rules = tooMany('HighErrorRate', all.value);
    const groups = [group('bread', { interval: '30s', records: [all], packs: [{ rules }] })];
    const bread = among('bread', requestsOf(inDefault), { groups });
    expect(faults(law, fruit, bread)).toMatchObject([
      { why: expect.stringMatching(/^bread:http_requests:rate5m may .*hits 1 more: HighErrorRate\)$/) },
    ]);
  });

  test('not what Prometheus says of another’s targets', () => {
    const up = sum(value(narrowed(scrapeMetrics, inDefault).up));
    expect(faults(law, fruit, among('bread', up))).toMatchObject([
      { why: expect.stringContaining('may also read up of fruit') },
    ]);
  });

  test('and what the reader of a dashboard chooses is his own affair', () => {
    const dashboards = [drawing(requestsOf(inDefault))];
    const bread = among('bread', requestsOf({ ...inDefault, service: 'bread' }), { dashboards });
    expect(faults(law, fruit, bread)).toEqual([]);
  });
});

describe('no rules of two applications read one series of the platform', () => {
  const law = noSeriesIsReadByTwo;
  const { deploymentAvailable } = kubeStateMetrics;
  const watching = (name: string, matchers: Parameters<typeof deploymentAvailable.where>[0]) =>
    among(name, sum(value(deploymentAvailable.where({ ...inDefault, ...matchers }))), {
      platform: [kubeStateMetrics],
    });

  test.each<[string, Parameters<typeof deploymentAvailable.where>[0]]>([
    ['another Deployment', { deployment: 'bread' }],
    ['a choice of other Deployments', { deployment: ['bread', 'bread.rolls'] }],
    ['another namespace', { namespace: 'bread-prod' }],
  ])('where one is of %s', (_, matchers) => {
    const fruit = watching('fruit', { deployment: ['fruit', 'fruit.bowl'] });
    expect(faults(law, fruit, watching('bread', matchers))).toEqual([]);
  });

  test('not where a Deployment is among those of both', () => {
    const fruit = watching('fruit', { deployment: ['fruit', 'cellar'] });
    expect(faults(law, fruit, watching('bread', { deployment: ['bread', 'cellar'] }))).toEqual([
      {
        where: 'bread/rules',
        what: expect.stringContaining('{deployment=~"bread|cellar", namespace="default"}'),
        code: 'reads-others',
        why: 'HighErrorRate and HighErrorRate of fruit may read the same series of kube_deployment_status_replicas_available',
        cure: expect.stringContaining('narrow the metric by a label in which the two differ'),
      },
    ]);
  });

  test('not by patterns, which may both match one name', () => {
    const fruit = watching('fruit', { deployment: /fruit.*/ });
    expect(faults(law, fruit, watching('bread', { deployment: /.*bread/ }))).toHaveLength(1);
  });
});

describe('alerts of one name stay apart in routing', () => {
  const law = everyAlertStaysWithItsApplication;
  const named = (name: string, matchers?: Readonly<Record<string, string>>, namespace = 'monitoring') =>
    among(name, requestsOf({ ...inDefault, service: name }), {
      namespace,
      routing: toSlack({ ...(matchers && { matchers }) }),
    });
  const own = (name: string) => named(name, { application: name });

  test('where each routing takes its own application’s', () => {
    expect(faults(law, own('bread'), own('fruit'))).toEqual([]);
  });

  test('where the operator tells their namespaces apart', () => {
    expect(faults(law, named('bread', {}, 'bread'), named('fruit', {}, 'fruit'))).toEqual([]);
  });

  test('not where a routing takes whatever is in its namespace', () => {
    expect(faults(law, named('bread'), own('fruit'))).toEqual([
      {
        where: 'bread/routing',
        what: 'HighErrorRate of fruit',
        code: 'meddles-with-others',
        why: 'its route may take it, although it is no alert of bread',
        cure: "match the label that every alert carries: application: 'bread'",
      },
    ]);
  });

  test('not where an inhibition silences whatever is in its namespace', () => {
    const silencing = routing({
      language: 'en',
      receivers: { slack: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) },
      route: { receiver: 'slack', matchers: { application: 'bread' } },
      inhibit: [{ source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['alertname'] }],
    });
    const bread = { ...own('bread'), routing: silencing };
    expect(faults(law, bread, own('fruit'))).toMatchObject([
      { why: 'its inhibition of {severity="warning"} may silence it, although it is no alert of bread' },
    ]);
  });
});

describe('alerts of one name are not taken for one another by the chart’s own inhibition', () => {
  const telling = (name: string, severity: 'critical' | 'warning', namespace = 'monitoring') =>
    among(name, requestsOf(inDefault), {
      namespace,
      groups: alerting(tooMany('HighErrorRate', requestsOf(inDefault), { severity })),
    });
  const bread = telling('bread', 'critical');

  test('where they are equally severe', () => {
    expect(faults(noAlertIsSilencedByItsName, bread, telling('fruit', 'critical'))).toEqual([]);
  });

  test('where they carry different namespaces', () => {
    expect(faults(noAlertIsSilencedByItsName, bread, telling('fruit', 'warning', 'fruit'))).toEqual([]);
  });

  test('not where one is a warning, which the critical one would silence', () => {
    expect(faults(noAlertIsSilencedByItsName, bread, telling('fruit', 'warning'))).toEqual([
      {
        where: 'fruit/rules',
        what: 'HighErrorRate',
        code: 'silenced-by-its-name',
        why: "while the critical HighErrorRate of bread fires, this warning of the same name in monitoring is not sent, by an inhibition of kube-prometheus-stack's own",
        cure: "call it after its application: prefixed('…', pack)",
      },
    ]);
  });
});
