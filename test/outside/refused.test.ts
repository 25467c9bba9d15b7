import { describe, expect, test } from '@jest/globals';
import {
  type PlaceSpec,
  type Query,
  count,
  dashboard,
  exporter,
  integration,
  max,
  narrowed,
  place,
  query,
  record,
  value,
  visualization,
} from 'cheomseong';
import { laws } from 'cheomseong/laws';
import { everyDescriptionHolds } from '#laws/described.js';
import { licenceAlerts, taken } from './licence/alerts.js';
import { licenceMetrics } from './licence/metrics.js';
import { licences } from './licences.js';
import { nomad } from './nomad.js';
import { shop } from './shop.js';

const metrics = narrowed(licenceMetrics, { namespace: 'licences' });
const description = 'Seats.';

const inWords = (change: Partial<PlaceSpec>, name = 'nomad') => place(name, { ...nomad, ...change });

describe("A place of one's own is refused", () => {
  test('for a word that is said in no language', () => {
    expect(() => inWords({ copies: {} as never })).toThrow(
      'place nomad: copies: it is said in no language; write ko or en',
    );
  });

  test('where its words have no language in common', () => {
    expect(() => inWords({ copies: { ko: '할당' }, storage: { en: 'volume' } })).toThrow(
      'place nomad: no language is that of all of its words; say all of them in ko or en',
    );
  });

  test('for a command of several lines', () => {
    expect(() => inWords({ usage: () => 'nomad status\nnomad alloc status' })).toThrow(
      /usage: a runbook shows each line by itself, and this is several/,
    );
  });

  test.each([
    ['kubernetes', 'kubernetes has a word of its own; take onKubernetes'],
    ['compose', "compose has a word of its own; take dockerCompose('…')"],
    ['Our Nomad', "'Our Nomad' is no name of a platform"],
  ])('under the name %s', (name, why) => {
    expect(() => inWords({}, name)).toThrow(why);
  });

  test('by an application whose language it does not speak', () => {
    expect(() => shop({ language: 'ko', place: nomad })).toThrow(
      "place: it is told in Korean, and the words of nomad are not said in it; write 'ko' in each word of place('nomad', …)",
    );
  });
});

describe("A kind of panel of one's own is refused", () => {
  test.each([
    ['graph', 'Grafana draws no graph any more; take timeseries(…)'],
    ['timeseries', 'timeseries has a word of its own'],
    ['State timeline', "'State timeline' is no id of a plugin of Grafana"],
  ])('where it is %s (mistake 23)', (kind, why) => {
    expect(() => visualization(kind)).toThrow(why);
  });

  const bubbles = visualization('acme-bubble-panel');
  const drawn = visualization('state-timeline', { drawsLimits: true });
  const seats = taken(metrics);
  const about = { application: 'licences', description: 'Seats.' };

  test('for queries of several units', () => {
    const mixed: readonly Query[] = [query(seats), query(max(value(metrics.expires), { by: ['product'] }))];
    expect(() => bubbles('Seats', { description, queries: mixed as never })).toThrow(
      /is in timestamp, and the first query is in count/,
    );
  });

  test('for a legend with a label that the signal does not have', () => {
    expect(() => bubbles('Seats', { description, signal: seats, legend: '{{pod}}' as never })).toThrow(
      'the signal has no label pod',
    );
  });

  test('for limits that it does not draw', () => {
    expect(() => bubbles('Seats', { description, signal: seats, limits: [] as never })).toThrow(
      'limits: its kind draws none',
    );
  });

  test('for a variable in its options that its dashboard does not have', () => {
    const panel = bubbles('Seats', { description, signal: seats, options: { link: '/d/x?var-p=$product' } });
    expect(() => dashboard('Seats', { ...about, panels: [panel] })).toThrow('refers to $product');
  });

  test('without the limit at which the alert on its signal fires, where it can draw it', () => {
    const { licenceExpires, seatsRunOut } = licenceAlerts({ ko: '', en: 'Licences' }, metrics, {
      used: { value: 0.9, unit: 'ratio' },
      days: count(30),
    });
    const panel = drawn('Used', {
      description,
      queries: [{ expr: seatsRunOut.condition.signal, unit: 'ratio', dashed: false }],
    });
    expect(() =>
      dashboard('Used', { ...about, alerts: [seatsRunOut, licenceExpires], panels: [panel] }),
    ).toThrow('shows what SeatsRunOut watches, without the limit at which it fires');
  });

  test('for what nobody scrapes, by the law', () => {
    const [first] = licences.dashboards;
    const unscraped = { ...licences, exporters: [], groups: [], dashboards: first ? [first] : [] };
    expect(
      laws.flatMap((law) => law({ applications: [unscraped], objects: [] })).map(({ why }) => why),
    ).toContainEqual(expect.stringMatching(/Licences \/ Seats used reads product:licence_seats:used/));
  });
});

describe("What else is one's own is refused:", () => {
  test('a receiver without a Secret', () => {
    expect(() =>
      integration('webex', { address: 'Webex', secrets: [], operator: () => ({}), file: () => ({}) }),
    ).toThrow('integration webex: secrets: nobody would be told which Secret must be there first');
  });

  test('one that was changed since', () => {
    const { routing } = licences;
    const buyers = (routing.receivers['buyers'] ?? []).map((each) => ({ ...each, address: '' }));
    const changed = { ...licences, routing: { ...routing, receivers: { buyers } } };
    expect(everyDescriptionHolds([changed]).faults.map(({ why }) => why)).toEqual([
      'nothing says where it sends',
    ]);
  });

  test('an exporter without a version', () => {
    expect(() =>
      exporter('licence-exporter', {
        namespace: 'licences',
        image: 'registry.example/licence-exporter',
        port: 9900,
        environment: {},
        metrics: [licenceMetrics],
      }),
    ).toThrow(/image/);
  });

  test('a recording rule whose name does not say what it records', () => {
    expect(() => record('Seats:used:now!' as never, taken(metrics))).toThrow(
      'the name does not say what is recorded of what',
    );
  });
});
