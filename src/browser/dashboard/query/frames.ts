import { createDataFrame, DataFrameType, type Field, FieldType, type DataFrame } from '@grafana/data';
import { legendOf } from './legend.js';
import type { Series } from './prometheus.js';
import type { Target } from './target.js';

/** What a target was answered, by one of its queries. */
export interface Answered {
  readonly target: Target;
  readonly isInstant: boolean;
  readonly series: readonly Series[];
}

/** Grafana's data source makes numbers of these labels, so that they are sorted as such. */
const numericLabel = 'le';

const boundOf = (label: string | undefined): number =>
  label === '+Inf' ? Infinity : label === undefined || label === '' ? NaN : Number(label);

const timeField = (times: readonly number[], interval?: number): Field => ({
  name: 'Time',
  type: FieldType.time,
  config: interval === undefined ? {} : { interval },
  values: [...times],
});

/** One frame for each series, which is named by the legend. */
const seriesFrames = ({ target, isInstant, series }: Answered): readonly DataFrame[] =>
  series.map(({ labels, times, values }) => {
    const name = legendOf(target.legend, labels, target.expr);
    return createDataFrame({
      refId: target.refId,
      ...(name !== undefined && { name }),
      meta: { type: isInstant ? DataFrameType.NumericMulti : DataFrameType.TimeSeriesMulti },
      fields: [
        timeField(times, isInstant ? undefined : target.step),
        {
          name: 'Value',
          type: FieldType.number,
          labels: { ...labels },
          config: name === undefined ? {} : { displayNameFromDS: name },
          values: [...values],
        },
      ],
    });
  });

/** One frame of all series of a target: a column for the time, one for each label, one for the value. */
const tableFrame = (answers: readonly Answered[], valueName: string): readonly DataFrame[] => {
  const series = answers.flatMap((answer) => answer.series);
  const target = answers[0]?.target;
  if (!target || series.length === 0) return [];
  const labels = [...new Set(series.flatMap((one) => Object.keys(one.labels).sort()))];
  const column = (label: string): Field => ({
    name: label,
    type: label === numericLabel ? FieldType.number : FieldType.string,
    config: { filterable: true },
    values: series.flatMap((one) =>
      one.times.map(() => (label === numericLabel ? boundOf(one.labels[label]) : (one.labels[label] ?? ''))),
    ),
  });
  return [
    createDataFrame({
      refId: target.refId,
      meta: { preferredVisualisationType: 'table' },
      fields: [
        timeField(series.flatMap(({ times }) => times)),
        ...labels.map(column),
        {
          name: valueName,
          type: FieldType.number,
          config: {},
          values: series.flatMap(({ values }) => values),
        },
      ],
    }),
  ];
};

/** Counts up to each bound, less those up to the bound below it. */
const deaccumulated = (rows: readonly (readonly (number | null)[])[]): (number | null)[][] =>
  rows.map((row, at) =>
    row.map((value, time) => {
      const below = rows[at - 1]?.[time] ?? 0;
      return value === null ? null : Math.max(0, value - below);
    }),
  );

/** One frame of a histogram over time: a column for each bucket, by its upper bound, the lowest first. */
const heatmapFrame = ({ target, series }: Answered): readonly DataFrame[] => {
  if (series.length === 0) return [];
  const ordered = [...series].sort((one, other) => boundOf(one.labels.le) - boundOf(other.labels.le));
  const times = [...new Set(ordered.flatMap((one) => one.times))].sort((one, other) => one - other);
  const rows = ordered.map((one) => {
    const at = new Map(one.times.map((time, index) => [time, one.values[index] ?? null]));
    return times.map((time) => at.get(time) ?? null);
  });
  return [
    createDataFrame({
      refId: target.refId,
      meta: { type: DataFrameType.HeatmapRows },
      fields: [
        timeField(times, target.step),
        ...deaccumulated(rows).map((values, at): Field => {
          const labels = ordered[at]?.labels ?? {};
          const name = legendOf(target.legend, labels, target.expr) ?? labels.le ?? '';
          return {
            name,
            type: FieldType.number,
            labels: { ...labels },
            config: { displayNameFromDS: name },
            values,
          };
        }),
      ],
    }),
  ];
};

/** An answer of no series as a frame of no values, called by its legend where that is a name. */
export const emptyFrame = ({ target: { refId, legend } }: Answered): readonly DataFrame[] =>
  legend === '' || legend === '__auto' || legend.includes('{{')
    ? []
    : [
        createDataFrame({
          ...{ refId, name: legend },
          fields: [
            timeField([]),
            { name: 'Value', type: FieldType.number, config: { displayNameFromDS: legend }, values: [] },
          ],
        }),
      ];

/** Frames as Grafana's data source for Prometheus makes them of what its queries were answered. */
export const framesOf = (answers: readonly Answered[]): readonly DataFrame[] => {
  const tables = answers.filter(({ target }) => target.format === 'table');
  const refIds = [...new Set(tables.map(({ target }) => target.refId))];
  return [
    ...answers
      .filter(({ target }) => target.format !== 'table')
      .flatMap((answer) =>
        answer.target.format === 'heatmap' ? heatmapFrame(answer) : seriesFrames(answer),
      ),
    ...refIds.flatMap((refId) =>
      tableFrame(
        tables.filter(({ target }) => target.refId === refId),
        refIds.length > 1 ? `Value #${refId}` : 'Value',
      ),
    ),
  ];
};
