import { isObject } from '#ground/field.js';
import { numberAt, textAt } from '#ground/json.js';
import type { OwnOptions, PanelModel, TransformationModel } from '#dashboards/model.js';
import type { FieldConfigV2, PanelV2, TransformationV2 } from './model.js';
import { panelQueryV2 } from './query.js';

/** By what a layout names a panel. */
export const elementName = ({ id }: Pick<PanelModel, 'id'>): string => `panel-${id ?? 0}`;

const transformationV2 = ({
  id,
  options,
  disabled,
  filter,
  topic,
}: TransformationModel): TransformationV2 => ({
  kind: 'Transformation',
  group: id,
  spec: {
    options,
    ...(disabled !== undefined && { disabled }),
    ...(filter !== undefined && { filter }),
    ...(topic !== undefined && { topic }),
  },
});

const isOptions = (value: unknown): value is OwnOptions => isObject(value);

/** What of a panel is said of its queries: their step, their time. */
const queryOptions = (panel: PanelModel): PanelV2['spec']['data']['spec']['queryOptions'] => {
  const { interval, maxDataPoints, timeFrom, timeShift, hideTimeOverride } = panel;
  return {
    ...(interval !== undefined && { interval }),
    ...(maxDataPoints !== undefined && { maxDataPoints }),
    ...(timeFrom !== undefined && { timeFrom }),
    ...(timeShift !== undefined && { timeShift }),
    ...(hideTimeOverride !== undefined && { hideTimeOverride }),
  };
};

const fieldConfigOf = ({ fieldConfig }: PanelModel): FieldConfigV2 => ({
  defaults: fieldConfig?.defaults ?? {},
  overrides: fieldConfig?.overrides ?? [],
});

/** A panel as an element: what it asks, and how it is drawn. Where it stands says its layout. */
export const panelV2 = (panel: PanelModel): PanelV2 => {
  const { title = '', description = '', links = [], transformations = [], transparent } = panel;
  const targets: readonly unknown[] = panel.targets ?? [];
  return {
    kind: 'Panel',
    spec: {
      id: numberAt(panel, 'id') ?? 0,
      title,
      description,
      links: links.map((link) => ({
        title: link.title,
        url: link.url ?? '',
        targetBlank: link.targetBlank,
      })),
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: targets.filter(isOptions).map((target, i) => panelQueryV2(target, panel.datasource, i)),
          transformations: transformations.map(transformationV2),
          queryOptions: queryOptions(panel),
        },
      },
      vizConfig: {
        kind: 'VizConfig',
        group: panel.type,
        version: textAt(panel, 'pluginVersion') ?? '',
        spec: { options: panel.options ?? {}, fieldConfig: fieldConfigOf(panel) },
      },
      ...(transparent !== undefined && { transparent }),
    },
  };
};
