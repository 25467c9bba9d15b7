import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { collectorFaults } from '#application/tracing/check.js';
import { host } from '#application/host/host.js';
import { valueAt } from '#ground/field.js';
import { traced } from '../application/tracing/example.js';
import { shop } from '../synth/estate/shop.js';
import { composeOf, modes } from './compose/compose-file.js';
import { schemaFaults } from './compose/schema.js';
import { contentOf, render, textOf } from './rendered.js';

const { files, application } = render(host(shop({ tracing: traced() })));
const compose = composeOf(files, 'production');

describe('traces on a host', () => {
  test('are collected by one service, which reads its file', () => {
    expect(compose.services['shop-trace-gateway']).toMatchObject({
      image: 'otel/opentelemetry-collector-contrib:0.159.0',
      command: ['--config=/etc/otelcol/config.yaml'],
      volumes: ['./shop-trace-gateway.yml:/etc/otelcol/config.yaml:ro'],
      networks: ['application'],
      read_only: true,
      cap_drop: ['ALL'],
    });
  });

  test('have no agent', () => {
    expect(Object.keys(compose.services)).not.toContain('shop-trace-agent');
  });

  test.each(modes)('keep the Compose file for %s to the published schema', (mode) => {
    expect(schemaFaults(composeOf(files, mode))).toEqual([]);
  });

  test('have a collector whose file is what its release knows', () => {
    expect(collectorFaults(parse(textOf(files, 'shop-trace-gateway.yml')))).toEqual([]);
  });

  test('are watched: Prometheus asks the collector, of itself and of what it counts', () => {
    const jobs = valueAt(contentOf(files, 'prometheus.yml'), ['scrape_configs']);
    const targets = (Array.isArray(jobs) ? jobs : []).map((each) =>
      valueAt(each, ['static_configs', 0, 'targets', 0]),
    );
    expect(targets).toEqual(expect.arrayContaining(['shop-trace-gateway:8888', 'shop-trace-gateway:8889']));
  });

  test('have exemplars that Prometheus keeps', () => {
    expect(compose.services['prometheus']?.command).toContain('--enable-feature=exemplar-storage');
  });

  test('are a data source of Grafana’s, to which its Prometheus leads', () => {
    const sources = valueAt(contentOf(files, 'grafana/provisioning/datasources/datasources.yml'), [
      'datasources',
    ]);
    expect(sources).toMatchObject([
      { type: 'prometheus', jsonData: { exemplarTraceIdDestinations: [{ datasourceUid: 'tempo' }] } },
      { type: 'tempo', uid: 'tempo', url: 'http://tempo.monitoring.svc:3200' },
    ]);
  });

  test('are of an application that has no scrape of an agent there', () => {
    expect(application.scrapes.map(({ name }) => name).filter((name) => name.includes('agent'))).toEqual([]);
  });
});
