import type { Secret } from '#ground/secret.js';

/** The logs of one service: a JSON object on each line, but for what escapes its logger. */
export interface FilebeatInput {
  /** The field `service.name` of its events, and the middle of the name of their data stream, `logs-<service>-default`. */
  readonly service: string;
  /** Files by their absolute paths, with `*` in their names. */
  readonly paths: readonly [`/${string}`, ...`/${string}`[]];
  /** The key of a line that holds what is said; `message` unless given. */
  readonly message?: string;
  /** The key of a line that holds when, in RFC 3339 or in milliseconds since 1970; `timestamp` unless given. */
  readonly time?: string;
}

type Url = `http://${string}` | `https://${string}`;

/** Where Filebeat sends to, and as whom. */
export interface Elasticsearch {
  readonly hosts: readonly [Url, ...Url[]];
  /** A user with `monitor` of the cluster, `create_doc` and `auto_configure` of `logs-*`; without, anybody may write there. */
  readonly login?: { readonly username: Secret; readonly password: Secret };
}

/** What a Filebeat reads, and where it sends. */
export interface FilebeatSpec {
  readonly inputs: readonly [FilebeatInput, ...FilebeatInput[]];
  readonly elasticsearch: Elasticsearch;
}

/** The variables from which it takes its login; it does not start without those that it is told to take. */
export const variables = { username: 'ELASTICSEARCH_USERNAME', password: 'ELASTICSEARCH_PASSWORD' } as const;

/** Where it answers whether it lives. */
export const port = 5066;

/** A line that begins no object, or is empty, as within a trace. */
export const notJson = '^([^{]|$)';

/** One input: https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-filestream. */
const filestream = ({ service, paths, message = 'message', time = 'timestamp' }: FilebeatInput): object => ({
  type: 'filestream',
  // Filebeat keeps by it how far it has read: with another, all is sent again.
  id: service,
  paths,
  // A file is known by its beginning, and left alone until it has one. The default, 1024 bytes, may be all that
  // a service says before it dies.
  prospector: { scanner: { fingerprint: { length: 256 } } },
  // What nobody wrote to for a week was there before us.
  ignore_older: '168h',
  parsers: [
    // First: lines that are no JSON, one after the other, are one event, such as a stack trace that escaped the logger. Nothing is
    // joined to a line of JSON: ndjson reads the first object that it is given and drops what follows.
    { multiline: { type: 'while_pattern', pattern: notJson } },
    // Below a key of its own: a line's `error`, `event` or `host` would not fit what Elasticsearch takes these for,
    // and the line be refused. What is no JSON stays as it is in `message`, and is no error to be logged.
    { ndjson: { target: 'json', add_error_key: false, ignore_decoding_error: true } },
  ],
  processors: [
    {
      rename: {
        fields: [{ from: `json.${message}`, to: 'message' }],
        ignore_missing: true,
        fail_on_error: false,
      },
    },
    {
      // Else an event is as old as its reading, which is later after an outage.
      timestamp: {
        field: `json.${time}`,
        layouts: ['2006-01-02T15:04:05Z07:00', 'UNIX_MS'],
        ignore_missing: true,
        ignore_failure: true,
      },
    },
  ],
  // The name that the Elastic Common Schema has for it, by which Kibana and Grafana filter.
  fields: { service: { name: service } },
  fields_under_root: true,
});

/**
 * The content of `filebeat.yml`. Events go to the data stream `logs-<service>-default`: Elasticsearch has a template for such names,
 * so Filebeat need not be allowed to make one, and what is a number in the lines of one service may be a text in another's.
 */
export const filebeatConfiguration = ({ inputs, elasticsearch: { hosts, login } }: FilebeatSpec): object => ({
  filebeat: { inputs: inputs.map(filestream) },
  setup: { template: { enabled: false }, ilm: { enabled: false } },
  output: {
    elasticsearch: {
      hosts,
      index: 'logs-%{[service.name]}-default',
      ...(login && { username: `\${${variables.username}}`, password: `\${${variables.password}}` }),
    },
  },
  // Who asks whether it lives stands outside of its container.
  http: { enabled: true, host: '0.0.0.0', port },
  logging: { level: 'info', to_stderr: true, metrics: { enabled: false } },
});
