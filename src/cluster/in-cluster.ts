import { type Application, usualRelease } from '#application/application.js';
import { laterIn } from '#application/later/in.js';
import { withRunbooks } from '#application/with-runbooks.js';
import { configMaps } from '#dashboards/form.js';
import type { Platform } from '#platform/platform.js';
import { providedTo } from '#platform/provided.js';
import type { Here } from './here.js';
import { pacedBy } from './paced.js';

type Changes = Partial<
  Pick<
    Application,
    | ('release' | 'enforcedNamespaceLabel' | 'grafana' | 'dashboardsAs')
    | ('isLokiProvided' | 'isTraceStoreProvided')
  >
>;

/** Whether an application says nothing of how its dashboards reach who shows them. */
const isUsual = ({ dashboardsAs }: Application): boolean =>
  dashboardsAs.length === 1 && dashboardsAs[0] === configMaps;

/** What an application takes over from a cluster, where it says nothing of it itself. */
const changesOf = (application: Application, { addresses }: Here, platform: Platform): Changes => {
  const { release, enforcedNamespaceLabel, grafana, datasources, tracing } = application;
  const { enforcedNamespaceLabel: enforced } = platform.prometheus;
  const { dashboardsAs } = platform.grafana ?? {};
  return {
    ...(release === usualRelease && platform.release !== release && { release: platform.release }),
    ...(enforced && !enforcedNamespaceLabel && { enforcedNamespaceLabel: enforced }),
    ...(addresses.grafana && !grafana && { grafana: addresses.grafana }),
    ...(providedTo(platform, datasources.loki) && { isLokiProvided: true }),
    ...(tracing && providedTo(platform, datasources[tracing.store.kind]) && { isTraceStoreProvided: true }),
    ...(dashboardsAs && isUsual(application) && { dashboardsAs: [dashboardsAs] }),
  };
};

const takenOver = (application: Application, here: Here, platform: Platform): Application => {
  const changes = changesOf(application, here, platform);
  const changed = Object.keys(changes).length === 0 ? application : { ...application, ...changes };
  return withRunbooks(pacedBy(changed, platform.prometheus.scrapeInterval), here.addresses.runbooks);
};

/** An application as it is in a cluster: the same value, where it takes over nothing; one that is to be made is not made for that. */
export const inCluster = (application: Application, here: Here, platform: Platform): Application =>
  // What could not be made, of an estate of which a file throws, is told of that file.
  application === undefined
    ? application
    : laterIn(application, `in ${here.cluster}`, (made) => takenOver(made, here, platform));
