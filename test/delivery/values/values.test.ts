import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Cluster } from '#cluster/cluster.js';
import { valuesFile } from '#delivery/platform.js';
import { parts } from '#delivery/parts.js';
import { helmValues } from '#delivery/values/values.js';
import { valueAt } from '#ground/field.js';
import { cluster } from 'cheomseong';
import { monitoredBy, samples } from '../../platform/samples.js';

type Path = readonly string[];
const at = (of: Cluster, ...path: Path): unknown => valueAt(helmValues(of), path);
const spec = (of: Cluster, key: string) => at(of, 'prometheus', 'prometheusSpec', key);
const usual = monitoredBy({});

describe('the values of a Prometheus', () => {
  test('say what the cluster is told apart by', () => {
    expect(spec(monitoredBy({}, { labels: { region: 'kr' } }), 'externalLabels')).toEqual({
      cluster: 'production',
      environment: 'production',
      region: 'kr',
    });
  });

  test('keep by time and by size, on a volume', () => {
    expect([spec(usual, 'retention'), spec(usual, 'retentionSize')]).toEqual(['35d', '24GB']);
    expect(spec(usual, 'storageSpec')).toEqual({
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '30Gi' } } },
      },
    });
  });

  test('take a flag for what a release does not have by itself', () => {
    const old = monitoredBy({
      versions: { prometheus: '3.5.0' },
      prometheus: { features: ['duration-expressions', 'utf8-names'] },
    });
    expect(spec(old, 'enableFeatures')).toEqual(['promql-duration-expr']);
  });

  test('take none for what it has anyway', () => {
    expect(spec(usual, 'enableFeatures')).toBeUndefined();
  });

  test('name an image only where the chart runs another', () => {
    expect(spec(usual, 'image')).toBeUndefined();
    expect(spec(monitoredBy({ versions: { prometheus: '3.5.0' } }), 'image')).toEqual({ tag: 'v3.5.0' });
  });

  test('say where it is read', () => {
    const read = monitoredBy({}, { addresses: { prometheus: 'https://prometheus.example.org' } });
    expect(spec(read, 'externalUrl')).toBe('https://prometheus.example.org');
  });

  test('leave the platform’s own monitors out of a namespace that is enforced', () => {
    const enforced = monitoredBy({ prometheus: { enforcedNamespaceLabel: 'namespace' } });
    expect(spec(enforced, 'excludedFromEnforcement')).toEqual(
      ['monitoring', 'monitoring-agents'].map((namespace) => ({
        ...{ group: 'monitoring.coreos.com', resource: 'servicemonitors', namespace },
      })),
    );
  });
});

describe('the values of selectors', () => {
  test.each(['rule', 'serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig'])(
    'say what the %ss of the release carry',
    (kind) => {
      expect(spec(usual, `${kind}Selector`)).toEqual({ matchLabels: { release: 'prometheus' } });
    },
  );

  test('take up all that there is only where the chart is told so', () => {
    const all = monitoredBy({ selects: { rules: { labels: {} } } });
    expect([spec(all, 'ruleSelector'), spec(all, 'ruleSelectorNilUsesHelmValues')]).toEqual([
      undefined,
      false,
    ]);
  });

  test('keep to namespaces by their labels', () => {
    const some = monitoredBy({ selects: { probes: { namespaces: { probed: 'yes' } } } });
    expect(spec(some, 'probeNamespaceSelector')).toEqual({ matchLabels: { probed: 'yes' } });
  });

  test('say how the operator keeps routes to their namespace', () => {
    expect(at(usual, 'alertmanager', 'alertmanagerSpec', 'alertmanagerConfigMatcherStrategy')).toEqual({
      type: 'OnNamespace',
    });
  });

  test('give the chart’s own monitors and rules what they are selected by', () => {
    const own = monitoredBy({
      selects: { serviceMonitors: { labels: { team: 'a' } }, rules: { labels: { rules: 'yes' } } },
    });
    expect({
      all: at(own, 'commonLabels'),
      rules: at(own, 'defaultRules', 'labels'),
      grafana: at(own, 'grafana', 'serviceMonitor', 'labels'),
    }).toEqual({ all: { team: 'a' }, rules: { rules: 'yes' }, grafana: { team: 'a' } });
  });
});

describe('the values of an Alertmanager', () => {
  test('keep for hours, since it reads no days', () => {
    expect(at(usual, 'alertmanager', 'alertmanagerSpec', 'retention')).toBe('120h');
  });

  test('silence nothing by themselves', () => {
    expect(at(usual, 'alertmanager', 'config')).toEqual({ inhibit_rules: [] });
  });

  test('silence only alerts of the chart, where it has any', () => {
    const rules = at(monitoredBy({ rules: 'all' }), 'alertmanager', 'config', 'inhibit_rules');
    const targets = [rules]
      .flat()
      .slice(0, 3)
      .map((rule) => valueAt(rule, ['target_matchers', 1]));
    expect(new Set(targets)).toEqual(new Set(['application = ""']));
  });

  test('send alerts to that of another cluster, where there is none', () => {
    const { alertmanager } = { alertmanager: 'https://alerts.example.org/am' } as const;
    const none = monitoredBy({ alertmanager: false }, { addresses: { alertmanager } });
    expect(spec(none, 'additionalAlertManagerConfigs')).toEqual([
      { scheme: 'https', path_prefix: '/am', static_configs: [{ targets: ['alerts.example.org'] }] },
    ]);
  });
});

