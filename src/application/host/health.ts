import type { Fault } from '#ground/fault.js';
import type { Ports } from './ports.js';

/** What an application answers on its host while it is well, by what it is called: `http://localhost:8000/health`. */
export type Health = Readonly<Record<string, `http://localhost:${number}/${string}`>>;

/** The port of the host that is asked, as it is written: a URL of HTTP forgets an 80. */
export const portOf = (url: string): string | undefined => /^http:\/\/localhost:([1-9]\d*)\//.exec(url)?.[1];

/** Addresses without a port, and ports that are given to a server of monitoring too. */
export const healthFaults = (health: Health, ports: Ports): readonly Fault[] =>
  Object.entries(health).flatMap(([what, url]): readonly Fault[] => {
    const port = portOf(url);
    const isLogin = /\/\/[^/]*@/.test(url);
    if (port === undefined)
      return [
        {
          where: `health.${what}`,
          what: isLogin ? '(not shown)' : url,
          code: isLogin ? 'login-in-address' : 'bad-address',
          why: isLogin ? 'its login would be committed and readable by everybody' : `'${url}' names no port`,
          cure: 'write e.g. http://localhost:8000/health',
        },
      ];
    return Object.entries(ports)
      .filter(([, taken]) => taken === Number(port))
      .map(([server]) => ({
        where: `ports.${server}`,
        what: url,
        code: 'port-taken',
        why: `the application answers at ${url}, on port ${port} of the same host`,
        cure: `give ${server} another one`,
      }));
  });
