import type { Values } from '#delivery/values/contribution.js';
import { isObject, valueAt } from '#ground/field.js';
import { textAt } from '#ground/json.js';
import { parse } from 'yaml';
import type { Objects } from './rendered.js';

/** Something that the chart did not make of the values as they say: where, what they say, and what there is. */
export interface Untold {
  readonly where: string;
  readonly said: unknown;
  readonly made: unknown;
}

/** Whether two values are the same, in whatever order their keys stand. */
const same = (said: unknown, made: unknown): boolean => {
  if (Array.isArray(said) && Array.isArray(made))
    return said.length === made.length && said.every((each, i) => same(each, made[i]));
  if (!isObject(said) || !isObject(made)) return JSON.stringify(said) === JSON.stringify(made);
  const keys = new Set([...Object.keys(said), ...Object.keys(made)]);
  return [...keys].every((key) => same(said[key], made[key]));
};

const differing = (where: string, said: unknown, made: unknown): readonly Untold[] =>
  said === undefined || same(said, made) ? [] : [{ where, said, made }];

/** Of a list to which the chart adds its own: what is said and is not in it. */
const missing = (where: string, said: unknown, made: unknown): readonly Untold[] =>
  list(said)
    .filter((each) => !list(made).some((other) => same(each, other)))
    .map((each) => ({ where, said: each, made: 'nothing' }));

const object = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const the = (objects: Objects, kind: string, part = '') =>
  objects.find((each) => each['kind'] === kind && (textAt(each, 'metadata', 'name') ?? '').endsWith(part));

/** What a field of the values is called in the object that the chart makes of it, or nothing where it is no field there. */
const inObject: Readonly<Record<string, string | undefined>> = {
  storageSpec: 'storage',
  image: undefined,
  prometheusExternalLabelNameClear: undefined,
  // It becomes a Secret.
  additionalAlertManagerConfigs: undefined,
};

const affinities: Readonly<Record<string, string>> = {
  hard: 'requiredDuringSchedulingIgnoredDuringExecution',
  soft: 'preferredDuringSchedulingIgnoredDuringExecution',
};
/** How strongly pods are kept apart the chart says by a word of its own. */
const apart = (kind: string, said: unknown, made: unknown): readonly Untold[] =>
  differing(`${kind} spec.affinity.podAntiAffinity`, [affinities[String(said)]], Object.keys(object(made)));

/** The objects of the operator: what is said of a server stands in its `spec`. */
const server = (objects: Objects, kind: string, said: unknown): readonly Untold[] => {
  const spec = valueAt(the(objects, kind), ['spec']);
  return Object.entries(object(said)).flatMap(([key, value]) => {
    const selector = /^(.*Selector)NilUsesHelmValues$/.exec(key)?.[1];
    if (selector !== undefined) return differing(`${kind} spec.${selector}`, {}, valueAt(spec, [selector]));
    if (key === 'podAntiAffinity') return apart(kind, value, valueAt(spec, ['affinity', key]));
    if (key === 'thanos')
      return differing(`${kind} spec.thanos.image`, textAt(value, 'image'), textAt(spec, 'thanos', 'image'));
    if (key === 'excludedFromEnforcement') return missing(`${kind} spec.${key}`, value, valueAt(spec, [key]));
    const field = key in inObject ? inObject[key] : key;
    return field === undefined ? [] : differing(`${kind} spec.${field}`, value, valueAt(spec, [field]));
  });
};

const tag = (objects: Objects, kind: string, said: unknown): readonly Untold[] => {
  const wanted = textAt(said, 'image', 'tag');
  const image = textAt(the(objects, kind), 'spec', 'image');
  return wanted === undefined || image?.endsWith(`:${wanted}`)
    ? []
    : [{ where: `${kind} spec.image`, said: wanted, made: image }];
};

const podOf = (workload: unknown): unknown => valueAt(workload, ['spec', 'template', 'spec']);
const container = (workload: unknown, name: string): unknown =>
  list(valueAt(podOf(workload), ['containers'])).find((each) => textAt(each, 'name') === name);

