import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { atAnotherTime } from '#rehearsal/life/clock.js';
import { type Scraped, configurationOf } from './configuration.js';
import { applicationOf } from '../estate.js';

const ecoeco = applicationOf('ecoeco');
const observer = applicationOf('observer');

const tried: Scraped = {
  application: observer,
  scrape: 'observer',
  target: 'http://127.0.0.1:4711',
  factor: 30,
};
const jobOf = (scraped: Scraped): unknown => JSON.parse(configurationOf(scraped).config).scrape_configs;
const rulesOf = (scraped: Scraped) => parse(configurationOf(scraped).beside['rules.yml'] ?? '');

test('a program is scraped with the labels and the relabelings of the estate, each second', () => {
  expect(jobOf(tried)).toEqual([
    {
      job_name: 'observer',
      scheme: 'http',
      scrape_interval: '1s',
      scrape_timeout: '1s',
      static_configs: [
        {
          targets: ['127.0.0.1:4711'],
          labels: {
            namespace: 'observer-prod',
            service: 'observer',
            endpoint: 'http',
            pod: 'tried-6c5f8d7b9-x2z4k',
            container: 'tried',
          },
        },
      ],
      metric_relabel_configs: [
        { source_labels: ['exported_endpoint'], regex: '(.+)', target_label: 'endpoint' },
        { action: 'labeldrop', regex: 'exported_endpoint' },
      ],
    },
  ]);
});

test('labels say which target of a scrape it is', () => {
  expect(
    jobOf({ ...tried, application: ecoeco, scrape: 'api-services', labels: { service: 'auth-api' } }),
  ).toMatchObject([
    {
      static_configs: [
        { labels: { job: 'auth-api', service: 'auth-api', component: 'api', endpoint: 'metrics' } },
      ],
    },
  ]);
});

test('labels that mean several targets are refused with all that there are', () => {
  expect(() => jobOf({ ...tried, application: ecoeco, scrape: 'api-services' })).toThrow(
    'Several targets of api-services are {}: [{"job":"waste-api"',
  );
});

test('a scrape that there is not is refused with those that there are', () => {
  expect(() => jobOf({ ...tried, scrape: 'web' })).toThrow(
    'observer has no scrape web: observer, observer-postgres-exporter',
  );
});

test('all rules of the application go as fast', () => {
  expect(rulesOf(tried)).toMatchObject({
    groups: [
      {
        name: 'observer',
        interval: '1s',
        rules: expect.arrayContaining([
          expect.objectContaining({ alert: 'ObserverHighErrorRate', for: '10s' }),
        ]),
      },
      { interval: '1s' },
    ],
  });
});

test.each([
  ['hour() * 60 + minute() < 390', 'hour(vector(time() + 60)) * 60 + minute(vector(time() + 60)) < 390'],
  ['time() - a{b="hour()"} > 5', 'time() - a{b="hour()"} > 5'],
  ['hour(vector(0)) > 2', 'hour(vector(0)) > 2'],
])('the clock of %s is set', (expr, set) => {
  expect(atAnotherTime(expr, 60)).toBe(set);
});
