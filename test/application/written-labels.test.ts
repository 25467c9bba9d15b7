import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { unwrittenLabels, writtenLabels } from '#application/written-labels.js';
import { nodeExporter } from '#application/exporter/node.js';

const called = (name: string, labels: Readonly<Record<string, string>>) =>
  service(name, { namespaces: ['shop'], labels, ports: { http: 80 } });
const asked = { port: 'http', interval: '30s', metrics: [] } as const;
const [till, stock] = ['till', 'stock'].map((name) =>
  called(name, { tier: 'web', 'app.kubernetes.io/name': name }),
);
const both = till && stock ? [till, stock] : [];

describe('the labels job and service are written', () => {
  test('as a Service is declared', () => {
    expect(writtenLabels(scrape(called('till', { app: 'till' }), asked))).toEqual([
      { label: 'job', text: 'till' },
      { label: 'service', text: 'till' },
    ]);
  });

  test('with the job that the scrape has', () => {
    expect(writtenLabels(scrape(called('till', { app: 'till' }), { ...asked, job: 'shop' }))).toEqual([
      { label: 'job', text: 'shop' },
      { label: 'service', text: 'till' },
    ]);
  });

  test('of several Services from the label that holds the name of each', () => {
    const from = '__meta_kubernetes_service_label_app_kubernetes_io_name';
    expect(writtenLabels(scrape(both, { ...asked, name: 'web' }))).toEqual([
      { label: 'job', from },
      { label: 'service', from },
    ]);
  });

  test('not of a Service that is rendered, and is called as it is declared', () => {
    const rendered = { ...called('till', { app: 'till' }), selector: { app: 'till' } };
    expect(writtenLabels(scrape(rendered, asked))).toEqual([]);
  });

  test('not of an exporter, whose Service is rendered, but for the job that it is given', () => {
    const exporter = nodeExporter('node-exporter', { namespace: 'shop', job: 'node' });
    expect(writtenLabels(exporter.scrape)).toEqual([
      { label: 'job', text: 'node' },
      { label: 'instance', from: '__meta_kubernetes_pod_node_name' },
    ]);
  });
});

describe('of several Services that no label tells apart', () => {
  const alike = ['till', 'stock'].map((name) => called(name, { tier: 'web' }));

  test('neither can be written', () => {
    expect(unwrittenLabels(scrape(alike, { ...asked, name: 'web' }))).toEqual(['job', 'service']);
  });

  test('a job can be given', () => {
    expect(unwrittenLabels(scrape(alike, { ...asked, name: 'web', job: 'web' }))).toEqual(['service']);
  });
});
