import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { kubePrometheusStack } from 'cheomseong';

const page = readFileSync('docs/delivery/platform.md', 'utf8');
/** What the table says is usual, by what it is of. */
const rowOf = (what: string): string =>
  page.split('\n').find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${what}\``)) ?? '';

const { prometheus, alertmanager, grafana, nodeExporter, ...usual } = kubePrometheusStack();

test.each([
  ['chart', usual.chart],
  ['release', usual.release],
  ['namespace', usual.namespace],
  ['versions', usual.versions.operator],
  ['versions', usual.versions.prometheus.replace(/\.0$/, '')],
  ['versions', usual.versions.grafana.replace(/\.0$/, '')],
  ['prometheus.retention', prometheus.retention],
  ['prometheus.retentionSize', prometheus.retentionSize],
  ['prometheus.retentionSize', prometheus.storage.size],
  ['alertmanager.storage', alertmanager?.storage.size ?? ''],
  ['alertmanager.matcherStrategy', alertmanager?.matcherStrategy ?? ''],
  ['grafana.admin', grafana?.admin.name ?? ''],
  ['grafana.preinstallAutoUpdate', String(grafana?.preinstallAutoUpdate)],
  ['nodeExporter', nodeExporter?.namespace ?? ''],
  ['controlPlane', (usual.controlPlane ?? []).join('`, `')],
  ['rules', usual.rules ?? ''],
])('the page of the platform says what is usual of %s: %s', (what, is) => {
  expect(rowOf(what)).toContain(is);
});
