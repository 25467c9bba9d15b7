import { UsageError } from '#ground/usage.js';

/** A Prometheus, or what answers as one does, and how it is asked. */
export interface Upstream {
  /** Without name and password. */
  readonly url: string;
  /** Sent with each question: who asks, a tenant. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a header may say: what `fetch` refuses it would repeat. */
const headerOf = (text: string): readonly [string, string] | undefined => {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*([ -~\u0080-\u00ff]+)$/.exec(text) ?? [];
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

/** The header of a login, in which `%40` stands for `@`; nothing where a `%` stands for nothing. */
const loginOf = ({ username, password }: URL): string | undefined => {
  try {
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(login).toString('base64')}`;
  } catch {
    return undefined;
  }
};

/** What is wrong with the address, of which nothing is repeated. */
const faultsOf = (url: URL | undefined): readonly string[] => {
  if (url === undefined) return ['--prometheus: write its URL, as https://prometheus.example'];
  return [
    ...(url.search !== '' || url.hash !== ''
      ? ['--prometheus: leave out what follows ? or # in its URL: a query takes its place']
      : []),
    ...(loginOf(url) === undefined ? ['--prometheus: write %25 where its name or password has a %'] : []),
  ];
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
    ...faultsOf(url),
    ...headers.flatMap((each, at) =>
      each === undefined ? [`--header: the ${at + 1}. has not the form 'Name: value'`] : [],
    ),
  ];
  if (url === undefined || faults.length > 0) throw new UsageError(faults);
  const login = url.username !== '' || url.password !== '' ? loginOf(url) : undefined;
  return {
    url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    headers: {
      ...(login !== undefined && { authorization: login }),
      ...Object.fromEntries(headers.flatMap((each) => (each === undefined ? [] : [each]))),
    },
  };
};
