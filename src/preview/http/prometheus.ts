import { isObject } from '#ground/field.js';
import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';
import type { Answer, Question } from '#servers/loopback.js';
import type { Upstream } from './upstream.js';

/** What of Prometheus's API only reads. */
const reads =
  /^\/api\/v1\/(query|query_range|query_exemplars|series|labels|label\/[^/]+\/values|metadata|rules|alerts|targets|format_query|status\/buildinfo)$/;

/** Why a question failed: `fetch` says it in the cause of what it throws. */
const cause = (error: unknown): string => reason((isObject(error) && error['cause']) || error);

/** Whoever it leads to is none whom somebody chose to send a login or a header. */
const asked = async (
  { url, headers }: Upstream,
  { method, path, query, body }: Question,
): Promise<Response> => {
  const response = await fetch(`${url}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers: {
      ...headers,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body }),
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  });
  if (response.status < 300 || response.status > 399) return response;
  await response.body?.cancel();
  throw new Error('it leads elsewhere: give that URL');
};

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
