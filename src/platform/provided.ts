import type { Datasource } from '#dashboards/datasource.js';
import type { Platform, ServedDatasource } from './platform.js';

/** The data source that a platform's Grafana has under the uid by which panels ask one; nothing where it has none. */
export const providedTo = (
  { grafana }: Pick<Platform, 'grafana'>,
  { type, uid }: Pick<Datasource, 'type' | 'uid'>,
): ServedDatasource | undefined =>
  grafana?.datasources.find((each) => each.type === type && each.uid === uid);
