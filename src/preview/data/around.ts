import { serviceScrapesOf } from '#application/application.js';
import type { Planned } from './incident.js';
import type { Fault, Track } from './track.js';

/** Faults of series beside those that proofs have. */
export type Faults = ReadonlyMap<Track, readonly Fault[]>;

const minute = 60;
/** A deployment is at the bottom of most incidents: it comes so long before. */
const before = 4 * minute;
/** Whoever is in trouble restarts so long after. */
const after = 7 * minute;

/** Long before all samples, and long after. */
const [ever, forever] = [0, Infinity];

/** The end that Kubernetes gives pods of a Deployment: that of their ReplicaSet, and their own. */
const ending = /-[a-z0-9]{6,10}-[a-z0-9]{5}$/;
const deploymentOf = (pod: string): string => pod.replace(ending, '');

/** The ReplicaSet of which a pod is. */
export const replicaSetOf = (pod: string): string | undefined =>
  ending.test(pod) ? pod.replace(/-[a-z0-9]{5}$/, '') : undefined;

/** The revision of a Deployment that was there before. */
export const revisionBefore = (replicaSet: string): string => replicaSet.replace(/[^-]+$/, '6c5d8f7b49');

const isOf =
  (name: string, of: Readonly<Record<string, string | undefined>>) =>
  (track: Track): boolean =>
    track.name === name && Object.entries(of).every(([label, value]) => track.labels[label] === value);

/** One more of what is counted, at a time. */
const once = (track: Track, at: number): Fault => ({
  from: at,
  to: at + track.every,
  level: 1 / track.every,
});

/** The deployment before an incident: the ReplicaSet that has pods had none, and the one before had them. */
const deployed = (tracks: readonly Track[], pod: string, at: number): Faults => {
  const now = replicaSetOf(pod);
  const of = (replicaset: string | undefined) =>
    tracks.find(isOf('kube_replicaset_spec_replicas', { replicaset }));
  const [begun, ended] = [of(now), of(now && revisionBefore(now))];
  return new Map([
    ...(begun ? [[begun, [{ from: ever, to: at, level: 'missing' as const }]] as const] : []),
    ...(ended ? [[ended, [{ from: ever, to: at, level: begun?.base ?? 1 }]] as const] : []),
  ]);
};

/** A container that ends, for a reason, and begins again. */
const restarted = (tracks: readonly Track[], container: Labels, reason: string, at: number): Faults => {
  const { namespace, pod, container: name } = container;
  const of = { namespace, pod, container: name };
  const counted = tracks.find(isOf('kube_pod_container_status_restarts_total', of));
  const told = tracks.find(isOf('kube_pod_container_status_last_terminated_reason', { ...of, reason }));
  return new Map([
    ...(counted ? [[counted, [once(counted, at)]] as const] : []),
    ...(told ? [[told, [{ from: at, to: forever, level: 1 }]] as const] : []),
  ]);
};
type Labels = Readonly<Record<string, string>>;

/** Containers of the application's own that are held back for their CPU limit while it is in trouble. */
const throttled = (tracks: readonly Track[], pod: string, { from, to }: Planned): Faults =>
  new Map(
    tracks
      .filter(
        ({ name, labels }) =>
          name === 'container_cpu_cfs_throttled_periods_total' &&
          deploymentOf(labels['pod'] ?? '') === deploymentOf(pod),
      )
      .map((each) => {
        const periods = tracks.find(isOf('container_cpu_cfs_periods_total', each.labels));
        return [each, [{ from, to, level: 0.35 * (periods?.base ?? 0), follows: true }]] as const;
      }),
  );

/** What people do not come to do while it fails them: less is ordered. */
const lost = (tracks: readonly Track[], { from, to }: Planned): Faults =>
  new Map(
    tracks
      .filter(({ name, kind }) => kind === 'counter' && /_order(s|_amount)_/.test(name))
      .map((each) => [each, [{ from, to, level: 0.55 * each.base, follows: true }]] as const),
  );

/** A process that began when its application was in trouble. */
const begun = (tracks: readonly Track[], at: number): Faults =>
  new Map(
    tracks
      .filter(isOf('process_start_time_seconds', {}))
      .slice(0, 1)
      .map((each) => [each, [{ from: at, to: forever, level: at }]] as const),
  );

/** The container whose memory runs out in an incident, where it does. */
const outOfMemory = (changed: Faults): Labels | undefined =>
  [...changed.keys()].find(({ name }) => name === 'container_memory_working_set_bytes')?.labels;

/**
 * What happens around an incident of an application: what is critical begins after a deployment, and a container is restarted; what runs out of
 * memory is killed in the end.
 */
export const around = (plan: Planned, tracks: readonly Track[], changed: Faults): Faults => {
  const hungry = outOfMemory(changed);
  if (hungry) return restarted(tracks, hungry, 'OOMKilled', plan.to);
  if (plan.proven.rule.severity !== 'critical') return new Map();
  const services = serviceScrapesOf({ ...plan.placed.application, exporters: [] }).flatMap((each) =>
    each.services.map(({ name }) => name),
  );
  const pods = tracks.filter(({ name, labels }) => name === 'up' && labels['pod'] !== undefined);
  const own = pods.find(({ labels }) => services.includes(labels['service'] ?? ''));
  const [at, then] = [plan.from - before, plan.from + after];
  if (!own) return new Map([...lost(tracks, plan), ...begun(tracks, then)]);
  const pod = own.labels['pod'] ?? '';
  // Not every pod is of a Deployment.
  const changedPod = [own, ...pods]
    .map(({ labels }) => labels['pod'] ?? '')
    .find((each) => replicaSetOf(each) !== undefined);
  return new Map([
    ...deployed(tracks, changedPod ?? pod, at - (at % own.every)),
    ...restarted(tracks, own.labels, 'Error', then - (then % own.every)),
    ...throttled(tracks, pod, plan),
    ...lost(tracks, plan),
  ]);
};
