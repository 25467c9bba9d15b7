import {
  type Shape,
  aNumber,
  byName,
  exactly,
  length,
  listOf,
  madeBy,
  named,
  oneOf,
  text,
  truth,
} from '#ground/shape.js';
import { chartRules, controlPlaneParts, features, matcherStrategies, selected } from './platform.js';
import type { Engine } from './engine.js';
import { isObject } from '#ground/field.js';
import { isForm } from '#dashboards/form.js';
import { keyed } from '#ground/keyed.js';
import { placementShape } from '#ground/placement.js';
import { programs } from './lowest.js';
import { remoteWriteShape } from './remote-write/remote-write.js';

const engines: readonly Engine['name'][] = ['prometheus', 'thanos', 'mimir', 'victoriametrics'];
const isEngine = (value: unknown): boolean =>
  isObject(value) && engines.some((name) => name === value['name']);

/** What is an object, or `false`, which leaves it out. */
const orNone =
  (shape: Shape): Shape =>
  (where, value) =>
    value === false ? [] : shape(where, value);

const quantities = exactly({}, { cpu: text, memory: text });
const resources = exactly({}, { requests: quantities, limits: quantities });
const storage = exactly({}, { size: text, storageClass: named });
const labels = byName(text);
const part = exactly({}, { resources });
const sidecar = { label: named, value: text, searchNamespace: named };

const prometheus = exactly(
  {},
  {
    ...{ resources, storage, features: listOf(oneOf(features)), retentionSize: text },
    ...{ retention: length, scrapeInterval: length, evaluationInterval: length },
    ...{ replicas: aNumber, shards: aNumber, enforcedNamespaceLabel: oneOf(['namespace']) },
  },
);

const alertmanager = exactly(
  {},
  { resources, storage, replicas: aNumber, retention: length, matcherStrategy: oneOf(matcherStrategies) },
);

const grafana = exactly(
  {},
  {
    ...{ resources, storage, preinstallAutoUpdate: truth },
    dashboardsAs: madeBy('configMaps, grafanaDashboards(…) or grafanaResources(…)', isForm),
    admin: exactly({}, { name: text, userKey: text, passwordKey: text }),
    sidecar: exactly(
      {},
      {
        dashboards: exactly({}, { ...sidecar, folderAnnotation: named, foldersFromFilesStructure: truth }),
        datasources: exactly({}, sidecar),
      },
    ),
    datasources: listOf(exactly({ type: text, uid: text, name: text, url: text })),
  },
);

/** What a platform is described by, where types were put aside. */
export const platformShape = exactly(
  {},
  {
    ...{ release: text, namespace: text, chart: text, rules: oneOf(chartRules) },
    versions: exactly(
      {},
      keyed(programs, () => text),
    ),
    selects: exactly(
      {},
      keyed(selected, () => exactly({}, { labels, namespaces: labels })),
    ),
    ...{ prometheus, alertmanager: orNone(alertmanager), grafana: orNone(grafana), operator: part },
    kubeStateMetrics: orNone(part),
    nodeExporter: orNone(exactly({}, { resources, namespace: text })),
    controlPlane: listOf(oneOf(controlPlaneParts)),
    placement: placementShape,
    secrets: listOf(exactly({ name: text, key: text })),
    engine: madeBy('thanos(…), mimir(…) or victoriaMetrics(…)', isEngine),
    remoteWrites: listOf(remoteWriteShape),
  },
);
