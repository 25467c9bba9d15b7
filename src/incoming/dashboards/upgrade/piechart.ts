import { isTrueAt, numberAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';

const calculations: Readonly<Record<string, string>> = {
  ...{ avg: 'mean', current: 'lastNotNull', total: 'sum', min: 'min', max: 'max' },
};

/** A panel of the plugin that drew pies before Grafana 8 did. */
export const upgradedPiechart = (panel: Json): Json => {
  const decimals = numberAt(panel, 'decimals');
  const placement = textAt(panel, 'legendType') === 'Right side' ? 'right' : 'bottom';
  return {
    type: 'piechart',
    fieldConfig: {
      defaults: {
        unit: textAt(panel, 'format') ?? 'short',
        ...(decimals !== undefined && { decimals }),
      },
      overrides: Object.entries(panel['aliasColors'] ?? {}).map(([alias, fixedColor]) => ({
        matcher: { id: 'byName', options: alias },
        properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
      })),
    },
    options: {
      pieType: textAt(panel, 'pieType') === 'donut' ? 'donut' : 'pie',
      reduceOptions: {
        values: false,
        calcs: [calculations[textAt(panel, 'valueName') ?? 'current'] ?? 'lastNotNull'],
        fields: '',
      },
      legend: {
        showLegend: isTrueAt(panel, 'legend', 'show'),
        displayMode: 'table',
        placement,
        calcs: [],
        values: [
          ...(isTrueAt(panel, 'legend', 'values') ? ['value'] : []),
          ...(isTrueAt(panel, 'legend', 'percentage') ? ['percent'] : []),
        ],
      },
    },
  };
};
