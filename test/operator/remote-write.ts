import { isObject } from '#ground/field.js';

type Fields = Readonly<Record<string, unknown>>;

/** What the operator makes of a field, and what Prometheus calls it. */
type Write = (value: unknown) => Fields;

const as =
  (name: string): Write =>
  (value) => ({ [name]: value });
const inside =
  (name: string, fields: Readonly<Record<string, Write>>): Write =>
  (value) => ({ [name]: converted(value, fields) });

const converted = (value: unknown, fields: Readonly<Record<string, Write>>): Fields => {
  if (!isObject(value)) throw new Error(`${JSON.stringify(value)} is no object`);
  return Object.assign(
    {},
    ...Object.entries(value).map(([field, each]) => {
      const write = fields[field];
      if (write === undefined) throw new Error(`there is no field ${field}`);
      return write(each);
    }),
  );
};

const queue = {
  capacity: as('capacity'),
  minShards: as('min_shards'),
  maxShards: as('max_shards'),
  maxSamplesPerSend: as('max_samples_per_send'),
  batchSendDeadline: as('batch_send_deadline'),
  minBackoff: as('min_backoff'),
  maxBackoff: as('max_backoff'),
  retryOnRateLimit: as('retry_on_http_429'),
};
const relabeling = { sourceLabels: as('source_labels'), regex: as('regex'), action: as('action') };

/** Who looks a Secret up, as `name/key`. */
export type Secrets = Readonly<Record<string, string>>;

const looked = (value: unknown, secrets: Secrets): string => {
  const { name, key } = isObject(value) ? value : {};
  const found = secrets[`${String(name)}/${String(key)}`];
  if (found === undefined) throw new Error(`there is no Secret ${String(name)} with ${String(key)}`);
  return found;
};

/**
 * The entry of `remote_write` that prometheus-operator 0.93 makes of one of `prometheusSpec.remoteWrite`. Follows
 * `pkg/prometheus/promcfg.go`.
 *
 * @throws Error on a field that there is not, and on a Secret that there is not.
 */
export const remoteWriteConfig = (spec: unknown, secrets: Secrets = {}): Fields =>
  converted(spec, {
    url: as('url'),
    name: as('name'),
    headers: as('headers'),
    sendExemplars: as('send_exemplars'),
    sendNativeHistograms: as('send_native_histograms'),
    basicAuth: inside('basic_auth', {
      username: (value) => ({ username: looked(value, secrets) }),
      password: (value) => ({ password: looked(value, secrets) }),
    }),
    authorization: inside('authorization', {
      credentials: (value) => ({ type: 'Bearer', credentials: looked(value, secrets) }),
    }),
    queueConfig: inside('queue_config', queue),
    writeRelabelConfigs: (value) => ({
      write_relabel_configs: (Array.isArray(value) ? value : []).map((each: unknown) =>
        converted(each, relabeling),
      ),
    }),
  });
