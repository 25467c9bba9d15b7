import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';

/** An address without the login in it, which messages would show. */
export const urlOf = (address: string): URL => {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url;
};

/** What a server asks for before it answers: a login in the address, or a token in the environment. */
const authorization = (address: string): Readonly<Record<string, string>> => {
  const { username, password } = new URL(address);
  const token = process.env['PROMETHEUS_TOKEN'];
  if (username !== '')
    return {
      authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
    };
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** What kept something from being read: the innermost cause tells, as of a server that is not there. */
const innermost = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'cause' in error && error.cause
    ? innermost(error.cause)
    : reason(error);

/**
 * What stands at an address.
 *
 * @param address The same as it was given, whose login is sent along.
 * @throws UsageError where nothing does, or it is refused.
 */
export const fetched = async (url: URL, address: string): Promise<string> => {
  const answer = await fetch(url, {
    headers: { accept: 'application/json, text/plain;version=0.0.4', ...authorization(address) },
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    throw new UsageError([`${urlOf(address).href} cannot be read: ${innermost(error)}`]);
  });
  // What is wrong with a question Prometheus tells in its answer.
  if (answer.ok || answer.status === 400) return answer.text();
  const cure =
    answer.status === 401 || answer.status === 403
      ? '; write a login in the address, or a token in the variable PROMETHEUS_TOKEN'
      : '';
  throw new UsageError([`${urlOf(address).href} answers ${answer.status} ${answer.statusText}${cure}`]);
};
