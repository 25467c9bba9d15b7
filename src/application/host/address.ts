import type { Fault } from '#ground/fault.js';
import type { Ports } from './ports.js';

/** Where people reach a server in a browser: what they type, `http://monitor.example:3001`, or `https://monitor.example/grafana`. */
export type Address = `http://${string}` | `https://${string}`;

/** Where people reach the servers of a host. One that is left out is reached by nobody, and no link leads to it. */
export type Addresses = { readonly [S in keyof Ports]?: Address };

/** Of a host with one address it is that of Grafana, which alone is published beyond the loopback. */
export const addressesOf = (url: Address | Addresses): Addresses =>
  typeof url === 'string' ? { grafana: url } : url;

/** The names of the machine that asks. */
const own = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const cure = 'write e.g. http://monitor.example:3001';

const faultsOf = (address: string): readonly Omit<Fault, 'where'>[] => {
  if (!URL.canParse(address))
    return [{ what: address, code: 'bad-address', why: `'${address}' is no address`, cure }];
  const { hostname, username, password, search, hash } = new URL(address);
  if (username !== '' || password !== '')
    return [
      { what: '', code: 'login-in-address', why: 'it holds a login, which every message would tell', cure },
    ];
  return [
    ...(search === '' && hash === '' && !address.endsWith('/')
      ? []
      : [
          {
            what: address,
            code: 'bad-address' as const,
            why: `'${address}' is more than an address to which paths are added`,
            cure: `${cure}, without a / at its end`,
          },
        ]),
    ...(own.test(hostname)
      ? [
          {
            what: address,
            code: 'link-to-localhost' as const,
            why: `${hostname} is the machine of whoever reads the message`,
            cure: 'give the name of the host as others know it, or leave it out: then no message has a link to it',
          },
        ]
      : []),
  ];
};

/** Addresses that lead nowhere, or that tell what is secret. */
export const addressFaults = (addresses: Addresses): readonly Fault[] =>
  Object.entries(addresses).flatMap(([server, address]) =>
    faultsOf(address).map((fault) => ({ where: `url.${server}`, ...fault })),
  );
