// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type WriteStream, createWriteStream } from 'node:fs';

type Level = 'debug' | 'info' | 'warning' | 'error';
const levels: readonly Level[] = ['debug', 'info', 'warning', 'error'];

/** What a line says beside its message; an Error by its kind, message and stack. */
export type Fields = Readonly<Record<string, unknown>>;

interface Ids {
  readonly request_id?: string;
  readonly trace_id?: string;
  readonly span_id?: string;
}

const ofRequest = new AsyncLocalStorage<Ids>();

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const traceIn = (header: string | null): Ids => {
  const [, trace, span] = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/.exec(header ?? '') ?? [];
  const isNone = (id: string | undefined): boolean => id === undefined || /^0+$/.test(id);
  return trace === undefined || span === undefined || isNone(trace) || isNone(span)
    ? {}
    : { trace_id: trace, span_id: span };
};

/** Does something for a request: all that is logged meanwhile says its x-request-id, or a new one, and its trace. */
export const forRequest = <T>(header: (name: string) => string | null, work: () => T): T => {
  const sent = header('x-request-id') ?? '';
  const request_id = /^[\w.:-]{1,128}$/.test(sent) ? sent : randomUUID();
  return ofRequest.run({ request_id, ...traceIn(header('traceparent')) }, work);
};

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

const called = (thing: unknown, name: string, ...given: readonly unknown[]): unknown => {
  const method = isObject(thing) ? thing[name] : undefined;
  return typeof method === 'function' ? Reflect.apply(method, thing, given) : undefined;
};

/** The span that OpenTelemetry says is going on, where it is loaded: by the globals that its API keeps for all of its copies. */
const spanNow = (): Ids => {
  const api: unknown = Reflect.get(globalThis, Symbol.for('opentelemetry.js.api.1'));
  const active = called(isObject(api) ? api['context'] : undefined, 'active');
  const span = called(active, 'getValue', Symbol.for('OpenTelemetry Context Key SPAN'));
  const context = called(span, 'spanContext');
  if (!isObject(context)) return {};
  const { traceId, spanId } = context;
  return typeof traceId === 'string' && typeof spanId === 'string' ? { trace_id: traceId, span_id: spanId } : {};
};

const plain = (_: string, value: unknown): unknown => {
  if (value instanceof Error) return { type: value.name, message: value.message, stack: value.stack };
  return typeof value === 'bigint' ? String(value) : value;
};

/** What is said cannot fail because of what is said: a ring of objects is told as such. */
const written = (line: Fields, fields: Fields): string => {
  try {
    return JSON.stringify({ ...fields, ...line }, plain);
  } catch {
    return JSON.stringify({ ...line, fields: 'cannot be written as JSON' });
  }
};

const least = Math.max(0, levels.findIndex((level) => level === (process.env['LOG_LEVEL'] ?? 'info').toLowerCase()));

/** How long a file is written to before it is opened anew, in milliseconds: one that was moved away when logs are rotated is left soon. */
const openFor = 5000;
/** What may wait to be written, in bytes: where a disk hangs lines are left out, and memory is not filled. */
const mostWaiting = 1_000_000;

/** Adds lines to a file, which Filebeat reads. Nothing fails where that cannot be written: it is said once, and tried again. */
const appending = (path: string): ((line: string) => void) => {
  let stream: WriteStream | undefined;
  let opened = 0;
  let isSaid = false;
  const failed = ({ message }: Error): void => {
    if (!isSaid) process.stderr.write('logs are not in the file of LOG_FILE: ' + message + '\n');
    isSaid = true;
  };
  return (line) => {
    const now = Date.now();
    if (stream === undefined || now - opened > openFor) {
      stream?.end();
      stream = createWriteStream(path, { flags: 'a' }).on('error', failed);
      opened = now;
    }
    if (stream.writable && stream.writableLength < mostWaiting) stream.write(line);
  };
};

const logFile = process.env['LOG_FILE'];
const intoFile = logFile ? appending(logFile) : undefined;

/**
 * Logs to standard output, which container engines keep for Fluent Bit, and into the file of LOG_FILE, where it is set, for a Filebeat that
 * reads files: logger('website').info('started', { port }).
 */
export const logger = (service: string) => {
  const at =
    (level: Level) =>
    (message: string, fields: Fields = {}): void => {
      if (levels.indexOf(level) < least) return;
      const ids = { ...ofRequest.getStore(), ...spanNow() };
      const said = { timestamp: new Date().toISOString(), level, service, message, ...ids };
      const line = written(said, fields) + '\n';
      process.stdout.write(line);
      intoFile?.(line);
    };
  return { debug: at('debug'), info: at('info'), warning: at('warning'), error: at('error') };
};
