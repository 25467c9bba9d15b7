import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';

const calculations: Readonly<Record<string, string>> = {
  ...{ avg: 'mean', current: 'lastNotNull', total: 'sum', min: 'min', max: 'max', first: 'firstNotNull' },
  ...{ range: 'range', diff: 'diff', delta: 'delta', last_time: 'lastNotNull', name: 'lastNotNull' },
};

/** Its limits, `"80,90"`, with a colour before, between and after them. */
const thresholdsOf = (panel: Json): Json | undefined => {
  const values = (textAt(panel, 'thresholds') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && Number.isFinite(Number(each)))
    .map(Number);
  const colors = listAt(panel, 'colors').filter((each) => typeof each === 'string');
  const [first, ...others] = colors;
  if (first === undefined || values.length === 0) return undefined;
  const steps = values.flatMap((value, i) => {
    const color = others[i];
    return color === undefined ? [] : [{ value, color }];
  });
  return { mode: 'absolute', steps: [{ value: null, color: first }, ...steps] };
};

const mappingsOf = (panel: Json): readonly Json[] => {
  const values = listAt(panel, 'valueMaps')
    .filter(isObject)
    .filter((each) => each['text'] !== 'N/A' || each['value'] !== 'null')
    .map((each) => ({ type: 'value', options: { [String(each['value'])]: { text: each['text'] } } }));
  const ofNull = listAt(panel, 'valueMaps')
    .filter(isObject)
    .filter((each) => each['value'] === 'null')
    .map((each) => ({ type: 'special', options: { match: 'null', result: { text: each['text'] } } }));
  const ranges = listAt(panel, 'rangeMaps')
    .filter(isObject)
    .filter((each) => each['from'] !== 'null')
    .map((each) => ({
      type: 'range',
      options: { from: Number(each['from']), to: Number(each['to']), result: { text: each['text'] } },
    }));
  const isOfRanges = numberAt(panel, 'mappingType') === 2;
  return [...ofNull, ...(isOfRanges ? ranges : values.filter(({ options }) => !('null' in options)))];
};

/**
 * A panel of kind `singlestat`, which Grafana 8 has no more, as it draws it since: a dial where it had one, else a number.
 * https://github.com/grafana/grafana/blob/main/packages/grafana-ui/src/components/SingleStatShared/SingleStatBaseOptions.ts
 */
export const upgradedSinglestat = (panel: Json): Json => {
  const thresholds = thresholdsOf(panel);
  const mappings = mappingsOf(panel);
  const isDial = isTrueAt(panel, 'gauge', 'show');
  const column = textAt(panel, 'tableColumn') ?? '';
  const calc = calculations[textAt(panel, 'valueName') ?? 'avg'] ?? 'mean';
  const reduceOptions = { values: false, calcs: [calc], fields: column === '' ? '' : `/^${column}$/` };
  const decimals = numberAt(panel, 'decimals');
  const noValue = textAt(panel, 'nullText');
  const isOnBackground = isTrueAt(panel, 'colorBackground');
  return {
    type: isDial ? 'gauge' : 'stat',
    fieldConfig: {
      defaults: {
        unit: textAt(panel, 'format') ?? 'none',
        ...(decimals !== undefined && { decimals }),
        ...(thresholds && { thresholds }),
        ...(mappings.length > 0 && { mappings }),
        ...(noValue !== undefined && { noValue }),
        ...(isDial && {
          min: numberAt(panel, 'gauge', 'minValue') ?? 0,
          max: numberAt(panel, 'gauge', 'maxValue') ?? 100,
        }),
        color: { mode: 'thresholds' },
      },
      overrides: [],
    },
    options: isDial
      ? {
          reduceOptions,
          showThresholdMarkers: isTrueAt(panel, 'gauge', 'thresholdMarkers'),
          showThresholdLabels: isTrueAt(panel, 'gauge', 'thresholdLabels'),
        }
      : {
          reduceOptions,
          colorMode: isOnBackground ? 'background' : isTrueAt(panel, 'colorValue') ? 'value' : 'none',
          graphMode: isTrueAt(panel, 'sparkline', 'show') ? 'area' : 'none',
          textMode: textAt(panel, 'valueName') === 'name' ? 'name' : 'auto',
          justifyMode: 'auto',
          orientation: 'horizontal',
        },
  };
};
