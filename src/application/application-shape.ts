import { isAlert } from '#alerts/rule/made.js';
import { severities } from '#alerts/rule/facts.js';
import { isPlace } from '#alerts/place/shape.js';
import { aDatasource, datasourcesShape } from '#dashboards/datasource.js';
import { isInstrumentation } from './instrumentation/instrumentation.js';
import { isForm } from '#dashboards/form.js';
import { isObject } from '#ground/field.js';
import { languages } from '#ground/language.js';
import {
  type Shape,
  aFunction,
  anything,
  byName,
  fields,
  length,
  listOf,
  madeBy,
  named,
  oneOf,
  oneOrMore,
  text,
} from '#ground/shape.js';
import { isTracing } from './tracing/shape.js';
import { promptnessShape } from './promptness.js';
import { networkShape } from './network/network.js';
import { catalogShape } from '#promql/metric/catalog.js';

/** The labels that a Prometheus may enforce on all that an object of a namespace says. */
export const enforcedLabels = ['namespace'] as const;

const aList: Shape = listOf(anything);
const given = {
  title: text,
  namespace: named,
};
const besides = {
  place: madeBy('onKubernetes, dockerCompose(…) or place(…)', isPlace),
  ...{ release: named, agentNamespace: named, grafana: text },
  runbook: aFunction,
  network: networkShape,
  enforcedNamespaceLabel: oneOf(enforcedLabels),
  services: listOf(fields({ name: named, ports: anything })),
  scrapes: listOf(fields({ name: named, interval: length, metrics: listOf(catalogShape) })),
  platform: listOf(catalogShape),
  instrumentation: listOf(madeBy('python(…), go(…) or typescript(…)', isInstrumentation)),
  datasources: datasourcesShape,
  otherDatasources: listOf(aDatasource),
  severities: byName(oneOf([...severities, 'none'])),
  dashboardsAs: oneOrMore(
    madeBy(
      'configMaps, grafanaDashboards(…), grafanaResources(…), persesDashboards(…) or persesConfigMaps(…)',
      isForm,
    ),
  ),
};

/** A list, or a function of the profile that makes one. */
const following: Shape = (where, value) => (typeof value === 'function' ? [] : aList(where, value));

/** What an application is described by, where types were put aside. */
export const specShape = fields(
  {
    ...given,
    // Which languages there are, `unknownLanguages` tells.
    language: oneOrMore(text),
    routing: madeBy('routing(…)', (value) => typeof value === 'function' || isObject(value)),
  },
  {
    ...besides,
    exporters: following,
    groups: following,
    logGroups: aList,
    dashboards: listOf(aFunction),
    logs: anything,
    tracing: madeBy('tracing(…)', isTracing),
    prompt: promptnessShape,
  },
);

const groupShape = fields({
  name: named,
  interval: length,
  alerts: listOf(madeBy('alert(…)', isAlert)),
  records: aList,
});

/** What an application is, once all has been made that follows from its profile. */
export const applicationShape = fields(
  {
    ...given,
    language: oneOf(languages),
    languages: listOf(oneOf(languages)),
    groups: listOf(groupShape),
    routing: madeBy('routing(…)', (value) => isObject(value) && isObject(value['route'])),
  },
  { ...besides, dashboards: aList, logGroups: listOf(groupShape) },
);
