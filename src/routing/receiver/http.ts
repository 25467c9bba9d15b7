import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';

/** By what a proxy is spoken to. */
const proxySchemes = ['http', 'https', 'socks5'] as const;

/** How Alertmanager reaches a service that knows it by a key of its own. */
export interface Proxied {
  /** The proxy through which it goes out, without a password: a URL of it is committed. */
  readonly proxy?: `${(typeof proxySchemes)[number]}://${string}`;
}

/** How Alertmanager reaches a URL that somebody gave it. */
export interface Http extends Proxied {
  /** Sent as `Authorization: Bearer …`: a gateway's token, or that of a bot where the URL is `chat.postMessage` of Slack. */
  readonly bearerToken?: Secret;
}

export const httpFaults = (at: string, { proxy }: Proxied): readonly Fault[] => {
  if (proxy === undefined) return [];
  const where = `${at}.http.proxy`;
  const cure = "write e.g. 'http://proxy.example.org:3128'";
  const {
    username = '',
    password = '',
    hostname = '',
    protocol = '',
  } = URL.canParse(proxy) ? new URL(proxy) : {};
  if (hostname === '' || !proxySchemes.some((scheme) => protocol === `${scheme}:`))
    return [{ where, what: proxy, code: 'bad-address', why: `'${proxy}' is no URL of a proxy`, cure }];
  return username === '' && password === ''
    ? []
    : [
        {
          where,
          what: '(not shown)',
          code: 'login-in-address',
          why: 'holds a name or a password, which would be committed',
          cure,
        },
      ];
};
