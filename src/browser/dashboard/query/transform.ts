import {
  type DataFrame,
  type DataTransformerConfig,
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';

const known = [...new Map(Object.values(standardTransformers).map((one) => [one.id, one])).values()];

standardTransformersRegistry.setInit(() =>
  known.map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation: async () => transformation,
    editor: () => null,
    imageDark: '',
    imageLight: '',
  })),
);

/** The transformations of a panel that are nowhere but in Grafana itself, by their ids. */
export const unknownTransformations = (asked: readonly DataTransformerConfig[]): readonly string[] =>
  asked.filter(({ id, disabled }) => !disabled && !known.some((one) => one.id === id)).map(({ id }) => id);

/** Frames after the transformations of a panel, one after another. */
export const transformed = (
  asked: readonly DataTransformerConfig[],
  frames: readonly DataFrame[],
  interpolate: (text: string) => string,
): Promise<DataFrame[]> =>
  new Promise((done, failed) => {
    transformDataFrame([...asked], [...frames], { interpolate }).subscribe({ next: done, error: failed });
  });
