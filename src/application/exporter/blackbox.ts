import { refuse } from '#ground/fault.js';
import { blackboxExporterMetrics } from '#metrics/blackbox.js';
import { blackboxConfiguration } from './blackbox/configuration.js';
import { modulesFaults } from './blackbox/faults.js';
import { type ProbeModule, filesOf } from './blackbox/module.js';
import { type Asked, type Exporter, exporter } from './exporter.js';

/** An exporter that asks endpoints in the ways of its modules, each time that it is scraped about one: see `probe`. */
export interface BlackboxExporter<M extends string = string> extends Exporter {
  readonly modules: Readonly<Record<M, ProbeModule>>;
}

export interface BlackboxSpec<M extends string> extends Asked {
  readonly namespace: string;
  /** In which ways it asks, by names of yours. */
  readonly modules: Readonly<Record<M, ProbeModule>>;
}

/**
 * blackbox_exporter, https://github.com/prometheus/blackbox_exporter: it asks endpoints as those do who come from outside, by HTTP, TCP or DNS.
 *
 * @throws Error on a module that it would not take, or that holds a secret, and on what `exporter` refuses.
 */
export const blackboxExporter = <const M extends string>(
  name: string,
  { modules, ...spec }: BlackboxSpec<M>,
): BlackboxExporter<M> => {
  const all: Readonly<Record<string, ProbeModule>> = modules;
  refuse(`exporter ${name}`, modulesFaults(all));
  const path = '/etc/blackbox/blackbox.yml';
  const made = exporter(name, {
    image: 'quay.io/prometheus/blackbox-exporter:v0.27.0',
    // Nowhere by itself: endpoints are told to it.
    reaches: [],
    ...spec,
    port: 9115,
    asks: 'wget',
    args: [`--config.file=${path}`],
    livePath: '/-/healthy',
    environment: {},
    configuration: { path, value: blackboxConfiguration(all) },
    files: Object.values(all).flatMap(filesOf),
    metrics: [blackboxExporterMetrics],
  });
  return { ...made, modules };
};
