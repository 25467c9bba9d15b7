import { textAt } from '#ground/json.js';
import { type DashboardVariable, rawVariable } from '#dashboards/variable.js';
import { called } from '#incoming/code/code.js';
import { type Both, jsonCode, saying } from './both.js';
import type { Json } from './read.js';
import { askedSource } from './source-of.js';

/** What older Grafanas keep in a variable, and nobody reads; and what is found anew when the dashboard opens. */
const unread = [
  ...[
    'name',
    'datasource',
    'tags',
    'tagsQuery',
    'tagValuesQuery',
    'useTags',
    'error',
    'allFormat',
    'multiFormat',
  ],
  ...[
    'state',
    'rootStateKey',
    'id',
    'index',
    'global',
    'skipUrlSync',
    'hideLabel',
    'hideVariable',
    'options',
  ],
];

/** What is so anyway. */
const isUsual = (key: string, value: unknown): boolean =>
  value === false || (key === 'hide' && value === 0) || (key === 'label' && value === '');

/** A variable of a dashboard, and how it is written. Values that a query finds are found anew. */
export const variableOf = (variable: Json, model: Json): Both<DashboardVariable> => {
  const name = textAt(variable, 'name') ?? '';
  const type = textAt(variable, 'type') ?? 'query';
  const isList = type === 'custom' || type === 'interval';
  const source = askedSource(variable['datasource'], model);
  const said = {
    ...saying(variable, isList ? unread.filter((each) => each !== 'options') : unread),
    ...(variable['skipUrlSync'] === true && { skipUrlSync: true }),
    ...(source !== undefined && { datasource: source }),
  };
  const json = Object.fromEntries(Object.entries(said).filter(([key, value]) => !isUsual(key, value)));
  return {
    code: called('rawVariable', jsonCode(name), jsonCode(json)),
    value: rawVariable(name, json),
  };
};
