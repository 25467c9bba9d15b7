import { textAt } from '#ground/json.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { reference } from '#dashboards/datasource.js';
import type { AnnotationModel } from '#dashboards/model.js';
import { firingAlerts, marked } from '#dashboards/render/annotation.js';
import { colorOf } from './color.js';
import type { PersesAnnotation } from './model.js';
import { sourceOf } from './source.js';

/** Grafana's red, in which alerts are marked. */
const red = '#f2495c';

/**
 * Perses fills in no step where it asks for annotations: a mark begins at what happens, and is so long.
 * https://github.com/perses/plugins/blob/main/prometheus/src/annotations/get-annotation-data.ts
 */
const length = '5m';

const annotationOf = (
  { name, target, titleFormat, textFormat, iconColor }: AnnotationModel,
  { datasources }: Dashboard,
): PersesAnnotation => ({
  display: { name, color: colorOf(iconColor) ?? red },
  plugin: {
    kind: 'PrometheusPromQLAnnotation',
    spec: {
      ...sourceOf('prometheus', reference(datasources.prometheus)),
      expr: textAt(target, 'expr')?.replaceAll(/\$__(rate_)?interval\b/g, length),
      title: titleFormat,
      legend: textFormat,
    },
  },
});

/** Marks on every panel, which Perses draws since 0.54: when one of the application's alerts fires, and what else happens. */
export const annotationsOf = (dashboard: Dashboard): readonly PersesAnnotation[] =>
  [
    ...(dashboard.alerts.length === 0
      ? []
      : [firingAlerts(dashboard.application, dashboard.datasources.prometheus)]),
    ...dashboard.marks.map((each) => marked(each, dashboard)),
  ].map((each) => annotationOf(each, dashboard));

/** What Perses does not say of marks: it draws one for each series, from its first value to its last. */
export const leftOfMarks = ({ marks }: Dashboard): readonly string[] =>
  marks.length === 0
    ? []
    : ['the moments between of what happens to the same again: it marks all of the time'];
