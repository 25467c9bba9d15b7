import { textAt } from '#ground/json.js';
import { saying } from '#incoming/dashboards/both.js';
import type { Json } from '#incoming/dashboards/read.js';
import { variablesIn } from '#incoming/dashboards/variables-in.js';
import { type Side, sourceOf } from './side.js';

/** The variables of a dashboard, as far as two are compared: what of them their reader sees. */
export const variablesOf = (side: Side): readonly Json[] =>
  variablesIn(side.model).map((each) => ({
    name: each['name'],
    type: each['type'] ?? 'query',
    query: textAt(each, 'query') ?? textAt(each, 'query', 'query') ?? textAt(each, 'definition') ?? '',
    source: sourceOf(each['datasource'], side),
    ...saying({ regex: each['regex'], allValue: each['allValue'], label: each['label'] }),
    isMultiple: each['multi'] === true,
    includesAll: each['includeAll'] === true,
    isHidden: each['hide'] === undefined || each['hide'] === 0 || each['hide'] === false ? 0 : each['hide'],
  }));
