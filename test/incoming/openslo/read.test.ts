import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { selector } from '#promql/vector/select.js';
import { yamlOf } from '#ground/yaml.js';
import { documentsIn } from '#incoming/openslo/documents.js';
import { objectivesModule } from '#incoming/openslo/module.js';
import { objectivesOf } from '#incoming/openslo/objective.js';
import { openSlos } from '#openslo/written.js';
import { slos } from '../../openslo/slos.js';

const read = (text: string) => {
  const documents = documentsIn([{ file: 'slos.yaml', text }]);
  return documents
    .filter(({ kind }) => kind === 'SLO')
    .flatMap((document) => objectivesOf(document, documents));
};
const others = readFileSync('test/incoming/openslo/others.yaml', 'utf8');
const objectives = (text: string) => read(text).flatMap(({ objective }) => objective ?? []);
const unsaid = (text: string) => read(text).flatMap((each) => each.unsaid.map(({ why }) => why));

/** An SLO with something else in the place of its queries, or of a field. */
const slo = (ratio: object, more: object = {}): string =>
  yamlOf({
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'api' },
    spec: {
      service: 'api',
      indicator: { metadata: { name: 'api' }, spec: ratio },
      budgetingMethod: 'Occurrences',
      objectives: [{ target: 0.9 }],
      ...more,
    },
  });
const of = (query: string, type = 'Prometheus') => ({ metricSource: { type, spec: { query } } });
const ratio = (bad: object, total: object = of('requests_total')) => ({
  ratioMetric: { counter: true, bad, total },
});

test('An objective is the same after it was written and read', () => {
  const written = openSlos(slos, 'en').map(yamlOf).join('---\n');
  const told = slos.flatMap(({ name, title, sli: { counts, total, failures }, ...slo }) =>
    counts === undefined
      ? []
      : [
          {
            ...{ name, service: 'shop', title: title.en, failures: failures.en },
            total: inline(selector(total)),
            part: inline(selector('good' in counts ? counts.good : counts.bad)),
            target: slo.objective.value,
            window: slo.budget.window,
            alerts: slo.burnRates.length === 4 ? undefined : slo.burnRates.map(({ long }) => long),
          },
        ],
  );
  expect(
    objectives(written).map(({ total, part, ...each }) => ({
      ...each,
      total: inline(total),
      part: inline(part.of),
    })),
  ).toEqual(expect.arrayContaining(told));
});

test('What others wrote is a module', () => {
  expect(objectivesModule(objectives(others), 'en')).toEqual({
    unsaid: [],
    text: `import {
  called,
  catalog,
  counter,
  events,
  histogram,
  latency,
  percent,
  seconds,
  slo,
  sloGroup,
} from 'cheomseong';

export const metrics = catalog({
  requestDurationSeconds: histogram('http_request_duration_seconds', {
    help: 'http_request_duration_seconds',
    buckets: [0.3],
  }),
  requests: counter('http_requests_total', { help: 'http_requests_total', labels: ['code'] }),
});

export const availability = slo('Availability', {
  application: 'api',
  subject: called('api'),
  title: { en: 'Availability' },
  sli: events({
    total: metrics.requests.where({ job: 'api' }),
    bad: metrics.requests.where({ job: 'api', code: /5../ }),
    failures: { en: 'requests that ended in 5xx' },
    example: { good: { code: '200' }, bad: { code: '500' } },
  }),
  objective: percent(99.9),
  alerts: ['1h'],
});

export const availability2 = slo('Availability2', {
  application: 'api',
  subject: called('api'),
  title: { en: 'Dream' },
  sli: events({
    total: metrics.requests.where({ job: 'api' }),
    bad: metrics.requests.where({ job: 'api', code: /5../ }),
    failures: { en: 'requests that ended in 5xx' },
    example: { good: { code: '200' }, bad: { code: '500' } },
  }),
  objective: percent(99.99),
  alerts: ['1h'],
});

export const speed = slo('Speed', {
  application: 'api',
  subject: called('api'),
  title: { en: 'api-speed' },
  sli: latency(metrics.requestDurationSeconds.where({ job: 'api' }), seconds(0.3)),
  objective: percent(95),
});

export const groups = [sloGroup(availability), sloGroup(availability2), sloGroup(speed)];
`,
  });
});

test.each([
  ['milliseconds', 'a_milliseconds_bucket{le="1"}', 'a_milliseconds_count'],
  ['an edge of its own', 'a_seconds_bucket{le="1"}', 'b_total'],
  ['time and not events', 'a_seconds_total{x="1"}', 'a_seconds_total'],
])('What the library counts no events by is told: %s', (_, good, total) => {
  const indicator = { ratioMetric: { counter: true, good: of(`sum(${good})`), total: of(`sum(${total})`) } };
  expect(objectivesModule(objectives(slo(indicator)), 'en').unsaid).toEqual([
    { what: 'SLO Api', why: 'it is left out: its metrics cannot be said in typed words' },
  ]);
});

test('What of it is said otherwise is told', () => {
  expect([...new Set(unsaid(others))]).toEqual([
    'its window rolls over 30d, and does not begin with a day of the calendar',
    'its alert on a burn rate of 2 over 1h is written at 14.4, as the workbook has it',
  ]);
});

describe('It is left out', () => {
  test.each([
    ['where another asks for the share', ratio(of('x', 'Datadog')), 'bad is no query of Prometheus'],
    [
      'where the share is made already',
      { ratioMetric: { raw: of('a'), rawType: 'failure' } },
      'its share is made already, and tells of no events',
    ],
    ['where nothing is counted', { thresholdMetric: of('a') }, 'a threshold metric counts no events'],
    [
      'where a query does more than add up',
      ratio(of('sum by (job) (rate(a_total[5m]))')),
      'bad does more than add up a counter, as sum(rate(…[5m])) does: sum by (job) (rate(a_total[5m]))',
    ],
  ])('%s', (_, indicator, why) => {
    expect(unsaid(slo(indicator))).toEqual([`it is left out: ${why}`]);
  });

  test.each([
    ['counted by slices of time', { budgetingMethod: 'Timeslices' }, 'its budget is counted by Timeslices'],
    ['made of others', { objectives: [{ target: 0.9, indicatorRef: 'a' }] }, 'it is made of others'],
    ['of an indicator that is nowhere', { indicatorRef: 'none' }, 'there is no SLI none'],
  ])('where it is %s', (_, more, why) => {
    expect(unsaid(slo(ratio(of('bad_total')), more))).toEqual([`it is left out: ${why}`]);
  });
});

test('Only alerts are there that the objective can reach', () => {
  const [loose] = objectives(slo(ratio(of('bad_total'))));
  expect(loose?.alerts).toEqual(['6h', '1d', '3d']);
});

test('A condition over another window is told', () => {
  const conditions = [{ spec: { condition: { threshold: 1, lookbackWindow: '12h' } } }];
  expect(unsaid(slo(ratio(of('bad_total')), { alertPolicies: [{ spec: { conditions } }] }))).toEqual([
    'its alert on a burn rate of 1 over 12h is left out: there are alerts over 6h, 1d, 3d',
  ]);
});

test('A file without an SLO is refused', () => {
  expect(() => documentsIn([{ file: 'rules.yaml', text: 'groups: []' }])).toThrow(
    'there is no SLO of OpenSLO in rules.yaml',
  );
});
