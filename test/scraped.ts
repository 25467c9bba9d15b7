import { once } from 'node:events';
import { createServer } from 'node:http';
import { eventually } from '#servers/eventually.js';
import { type Sample, query } from './servers/query.js';
import { withServer } from '#servers/server.js';

/** An entry of `metric_relabel_configs`, by the names of Prometheus's configuration. */
export interface RelabelConfig {
  readonly source_labels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly modulus?: number;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action?: string;
}

export interface Target {
  /** What it answers to a scrape, in Prometheus's text format. */
  readonly exposition: string;
  /** Labels of the target itself, as service discovery gives them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly metricRelabelings: readonly RelabelConfig[];
  /** How many series it may have. */
  readonly sampleLimit?: number;
}

interface Exporter {
  readonly address: string;
  readonly close: () => void;
}

const serve = async (exposition: string): Promise<Exporter> => {
  const exporter = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').end(exposition);
  }).listen(0, '127.0.0.1');
  await once(exporter, 'listening');
  const address = exporter.address();
  if (address === null || typeof address === 'string') throw new Error('the exporter listens on no port');
  const close = () => {
    exporter.closeAllConnections();
    exporter.close();
  };
  return { address: `127.0.0.1:${address.port}`, close };
};

/**
 * Has a real Prometheus scrape the targets, each as the job of its name, and hands back what `use` makes of the answers to its queries.
 *
 * Prometheus 2 looks at its targets only 5 seconds after its start, whatever it is told: have all that is to be scraped scraped
 * at once, and give the test that much time.
 *
 * @param isScraped Whether all are, by their series of `up`: once each is up, unless told.
 */
export const scraped = async <T>(
  targets: Readonly<Record<string, Target>>,
  use: (ask: (promql: string) => Promise<readonly Sample[]>) => Promise<T>,
  isScraped = (ups: readonly Sample[]): boolean =>
    ups.filter(({ value }) => value === 1).length === Object.keys(targets).length,
): Promise<T> => {
  const exporters: Exporter[] = [];
  try {
    const jobs = [];
    for (const [name, { exposition, labels, metricRelabelings, sampleLimit }] of Object.entries(targets)) {
      const exporter = await serve(exposition);
      exporters.push(exporter);
      jobs.push({
        job_name: name,
        static_configs: [{ targets: [exporter.address], labels }],
        metric_relabel_configs: metricRelabelings,
        ...(sampleLimit !== undefined && { sample_limit: sampleLimit }),
      });
    }
    const config = { global: { scrape_interval: '200ms', scrape_timeout: '200ms' }, scrape_configs: jobs };
    // JSON is YAML.
    return await withServer('prometheus', { config: JSON.stringify(config) }, async (url) => {
      const ask = (promql: string) => query(url, promql);
      const allUp = async () => isScraped(await ask('up')) || undefined;
      await eventually('the first scrape of every target', allUp, 15_000);
      return use(ask);
    });
  } finally {
    for (const { close } of exporters) close();
  }
};
