import { isObject } from '#ground/field.js';
import type { AnnotationModel, OwnOptions } from '#dashboards/model.js';
import type { AnnotationV2 } from './model.js';
import { queryV2 } from './query.js';

const isOptions = (value: unknown): value is OwnOptions => isObject(value);

/** What is asked, without what only panels need. */
const specOf = (target: unknown): OwnOptions => {
  if (!isOptions(target)) return {};
  const { refId: _, datasource: __, ...spec } = target;
  return spec;
};

/** Marks on the panels. What Grafana knows of them by no word of this model stands among its older options. */
export const annotationV2 = ({
  name,
  datasource,
  enable,
  hide = false,
  iconColor,
  filter,
  target,
  builtIn,
  placement,
  mappings,
  ...older
}: AnnotationModel): AnnotationV2 => ({
  kind: 'AnnotationQuery',
  spec: {
    query: queryV2(datasource, specOf(target)),
    enable,
    hide,
    iconColor,
    name,
    builtIn: builtIn === 1,
    ...(filter !== undefined && { filter }),
    ...(placement !== undefined && { placement }),
    ...(mappings !== undefined && { mappings }),
    ...(Object.keys(older).length > 0 && { legacyOptions: older }),
  },
});
