import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import type { Json } from './read.js';

/** The variables of a dashboard, each name once. */
export const variablesIn = (model: Json): readonly Json[] => [
  ...new Map(
    listAt(model, 'templating', 'list')
      .filter(isObject)
      .filter((each) => (textAt(each, 'name') ?? '') !== '')
      .map((each) => [each['name'], each]),
  ).values(),
];
