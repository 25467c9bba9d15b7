import {
  applyFieldOverrides,
  type DataFrame,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  FieldType,
  type GrafanaTheme2,
  identityOverrideProcessor,
  type InterpolateFunction,
  numberOverrideProcessor,
  thresholdsOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';
import { hrefHere } from './href.js';

type Processor = FieldConfigPropertyItem['process'];

const nothing = (): null => null;

/** A property of a field: how what is written of it is read. */
const property = (id: string, process: Processor, isCustom = false): FieldConfigPropertyItem => ({
  id,
  path: isCustom ? id.replace(/^custom\./, '') : id,
  name: id,
  isCustom,
  process,
  editor: nothing,
  override: nothing,
  shouldApply: ({ type }) =>
    isCustom || type !== FieldType.time || !['unit', 'min', 'max', 'decimals'].includes(id),
  ...(id === 'displayName' && { settings: { expandTemplateVars: true } }),
});

/** Grafana's standard properties of a field. */
const standard: readonly FieldConfigPropertyItem[] = [
  property('displayName', displayNameOverrideProcessor),
  property('description', identityOverrideProcessor),
  property('unit', identityOverrideProcessor),
  property('min', numberOverrideProcessor),
  property('max', numberOverrideProcessor),
  property('fieldMinMax', identityOverrideProcessor),
  property('decimals', numberOverrideProcessor),
  property('noValue', identityOverrideProcessor),
  property('color', identityOverrideProcessor),
  property('thresholds', thresholdsOverrideProcessor),
  property('mappings', valueMappingsOverrideProcessor),
  property('links', dataLinksOverrideProcessor),
  property('filterable', identityOverrideProcessor),
];

/** What the panel's own kind has beside them: all that the model says of it. */
const customIds = ({ defaults, overrides }: FieldConfigSource): readonly string[] => [
  ...new Set([
    ...Object.keys(defaults.custom ?? {}).map((key) => `custom.${key}`),
    ...overrides.flatMap(({ properties }) =>
      properties.map(({ id }) => id).filter((id) => id.startsWith('custom.')),
    ),
  ]),
];

/** Frames whose fields are shown as a panel has it: its units, limits, colours and names, by default and by its overrides. */
export const shown = (
  data: readonly DataFrame[],
  fieldConfig: FieldConfigSource,
  theme: GrafanaTheme2,
  timeZone: string,
  replaceVariables: InterpolateFunction,
): DataFrame[] =>
  applyFieldOverrides({
    data: [...data],
    fieldConfig,
    theme,
    timeZone,
    replaceVariables,
    fieldConfigRegistry: new FieldConfigOptionsRegistry(() => [
      ...standard,
      ...customIds(fieldConfig).map((id) => property(id, identityOverrideProcessor, true)),
    ]),
    // A link that only Grafana could follow is none here.
    dataLinkPostProcessor: ({ linkModel }) => {
      const href = hrefHere(linkModel.href);
      return href === undefined ? undefined : { ...linkModel, href };
    },
  });
