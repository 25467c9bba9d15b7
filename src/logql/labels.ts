/**
 * What Loki knows of a line beside its text. A label makes streams, one for each of its values with each of those of the others, and each stream
 * has chunks and an index of its own; so labels are few, and each has few values. Structured metadata is kept beside the line, and makes no streams.
 */

/** The labels by which streams are told apart. */
export const streamLabels = ['namespace', 'app', 'level'] as const;
export type StreamLabel = (typeof streamLabels)[number];

/** What is known of single lines, of which there are many values: `| pod="…"` asks for them. */
export const structuredMetadata = ['pod', 'container', 'stream', 'request_id', 'trace_id'] as const;
export type StructuredMetadata = (typeof structuredMetadata)[number];

/** How grave a line is, from the least on; `unknown` where it does not say. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'critical', 'unknown'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The levels of what went wrong. */
export const failureLevels = ['error', 'critical'] as const satisfies readonly LogLevel[];
