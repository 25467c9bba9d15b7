import { aNumber, anything, byName, fields, listOf, text, truth } from '#ground/shape.js';
import { numberAt } from '#ground/json.js';
import { type Meaning, form } from './meaning.js';

const texts = listOf(text);
const telling = fields({
  ...{
    to: text,
    receiver: text,
    pages: truth,
    resolved: truth,
    hours: text,
    sure: truth,
    wait: text,
    repeat: text,
  },
});
const scenario = fields({ when: text, says: text, content: text });
const proof = fields(
  { fires: listOf(scenario), quiet: listOf(scenario), standing: text },
  { survived: texts },
);
const alert = fields(
  {
    ...{
      key: text,
      name: text,
      severity: text,
      component: text,
      summary: text,
      condition: byName(text),
      expr: text,
    },
    ...{ operator: text, windows: texts, for: text, keepFiringFor: text, during: text, labels: byName(text) },
    ...{
      group: text,
      interval: text,
      told: listOf(telling),
      inhibited: texts,
      texts: text,
      runbook: text,
      proof,
    },
  },
  { limit: fields({ value: aNumber, unit: text, text }) },
);
const panel = fields(
  {
    ...{
      id: aNumber,
      title: text,
      type: text,
      unit: text,
      row: text,
      queries: texts,
      grid: text,
      look: text,
    },
  },
  { limits: texts },
);
const dashboard = fields({
  ...{
    uid: text,
    title: text,
    folder: text,
    panels: listOf(panel),
    variables: texts,
    range: text,
    refresh: text,
  },
});
const application = fields({
  ...{ name: text, title: text, namespace: text, alerts: listOf(alert), series: aNumber },
  records: listOf(fields({ name: text, expr: text, group: text })),
  objectives: listOf(fields({ name: text, title: text, objective: aNumber, text, window: text })),
  dashboards: listOf(dashboard),
  scrapes: listOf(
    fields({ name: text, job: text, path: text, port: text, interval: text, targets: texts, takes: text }),
  ),
  services: listOf(fields({ name: text, namespaces: texts, ports: texts, rendered: truth })),
  exporters: listOf(fields({ name: text, image: text, port: aNumber })),
});
const object = fields({
  path: text,
  kind: text,
  namespace: text,
  name: text,
  pruned: anything,
  content: text,
});
const place = fields({
  ...{ of: text, name: text, applications: listOf(application), objects: listOf(object) },
  secrets: listOf(
    fields(
      { namespace: text, name: text, keys: texts, uses: texts, without: texts, by: text },
      { reads: listOf(fields({ key: text, uses: texts, without: texts })) },
    ),
  ),
  ...{ series: aNumber, samplesPerSecond: aNumber, memory: aNumber },
});
const shape = fields({ form: aNumber, release: text, of: text, places: listOf(place) });

/** Whether JSON is a meaning of this form, whoever wrote it. */
export const isMeaning = (value: unknown): value is Meaning =>
  numberAt(value, 'form') === form && shape('', value).length === 0;

/** A meaning as it was written; nothing where the text is none, or of another form. */
export const readMeaning = (json: string): Meaning | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return isMeaning(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
