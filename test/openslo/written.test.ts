import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parsed } from '#rules/expression.js';
import type { OpenSlo } from '#openslo/object.js';
import { openSlos } from '#openslo/written.js';
import { percent, slo } from 'cheomseong';
import { openSloSchema } from './schema.js';
import { availability, slos } from './slos.js';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(openSloSchema);
const documents = openSlos(slos);
const titled = documents.map((each) => [`${each.kind} ${each.metadata.name}`, each] as const);

test.each(titled)('%s is as OpenSLO v1 has it', (_, document) => {
  validate(document);
  expect(validate.errors).toBeNull();
});

test('each document has a name of its own among those of its kind', () => {
  expect(new Set(titled.map(([name]) => name)).size).toBe(titled.length);
});

test.each(documents.filter(({ kind }) => kind === 'SLO').map((each) => [each.metadata.name, each] as const))(
  'Prometheus reads the queries of %s',
  (_, document) => {
    const queries = [...JSON.stringify(document).matchAll(/"query":("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = '']) => parsed(JSON.parse(text)),
    );
    expect([queries.length > 0, queries.filter((each) => !('expr' in each))]).toEqual([true, []]);
  },
);

const specOf = (kind: OpenSlo['kind'], name: string) =>
  documents.find((each) => each.kind === kind && each.metadata.name === name)?.spec;

describe('an objective says', () => {
  test('what is good, of what', () => {
    expect(specOf('SLO', 'shop-availability')).toMatchObject({
      service: 'shop',
      indicator: {
        spec: {
          ratioMetric: {
            counter: true,
            good: {
              metricSource: {
                spec: {
                  query:
                    'sum(shop_http_requests_total{namespace="shop", path!~"/healthz|/readyz", status=~"[23].."})',
                },
              },
            },
          },
        },
      },
      objectives: [{ target: 0.999 }],
    });
  });

  test('of a latency, which bucket is good', () => {
    expect(JSON.stringify(specOf('SLO', 'shop-speed'))).toContain(
      String.raw`sum(shop_http_request_duration_seconds_bucket{le=~\"1|1\\\\.0\", namespace=\"shop\"})`,
    );
  });

  test('of a native histogram, the share that is recorded', () => {
    expect(specOf('SLO', 'shop-queue')).toMatchObject({
      indicator: {
        spec: {
          ratioMetric: {
            rawType: 'failure',
            raw: { metricSource: { spec: { query: 'slo:shop_queue:error_ratio_rate5m' } } },
          },
        },
      },
    });
  });

  test('its window, and the alerts that it has', () => {
    expect([specOf('SLO', 'shop-mails-http-delivery'), specOf('SLO', 'shop-speed')]).toMatchObject([
      { timeWindow: [{ duration: '28d' }] },
      { alertPolicies: [{ alertPolicyRef: 'shop-speed-burn-3d' }] },
    ]);
  });

  test('its title in the language that is asked for', () => {
    const [, , english] = openSlos([availability], 'en');
    expect([documents.find(({ kind }) => kind === 'SLO'), english]).toMatchObject([
      expect.anything(),
      { metadata: { displayName: 'Availability' } },
    ]);
  });
});

test('A policy burns as its alert does', () => {
  expect(specOf('AlertPolicy', 'shop-availability-burn-6h')).toMatchObject({
    conditions: [
      {
        spec: { severity: 'critical', condition: { op: 'gt', threshold: 6, lookbackWindow: '6h' } },
      },
    ],
  });
});

test('A name that is too long for OpenSLO is refused', () => {
  const long = slo('AvailabilityOfEverythingThatAnybodyHasEverAskedUsFor', {
    application: 'shop',
    subject: { ko: '', en: '' },
    title: { en: 'Long' },
    sli: availability.sli,
    objective: percent(99.9),
  });
  expect(() => openSlos([long])).toThrow('of which OpenSLO takes 63');
});