/** A Deployment or a DaemonSet: what its container asks for, and where its pods run. */
const workload = (objects: Objects, kind: string, suffix: string, name: string, said: unknown) => {
  const made = the(objects, kind, suffix);
  const where = `${kind} …${suffix}`;
  return [
    ...differing(
      `${where} resources`,
      valueAt(said, ['resources']),
      valueAt(container(made, name), ['resources']),
    ),
    ...differing(
      `${where} tolerations`,
      valueAt(said, ['tolerations']),
      valueAt(podOf(made), ['tolerations']),
    ),
    ...Object.entries(object(valueAt(said, ['nodeSelector']))).flatMap(([label, value]) =>
      differing(`${where} nodeSelector.${label}`, value, valueAt(podOf(made), ['nodeSelector', label])),
    ),
    ...differing(
      `${where} namespace`,
      valueAt(said, ['namespaceOverride']),
      textAt(made, 'metadata', 'namespace'),
    ),
  ];
};

const variable = (of: unknown, name: string): unknown =>
  valueAt(
    list(valueAt(of, ['env'])).find((each) => textAt(each, 'name') === name),
    ['value'],
  );

const sidecar = (grafana: unknown, name: string, said: unknown): readonly Untold[] =>
  [
    ['label', 'LABEL'],
    ['labelValue', 'LABEL_VALUE'],
    ['searchNamespace', 'NAMESPACE'],
    ['resource', 'RESOURCE'],
    ['folderAnnotation', 'FOLDER_ANNOTATION'],
  ].flatMap(([key = '', env = '']) =>
    differing(`${name} ${env}`, valueAt(said, [key]), variable(container(grafana, name), env)),
  );

/** A setting of Grafana's file, by its section. */
const setting = (ini: string, section: string, key: string): string | undefined => {
  const [, body = ''] = new RegExp(`^\\[${section}\\]\\n((?:(?!\\[).*\\n?)*)`, 'm').exec(ini) ?? [];
  return new RegExp(`^${key} = (.*)$`, 'm').exec(body)?.[1];
};

const settings = (objects: Objects, said: unknown): readonly Untold[] => {
  const ini = textAt(the(objects, 'ConfigMap', '-grafana'), 'data', 'grafana.ini') ?? '';
  return Object.entries(object(said)).flatMap(([section, keys]) =>
    Object.entries(object(keys)).flatMap(([key, value]) =>
      differing(`grafana.ini [${section}] ${key}`, String(value), setting(ini, section, key)),
    ),
  );
};

const datasources = (objects: Objects, said: unknown): readonly Untold[] => {
  const text = textAt(the(objects, 'ConfigMap', '-grafana-datasource'), 'data', 'datasource.yaml') ?? '';
  const made = list(valueAt(parse(text), ['datasources']));
  const wanted = [
    ...list(valueAt(said, ['additionalDataSources'])),
    { uid: valueAt(said, ['sidecar', 'datasources', 'uid']), type: 'prometheus' },
  ];
  return wanted.flatMap((each) => {
    const found = made.find((other) => textAt(other, 'uid') === textAt(each, 'uid'));
    return Object.entries(object(each)).flatMap(([key, value]) =>
      differing(`data source ${textAt(each, 'uid')} ${key}`, value, valueAt(found, [key])),
    );
  });
};

const grafana = (objects: Objects, said: unknown): readonly Untold[] => {
  const made = the(objects, 'Deployment', '-grafana');
  if (valueAt(said, ['enabled']) === false)
    return differing('Grafana', 'none', made === undefined ? 'none' : made);
  const login = list(valueAt(container(made, 'grafana'), ['env'])).find(
    (each) => textAt(each, 'name') === 'GF_SECURITY_ADMIN_PASSWORD',
  );
  const admin = { name: textAt(said, 'admin', 'existingSecret'), key: textAt(said, 'admin', 'passwordKey') };
  return [
    ...workload(objects, 'Deployment', '-grafana', 'grafana', said),
    ...differing('Grafana login', admin, valueAt(login, ['valueFrom', 'secretKeyRef'])),
    ...settings(objects, valueAt(said, ['grafana.ini'])),
    ...sidecar(made, 'grafana-sc-dashboard', valueAt(said, ['sidecar', 'dashboards'])),
    ...sidecar(made, 'grafana-sc-datasources', valueAt(said, ['sidecar', 'datasources'])),
    ...datasources(objects, said),
    ...differing(
      'Grafana volume',
      valueAt(said, ['persistence', 'size']),
      valueAt(the(objects, 'PersistentVolumeClaim', '-grafana'), [
        'spec',
        'resources',
        'requests',
        'storage',
      ]),
    ),
  ];
};

