import type { Fault } from '#ground/fault.js';

/** Names that only a cluster resolves: what goes there leaves no network of its own. */
const inside = /(^|\.)svc(\.cluster\.local)?$|^(localhost|127(\.\d+){3}|\[::1\])$|^[^.]+$/;

/**
 * What is wrong with an address to which samples, rules or configurations are sent.
 *
 * @param isShown whether a login is sent along.
 */
export const addressFaults = (where: string, url: string, isShown: boolean): readonly Fault[] => {
  const { protocol, username, password, hostname } = URL.canParse(url)
    ? new URL(url)
    : { protocol: '', username: '', password: '', hostname: '' };
  if (username !== '' || password !== '')
    return [
      {
        where,
        what: '',
        code: 'login-in-address',
        why: 'it holds a login, which would be committed',
        cure: "write login: { username: secret('mimir', 'username'), password: secret('mimir', 'password') }",
      },
    ];
  if (hostname === '' || !['http:', 'https:'].includes(protocol))
    return [
      {
        where,
        what: url,
        code: 'bad-address',
        why: `'${url}' is no address`,
        cure: 'write e.g. https://mimir.example.com',
      },
    ];
  return protocol === 'http:' && isShown && !inside.test(hostname)
    ? [
        {
          where,
          what: url,
          code: 'login-in-the-clear',
          why: `a login goes to ${hostname} by plain http, where whoever stands between reads it`,
          cure: 'write https://',
        },
      ]
    : [];
};
