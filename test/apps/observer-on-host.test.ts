import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { alertsOf } from '#application/application.js';
import { host } from '#application/host/host.js';
import { observer } from '../../apps/observer/index.js';
import { valueAt } from '#ground/field.js';
import { answeredOnHost } from '#hosts/answered.js';
import { hostFiles } from '#hosts/hosts.js';
import { print } from '#promql/expr/print.js';

const namesOf = (application: Parameters<typeof alertsOf>[0]) =>
  alertsOf(application).map(({ name }) => name);

/** The rules of the first group, as both renderers write them. */
const rules = (of: unknown) => valueAt(of, ['groups', 0, 'rules']);

describe('of Observer, a host', () => {
  const { application, alerts, panels } = answeredOnHost(observer);

  test('leaves out the alerts on what Kubernetes says of pods and volumes', () => {
    expect(alerts).toEqual([
      'ObserverPodRestarting',
      'ObserverHighMemoryUsage',
      'ObserverPVCAlmostFull',
      'PlatformMetricsMissing',
    ]);
  });

  test('has all others', () => {
    expect(namesOf(application)).toEqual(namesOf(observer).filter((name) => !alerts.includes(name)));
  });

  test('leaves out the panels on them', () => {
    expect(panels).toEqual(
      [
        ...['Memory of Limit', 'Restarts', 'Memory Usage', 'CPU Throttling', 'Pod Status'],
        ...['PVC Usage', 'PVC Usage Over Time', 'Time until Volumes Are Full', 'PlatformMetricsMissing'],
      ].map((title) => `Observer Production Monitoring / ${title}`),
    );
  });
});

describe('observer, which lives on Kubernetes, as files', () => {
  const files = hostFiles(host(observer));

  test('has all that a host has', () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'README.md',
        'docker-compose.yml',
        'docker-compose.prod.yml',
        'prometheus.yml',
        'rules/observer.yml',
        'alertmanager.yml',
        'grafana/dashboards/observer-production-monitoring.json',
      ]),
    );
  });

  test('has its rules as they are in the cluster, but for those that read what only a cluster exports', () => {
    const [own] = observer.groups;
    const expressions = (own?.alerts ?? [])
      .map(({ expr }) => print(expr))
      .filter((promql) => !/\b(kube|container|kubelet)_/.test(promql));
    const text: unknown = parse(files['rules/observer.yml'] ?? '');
    expect(rules(text)).toMatchObject(expressions.map((expr) => ({ expr })));
  });
});
