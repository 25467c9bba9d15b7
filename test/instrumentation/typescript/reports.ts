import type { Running } from './running.js';

/** What a browser of the website would report, but for this. */
export const report = (but: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ page: '/', viewed: true, errors: 0, failures: 0, ...but });

/** As navigator.sendBeacon does of a page of its own. */
export const sent = (
  { url }: Pick<Running, 'url'>,
  body: string | ReadableStream,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${url}/api/vitals`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'sec-fetch-site': 'same-origin', ...headers },
    body,
    ...(typeof body !== 'string' && { duplex: 'half' }),
  });
