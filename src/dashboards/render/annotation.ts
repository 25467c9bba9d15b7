import { type Datasource, reference } from '#dashboards/datasource.js';
import type { AnnotationModel, OwnOptions } from '#dashboards/model.js';
import { textAt } from '#ground/json.js';

/** Marks on every panel when one of the application's alerts fires, and for how long. */
export const firingAlerts = (application: string, prometheus: Datasource): AnnotationModel => ({
  name: 'Firing alerts',
  datasource: reference(prometheus),
  enable: true,
  hide: false,
  iconColor: 'red',
  target: {
    refId: 'Anno',
    datasource: reference(prometheus),
    expr: `ALERTS{alertstate="firing", application=${JSON.stringify(application)}}`,
  },
  titleFormat: '{{alertname}}',
  // Labels that every alert of ours has: Grafana would write the name of one that is missing.
  textFormat: '{{component}}, {{severity}}',
  tagKeys: 'severity',
});

/** An annotation as Grafana's JSON has it. */
export const rawAnnotation = (json: OwnOptions, prometheus: Datasource): AnnotationModel => ({
  name: textAt(json, 'name') ?? '',
  datasource: reference(prometheus),
  enable: true,
  iconColor: 'red',
  ...json,
});
