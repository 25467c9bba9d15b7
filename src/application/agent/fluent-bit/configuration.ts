import type { Loki } from '#application/agent/loki.js';
import { type FilePart, containerFile, containerLogs } from './container-file.js';

/** What a Fluent Bit reads, and where it sends. */
export interface FluentBitSpec<N extends string = string> {
  /** Namespaces whose containers' logs are sent. */
  readonly namespaces: readonly [N, ...N[]];
  readonly loki: Loki;
}

/** The labels by which Loki tells streams apart. Each value of each makes a stream: they are few, and no pod is one. */
export const streamLabels = ['namespace', 'app'] as const;

/** What its container is called, and so the files of its own logs. */
export const container = 'fluent-bit';
/** Where it answers whether it lives. */
export const port = 2020;
/** Where it keeps how far it has read, and what is not sent yet. */
export const state = '/var/lib/fluent-bit';

/** What a record's tag consists of, parted by dots. Where an app has one in its name, what stands before it is its label. */
const tagParts: readonly FilePart[] = ['namespace', 'container', 'app', 'pod'];

/** A part of the tag, under its own name. */
const ofTag = (part: FilePart): string => `${part}=$TAG[${tagParts.indexOf(part) + 1}]`;

const [links] = containerLogs;

/**
 * The content of `fluent-bit.yaml`, https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml. A line's pod,
 * container and stream are its structured metadata: one can ask for them, `| pod="…"`, and they make no streams.
 */
export const fluentBitConfiguration = ({ namespaces, loki }: FluentBitSpec): object => ({
  service: {
    flush: 1,
    log_level: 'info',
    http_server: true,
    http_listen: '0.0.0.0',
    http_port: port,
    // It is well unless more than so many errors, or batches given up, come in a minute.
    health_check: true,
    hc_errors_count: 5,
    hc_retry_failure_count: 5,
    hc_period: 60,
    // What is not sent yet is on disk, and 16 chunks of 2 MB of it in memory.
    'storage.path': `${state}/chunks`,
    'storage.max_chunks_up': 16,
    'storage.backlog.mem_limit': '8M',
  },
  pipeline: {
    inputs: [
      {
        name: 'tail',
        path: namespaces.map((namespace) => `${links}/*_${namespace}_*.log`).join(','),
        // Else each of its own errors would make it say another.
        exclude_path: `${links}/*_${container}-*.log`,
        tag: ['log', ...tagParts.map((part) => `<${part}>`)].join('.'),
        tag_regex: containerFile,
        // Joins what containerd and CRI-O part. Docker's files are elsewhere, where nothing is mounted from.
        'multiline.parser': 'cri',
        db: `${state}/positions.db`,
        'db.locking': true,
        // A container has said something before it is found.
        read_from_head: true,
        refresh_interval: 10,
        skip_long_lines: true,
        buffer_max_size: '256k',
        'storage.type': 'filesystem',
      },
    ],
    filters: [
      {
        // Joins the lines of stack traces, by what Fluent Bit knows of these languages.
        name: 'multiline',
        match: 'log.*',
        'multiline.key_content': 'log',
        'multiline.parser': 'go, python',
        'emitter_storage.type': 'filesystem',
      },
    ],
    outputs: [
      {
        name: 'loki',
        match: 'log.*',
        host: loki.host,
        port: loki.port,
        labels: streamLabels.map(ofTag).join(', '),
        structured_metadata: [ofTag('pod'), ofTag('container'), 'stream=$stream'].join(', '),
        // What is left then is the line alone, and is sent as it is.
        remove_keys: 'time, _p, stream',
        drop_single_key: 'raw',
        // While Loki is away all waits; of more than this the oldest is dropped.
        retry_limit: 'no_limits',
        'storage.total_limit_size': '256M',
      },
    ],
  },
});
