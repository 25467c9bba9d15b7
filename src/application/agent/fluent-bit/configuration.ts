import {
  type StreamLabel,
  type StructuredMetadata,
  streamLabels,
  structuredMetadata,
} from '#logql/labels.js';
import type { Loki } from '#application/agent/loki.js';
import { type FilePart, containerFile, containerLogs } from './container-file.js';
import { knownByFunction, knownOfLine } from './level.js';

/** What a Fluent Bit reads, and where it sends. */
export interface FluentBitSpec<N extends string = string> {
  /** Namespaces whose containers' logs are sent. */
  readonly namespaces: readonly [N, ...N[]];
  readonly loki: Loki;
}

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

/** Which of a line's facts are in the name of its file; the rest is in its record, as `knownOfLine` and the parser of CRI put it there. */
const isOfFile = (fact: string): fact is FilePart => tagParts.some((part) => part === fact);

/** Where out_loki finds a fact: `level=$level`, `app=$TAG[3]`. One that a line does not have is left out. */
const found = (fact: StreamLabel | StructuredMetadata): string =>
  isOfFile(fact) ? ofTag(fact) : `${fact}=$${fact}`;

/** What the record holds beside its line. */
const inRecord = [...streamLabels, ...structuredMetadata].filter((fact) => !isOfFile(fact));

const [links] = containerLogs;

/**
 * The content of `fluent-bit.yaml`, https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml. What of a line has
 * many values is its structured metadata: one can ask for it, `| pod="…"`, and it makes no streams. out_loki sends such since Fluent Bit 3.1, and Loki
 * takes it since 3.0 by itself, with the schema v13; one that may not keep it (`allow_structured_metadata`) refuses the lines for good.
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
      { name: 'lua', match: 'log.*', call: knownByFunction, code: knownOfLine },
    ],
    outputs: [
      {
        name: 'loki',
        match: 'log.*',
        host: loki.host,
        port: loki.port,
        labels: streamLabels.map(found).join(', '),
        structured_metadata: structuredMetadata.map(found).join(', '),
        // What is left then is the line alone, and is sent as it is.
        remove_keys: ['time', '_p', ...inRecord].join(', '),
        drop_single_key: 'raw',
        // While Loki is away all waits; of more than this the oldest is dropped.
        retry_limit: 'no_limits',
        'storage.total_limit_size': '256M',
      },
    ],
  },
});
