import { languages } from '#ground/language.js';
import { isObject } from '#ground/field.js';
import {
  type Shape,
  aFunction,
  anything,
  exactly,
  fields,
  length,
  listOf,
  named,
  oneOf,
  text,
  truth,
} from '#ground/shape.js';
import { units } from '#promql/unit/in-unit.js';
import { seriesColors } from '#dashboards/query.js';
import { panelKinds } from '#dashboards/model.js';

const said: Shape = (where, value) =>
  typeof value === 'string' ? [] : exactly({}, { ko: text, en: text })(where, value);

const link: Shape = (where, value) => {
  const malformed = exactly({ title: named, url: text })(where, value);
  const url = isObject(value) ? String(value['url']) : '';
  if (malformed.length > 0 || /^(https?:\/\/(?![^/]*@)|\/|\$)/.test(url)) return malformed;
  // It may hold a password.
  const isLogin = /@/.test(url);
  return [
    {
      where: `${where}.url`,
      what: isLogin ? '(not shown)' : url,
      code: isLogin ? 'login-in-address' : 'bad-address',
      why: isLogin ? 'it holds a login, which everybody would read' : `'${url}' is no address of a page`,
      cure: "write e.g. 'https://wiki.example.org/shop'",
    },
  ];
};

const query = fields({ expr: anything, unit: oneOf(units), dashed: truth });
const panel = fields(
  { kind: oneOf(panelKinds), key: text, title: text, queries: listOf(query) },
  { logql: text, plugin: named },
);
const shapes: Readonly<Record<string, Shape>> = {
  panel,
  row: fields({ title: text, key: text, collapsed: truth, panels: listOf(panel) }),
};
const typed = fields({ type: oneOf(Object.keys(shapes)) });
const entry: Shape = (where, value) => {
  const type = typed(where, value);
  const shape = isObject(value) ? shapes[String(value['type'])] : undefined;
  return shape && type.length === 0 ? shape(where, value) : type;
};

const strip = fields({ counted: listOf(anything), budgets: listOf(anything) });

/** What a dashboard is made of, where types were put aside. */
export const dashboardShape = fields(
  { application: named, description: said, panels: listOf(entry) },
  {
    ...{ uid: text, folder: text, title: text, timezone: text },
    language: oneOf(languages),
    variables: listOf(fields({ variable: named, title: text, multiple: truth, values: anything })),
    alerts: listOf(fields({ name: named })),
    tags: listOf(text),
    links: listOf(link),
    exemplars: truth,
    marks: listOf(fields({ name: anything, expr: anything, text, color: oneOf(seriesColors) })),
    around: aFunction,
    logs: fields({ keptBy: oneOf(['loki', 'elasticsearch']), query: text }, { ofPod: aFunction }),
    annotations: listOf(fields({})),
    ...{ refresh: length, last: length, scrapeInterval: length },
    ...{ runbook: aFunction, scrapedEvery: aFunction },
    more: fields({}),
    ...{ applicationTitle: text, isOneOfSeveral: truth },
    strip: (where, value) => (value === false ? [] : strip(where, value)),
  },
);
