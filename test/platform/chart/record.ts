import { writeFileSync } from 'node:fs';
import { helmValues } from '#delivery/values/values.js';
import { fieldText, valueAt } from '#ground/field.js';
import { samples } from '../samples.js';
import { type Chart, keysOf } from './chart.js';

/** A release as images are called by it: `v3.14.0-distroless`. */
const release = (tag: unknown): string => String(tag).replace(/^v/, '').replace(/-.*$/, '');

/** What a chart runs by itself. */
const runs = ({ appVersion, values, subcharts }: Chart) => ({
  operator: release(appVersion),
  prometheus: release(valueAt(values, ['prometheus', 'prometheusSpec', 'image', 'tag'])),
  alertmanager: release(valueAt(values, ['alertmanager', 'alertmanagerSpec', 'image', 'tag'])),
  grafana: release(subcharts.find(({ name }) => name === 'grafana')?.appVersion),
});

/**
 * Writes down what a chart runs, and those of its keys that are ever written.
 *
 * @throws Error where something is written that it has no key for: Helm would not say so.
 */
export const record = (chart: Chart, path: string): void => {
  const found = keysOf(chart, Object.values(samples).map(helmValues));
  const unknown = found.filter(({ key }) => key === undefined).map(({ field }) => fieldText(field));
  if (unknown.length > 0)
    throw new Error(`the chart ${chart.version} has no key for ${[...new Set(unknown)].join(', ')}`);
  const keys = [...new Set(found.flatMap(({ key }) => (key === undefined ? [] : [fieldText(key)])))];
  const text = JSON.stringify({ chart: chart.version, runs: runs(chart), keys: keys.toSorted() }, null, 2);
  writeFileSync(path, `${text}\n`);
};