describe('the values of a Grafana', () => {
  test('log in by a Secret', () => {
    expect(at(usual, 'grafana', 'admin')).toEqual({
      existingSecret: 'grafana-admin',
      userKey: 'admin-user',
      passwordKey: 'admin-password',
    });
  });

  test('say where it is read, and that it renews no plugin', () => {
    const read = monitoredBy({}, { addresses: { grafana: 'https://grafana.example.org' } });
    expect(at(read, 'grafana', 'grafana.ini')).toEqual({
      server: { root_url: 'https://grafana.example.org' },
      plugins: { preinstall_auto_update: false },
    });
  });

  test('find ConfigMaps by label in all namespaces, and folders by annotation', () => {
    expect(at(usual, 'grafana', 'sidecar', 'dashboards')).toEqual({
      label: 'grafana_dashboard',
      labelValue: '1',
      searchNamespace: 'ALL',
      resource: 'configmap',
      folderAnnotation: 'grafana_folder',
      annotations: { grafana_folder: 'Kubernetes' },
      provider: { foldersFromFilesStructure: true },
    });
  });

  test('provide the data sources that it has beside Prometheus', () => {
    const loki = { type: 'loki', uid: 'loki', name: 'Loki', url: 'http://loki.monitoring.svc:3100' } as const;
    expect(at(monitoredBy({ grafana: { datasources: [loki] } }), 'grafana', 'additionalDataSources')).toEqual(
      [{ ...loki, access: 'proxy', isDefault: false, editable: false }],
    );
  });

  test('stop the old pod before the new one needs its volume', () => {
    const stored = monitoredBy({ grafana: { storage: { size: '2Gi' } } });
    expect(at(stored, 'grafana', 'deploymentStrategy')).toEqual({ type: 'Recreate' });
  });
});

describe('the values of the rest', () => {
  test.each([
    ['kubeStateMetrics', 'kubeStateMetrics'],
    ['nodeExporter', 'nodeExporter'],
    ['grafana', 'grafana'],
    ['alertmanager', 'alertmanager'],
  ] as const)('turn %s off where the platform has none', (part, key) => {
    expect(at(monitoredBy({ [part]: false }), key, 'enabled')).toBe(false);
  });

  test('let kube-state-metrics read no Secrets', () => {
    expect(at(usual, 'kube-state-metrics', 'collectorsExclude')).toEqual(['secrets']);
  });

  test.each([
    ['prometheus', 'prometheusSpec'],
    ['alertmanager', 'alertmanagerSpec'],
    ['grafana'],
    ['kube-state-metrics'],
    ['prometheusOperator'],
  ])('place %s', (...path) => {
    const placed = monitoredBy({ placement: { nodeSelector: { role: 'monitoring' } } });
    expect(at(placed, ...path, 'nodeSelector')).toEqual({ role: 'monitoring' });
  });

  test('leave node_exporter on every node', () => {
    const placed = monitoredBy({ placement: { nodeSelector: { role: 'monitoring' } } });
    expect(at(placed, 'prometheus-node-exporter', 'nodeSelector')).toBeUndefined();
  });

  test('have of the chart’s rules what its dashboards read, and no alert', () => {
    const { rules } = { rules: at(usual, 'defaultRules', 'rules') };
    expect(rules).toMatchObject({ general: false, kubernetesApps: false });
    expect(rules).not.toHaveProperty('kubePrometheusNodeRecording');
  });

  test('turn off what of Kubernetes is not scraped', () => {
    expect(at(usual, 'kubeEtcd', 'enabled')).toBe(false);
    expect(at(usual, 'kubeApiServer')).toBeUndefined();
  });
});

describe('the file of values', () => {
  test('is read as what they are', () => {
    const read: unknown = parse(valuesFile(usual));
    expect(read).toEqual(helmValues(usual));
  });

  test('says of which chart, release and cluster it is', () => {
    expect(valuesFile(usual)).toMatch(
      /^# Values of kube-prometheus-stack 88\.5\.3, release prometheus in namespace monitoring of cluster production\./,
    );
  });

  test.each(Object.entries(samples))('is written where a platform is delivered: %s', (_, sample) => {
    const files = parts.flatMap(({ files: of }) => Object.keys(of?.(sample) ?? {}));
    expect(files).toContain('platform/values.yaml');
  });

  test('is not where somebody else delivers it', () => {
    const others = cluster('production', { applications: [] });
    const files = parts.flatMap(({ files: of }) => Object.keys(of?.(others) ?? {}));
    expect(files).not.toContain('platform/values.yaml');
  });
});
