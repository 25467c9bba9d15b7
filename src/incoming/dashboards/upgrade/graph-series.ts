import { isObject } from '#ground/field.js';
import { listAt, objectAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';
import { numberOf } from './number-of.js';

/** A series by its name, or by a regular expression. */
const matcherOf = (alias: string): Json => ({
  id: alias.startsWith('/') ? 'byRegexp' : 'byName',
  options: alias,
});

const fixed = (color: string): Json => ({ mode: 'fixed', fixedColor: color });

/** What a series of its own says, as properties of it. */
const propertiesOf = (override: Json, panel: Json): readonly Json[] =>
  Object.entries(override).flatMap(([key, value]): readonly Json[] => {
    const number = numberOf(value);
    switch (key) {
      case 'color':
        return typeof value === 'string' ? [{ id: 'color', value: fixed(value) }] : [];
      case 'fill':
        return number === undefined ? [] : [{ id: 'custom.fillOpacity', value: number * 10 }];
      case 'linewidth':
        return number === undefined ? [] : [{ id: 'custom.lineWidth', value: number }];
      case 'yaxis': {
        const unit = textAt(listAt(panel, 'yaxes')[1], 'format');
        return number === 2
          ? [
              ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
              { id: 'custom.axisPlacement', value: 'right' },
            ]
          : [];
      }
      case 'stack':
        return [
          {
            id: 'custom.stacking',
            value: {
              mode: value === false ? 'none' : 'normal',
              group: typeof value === 'string' ? value : 'A',
            },
          },
        ];
      case 'bars':
        return value === true ? [{ id: 'custom.drawStyle', value: 'bars' }] : [];
      case 'lines':
        return value === false ? [{ id: 'custom.lineWidth', value: 0 }] : [];
      case 'points':
        return [{ id: 'custom.showPoints', value: value === true ? 'always' : 'never' }];
      case 'dashes':
        return value === true ? [{ id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } }] : [];
      case 'transform':
        return value === 'negative-Y' ? [{ id: 'custom.transform', value }] : [];
      case 'legend':
        return value === false
          ? [{ id: 'custom.hideFrom', value: { legend: true, tooltip: false, viz: false } }]
          : [];
      case 'nullPointMode':
        return [{ id: 'custom.spanNulls', value: value === 'connected' }];
      case 'steppedLine':
        return value === true ? [{ id: 'custom.lineInterpolation', value: 'stepAfter' }] : [];
      default:
        return [];
    }
  });

/** What single series of a graph say, as overrides of their fields. */
export const overridesOf = (panel: Json): readonly Json[] => [
  ...Object.entries(objectAt(panel, 'aliasColors')).flatMap(([alias, color]) =>
    typeof color === 'string'
      ? [{ matcher: { id: 'byName', options: alias }, properties: [{ id: 'color', value: fixed(color) }] }]
      : [],
  ),
  ...listAt(panel, 'seriesOverrides').flatMap((each) => {
    const alias = textAt(each, 'alias');
    const properties = isObject(each) ? propertiesOf(each, panel) : [];
    return alias === undefined || properties.length === 0 ? [] : [{ matcher: matcherOf(alias), properties }];
  }),
];
