import { type Datasource, reference } from '#dashboards/datasource.js';
import type { AnnotationModel, OwnOptions } from '#dashboards/model.js';
import { inLanguage } from '#ground/language.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import type { Mark } from '#dashboards/mark.js';
import { print } from '#promql/expr/print.js';
import { textAt } from '#ground/json.js';

/** What a mark must know of the dashboard on which it is. */
type MarkedOn = Pick<Dashboard, 'language' | 'datasources' | 'scrapeInterval'>;

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

/** Marks on every panel whenever something happens. Its step is a scrape at the least, so that a rate has four samples. */
export const marked = (
  { name, expr, text, color }: Mark,
  { language, datasources: { prometheus }, scrapeInterval }: MarkedOn,
): AnnotationModel => ({
  name: inLanguage(name, language),
  datasource: reference(prometheus),
  enable: true,
  hide: false,
  iconColor: color === 'grey' ? 'text' : color,
  target: {
    refId: 'Anno',
    datasource: reference(prometheus),
    expr: print(expr),
    interval: scrapeInterval,
  },
  titleFormat: inLanguage(name, language),
  textFormat: text,
});

/** An annotation as Grafana's JSON has it. */
export const rawAnnotation = (json: OwnOptions, prometheus: Datasource): AnnotationModel => ({
  name: textAt(json, 'name') ?? '',
  datasource: reference(prometheus),
  enable: true,
  iconColor: 'red',
  ...json,
});
