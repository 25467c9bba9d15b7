import { isObject } from '#ground/field.js';
import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';
import type { Answer, Question } from '#servers/loopback.js';

/** A Prometheus, or what answers as one does, and how it is asked. */
export interface Upstream {
  /** Without name and password. */
  readonly url: string;
  /** Sent with each question: who asks, a tenant. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What of Prometheus's API only reads. */
const reads =
  /^\/api\/v1\/(query|query_range|query_exemplars|series|labels|label\/[^/]+\/values|metadata|rules|alerts|targets|format_query|status\/buildinfo)$/;

const headerOf = (text: string): readonly [string, string] | undefined => {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.+)$/.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : [name, value];
};

const addressOf = (address: string): URL | undefined => {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads where somebody's own Prometheus is.
 *
 * @param address its URL, with name and password where it wants them: `https://name:password@prometheus.example/`.
 * @param given headers, as `X-Scope-OrgID: shop`.
 * @throws UsageError on what is no such URL, or no header; neither value is repeated, since both may be secret.
 */
export const upstreamOf = (address: string, given: readonly string[]): Upstream => {
  const url = addressOf(address);
  const headers = given.map(headerOf);
  const faults = [
    ...(url === undefined ? ['--prometheus: write its URL, as https://prometheus.example'] : []),
    ...headers.flatMap((each, at) =>
      each === undefined ? [`--header: the ${at + 1}. has not the form 'Name: value'`] : [],
    ),
  ];
  if (url === undefined || faults.length > 0) throw new UsageError(faults);
  const { username, password } = url;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  );
  return {
    url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    headers: {
      ...(username !== '' && { authorization: `Basic ${login}` }),
      ...Object.fromEntries(headers.flatMap((each) => (each === undefined ? [] : [each]))),
    },
  };
};

/** Why a question failed: `fetch` says it in the cause of what it throws. */
const cause = (error: unknown): string => reason((isObject(error) && error['cause']) || error);

const asked = ({ url, headers }: Upstream, { method, path, query, body }: Question): Promise<Response> =>
  fetch(`${url}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers: {
      ...headers,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body }),
    signal: AbortSignal.timeout(60_000),
  });

/** What a login that is missing, or wrong, is called. */
const refusals: ReadonlyMap<number, string> = new Map([
  [401, 'it wants to know who asks: put name and password into the URL, or give --header'],
  [403, 'whoever asks may not: give another login by the URL or --header'],
]);

/**
 * Asks whether a Prometheus answers there.
 *
 * @throws UsageError with why it does not.
 */
export const reached = async (upstream: Upstream): Promise<void> => {
  const query = new URLSearchParams({ query: 'vector(1)' });
  const refuse = (why: string): UsageError => new UsageError([`${upstream.url} gives no answer: ${why}`]);
  const response = await asked(upstream, { method: 'GET', path: '/api/v1/query', query, body: '' }).catch(
    (error: unknown) => {
      throw refuse(cause(error));
    },
  );
  if (!response.ok)
    throw refuse(refusals.get(response.status) ?? `status ${response.status} of /api/v1/query`);
  const said: unknown = await response.json().catch(() => undefined);
  if (typeof said !== 'object' || said === null || !('status' in said) || said.status !== 'success')
    throw refuse('what is there does not answer as Prometheus does');
};

/** An error as Prometheus's API says it. */
const failed = (status: number, error: string): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ status: 'error', errorType: 'proxy', error }),
});

/** Asks a Prometheus in somebody's place, as far as that only reads. */
export const throughTo = async (upstream: Upstream, question: Question): Promise<Answer> => {
  const { method, path } = question;
  if (!reads.test(path)) return failed(404, `${path} is no part of Prometheus's API that only reads`);
  if (method !== 'GET' && method !== 'POST') return failed(405, `${method} is not for reading`);
  try {
    const response = await asked(upstream, question);
    const type = response.headers.get('content-type') ?? 'application/json';
    return { status: response.status, type, body: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    return failed(502, `${upstream.url} gives no answer: ${cause(error)}`);
  }
};