const alertmanager = (objects: Objects, said: unknown): readonly Untold[] => {
  if (valueAt(said, ['enabled']) === false)
    return differing('Alertmanager', 'none', the(objects, 'Alertmanager') === undefined ? 'none' : 'one');
  const spec = valueAt(said, ['alertmanagerSpec']);
  const encoded = textAt(the(objects, 'Secret', '-alertmanager'), 'data', 'alertmanager.yaml') ?? '';
  const configuration: unknown = parse(Buffer.from(encoded, 'base64').toString());
  return [
    ...server(objects, 'Alertmanager', spec),
    ...tag(objects, 'Alertmanager', spec),
    ...differing(
      'alertmanager.yaml inhibit_rules',
      valueAt(said, ['config', 'inhibit_rules']),
      valueAt(configuration, ['inhibit_rules']),
    ),
  ];
};

/** A budget says how many may be gone, or how many must be left: with both the API server refuses it. */
const budgets = (objects: Objects, values: Values): readonly Untold[] =>
  ['prometheus', 'alertmanager'].flatMap((part) => {
    const said = valueAt(values, [part, 'podDisruptionBudget']);
    const spec = object(valueAt(the(objects, 'PodDisruptionBudget', `-${part}`), ['spec']));
    return said === undefined
      ? []
      : [
          ...differing(
            `PodDisruptionBudget …-${part} maxUnavailable`,
            valueAt(said, ['maxUnavailable']),
            spec['maxUnavailable'],
          ),
          ...differing(`PodDisruptionBudget …-${part} minAvailable`, 'none', spec['minAvailable'] ?? 'none'),
        ];
  });

/** Whether Prometheus selects what the chart itself brings. */
const selected = (objects: Objects): readonly Untold[] =>
  [
    ['ServiceMonitor', 'serviceMonitorSelector'],
    ['PrometheusRule', 'ruleSelector'],
  ].flatMap(([kind = '', selector = '']) => {
    const labels = valueAt(the(objects, 'Prometheus'), ['spec', selector, 'matchLabels']);
    return objects
      .filter((each) => each['kind'] === kind)
      .flatMap((each) => {
        const has = object(valueAt(each, ['metadata', 'labels']));
        return Object.entries(object(labels)).flatMap(([label, value]) =>
          differing(`${kind} ${textAt(each, 'metadata', 'name')} ${label}`, value, has[label]),
        );
      });
  });

/** All that a chart made otherwise than values say. */
export const untold = (objects: Objects, values: Values): readonly Untold[] => {
  const spec = valueAt(values, ['prometheus', 'prometheusSpec']);
  const on = (key: string) => valueAt(values, [key, 'enabled']) !== false;
  return [
    ...server(objects, 'Prometheus', spec),
    ...tag(objects, 'Prometheus', spec),
    ...alertmanager(objects, values['alertmanager']),
    ...grafana(objects, values['grafana']),
    ...(on('kubeStateMetrics')
      ? workload(
          ...([objects, 'Deployment', '-kube-state-metrics', 'kube-state-metrics'] as const),
          values['kube-state-metrics'],
        )
      : differing('kube-state-metrics', 'none', the(objects, 'Deployment', '-kube-state-metrics') ?? 'none')),
    ...(on('nodeExporter')
      ? workload(
          ...([objects, 'DaemonSet', '-node-exporter', 'node-exporter'] as const),
          values['prometheus-node-exporter'],
        )
      : differing('node_exporter', 'none', the(objects, 'DaemonSet', '-node-exporter') ?? 'none')),
    ...workload(
      ...([objects, 'Deployment', '-operator', 'kube-prometheus-stack'] as const),
      values['prometheusOperator'],
    ),
    ...budgets(objects, values),
    ...selected(objects),
  ];
};
