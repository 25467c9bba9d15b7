import type { Secret } from '#ground/secret.js';
import type { Queue } from '#platform/remote-write/queue.js';
import { writeRelabelings } from '#platform/remote-write/relabeling.js';
import type { RemoteTls, RemoteWrite } from '#platform/remote-write/remote-write.js';
import { tenantHeader } from '#platform/remote-write/tenant.js';
import { remoteWritesOf } from '#platform/remote-writes.js';
import type { Contribution, Values } from './contribution.js';

const key = ({ name, key: of }: Secret): Values => ({ name, key: of });

const tlsConfig = ({ ca, certificate, serverName }: RemoteTls): Values => ({
  ca: ca && { secret: key(ca) },
  cert: certificate && { secret: key(certificate.cert) },
  keySecret: certificate && key(certificate.key),
  serverName,
});

/** Its field is called as ours is. */
const queueConfig = ({ minShards, maxShards, capacity, sampleAgeLimit, ...rest }: Queue): Values => ({
  capacity,
  minShards,
  maxShards,
  ...rest,
  ...(sampleAgeLimit !== undefined && { sampleAgeLimit }),
  // Who says that it is too much is asked again later: what it is told to forget is lost.
  retryOnRateLimit: true,
});

/** An entry of `remoteWrite`, https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RemoteWriteSpec. */
const written = (write: RemoteWrite): Values => {
  const { url, name, tenant, login, bearer, tls, queue, sendExemplars, sendNativeHistograms } = write;
  const relabelings = writeRelabelings(write).map(({ action, labels, regex }) => ({
    sourceLabels: labels,
    regex,
    action,
  }));
  return {
    name,
    url,
    ...(tenant !== undefined && { headers: { [tenantHeader]: tenant } }),
    ...(login && { basicAuth: { username: key(login.username), password: key(login.password) } }),
    ...(bearer && { authorization: { credentials: key(bearer) } }),
    ...(tls && { tlsConfig: tlsConfig(tls) }),
    queueConfig: queueConfig(queue),
    ...(sendExemplars && { sendExemplars }),
    ...(sendNativeHistograms && { sendNativeHistograms }),
    ...(relabelings.length > 0 && { writeRelabelConfigs: relabelings }),
  };
};

/** Where Prometheus writes what it has. */
export const remoteWrite: Contribution = ({ platform }) => {
  const writes = remoteWritesOf(platform);
  if (writes.length === 0) return {};
  // By this label Mimir knows two that write the same, and takes one of them: https://grafana.com/docs/mimir/latest/configure/configure-high-availability-deduplication/.
  const replica = platform.engine.name === 'mimir' ? { replicaExternalLabelName: '__replica__' } : {};
  return { prometheus: { prometheusSpec: { ...replica, remoteWrite: writes.map(written) } } };
};
