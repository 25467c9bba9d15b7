import type { Fault } from '#ground/fault.js';
import type { Place } from '#alerts/place/place.js';

/** Where Grafana is read in a browser, and where the application runs. */
interface Grafana {
  readonly grafana?: string;
  readonly place: Place;
}

/** On a cluster TLS ends at the ingress: what is left without it is an address that was copied from inside. */
export const grafanaFaults = ({ grafana, place }: Grafana): readonly Fault[] => {
  if (grafana === undefined) return [];
  const cure = "write e.g. 'https://grafana.example.org'";
  const { protocol = '', username = '', password = '' } = URL.canParse(grafana) ? new URL(grafana) : {};
  if (!/^https?:$/.test(protocol))
    return [
      {
        where: 'grafana',
        what: grafana,
        code: 'bad-address',
        why: `'${grafana}' is no address of a browser`,
        cure,
      },
    ];
  if (username !== '' || password !== '')
    return [
      {
        where: 'grafana',
        what: '(not shown)',
        code: 'login-in-address',
        why: 'it holds a login, which every message would tell',
        cure,
      },
    ];
  return grafana.startsWith('http://') && place.platform === 'kubernetes'
    ? [
        {
          where: 'grafana',
          what: grafana,
          code: 'plain-http',
          why: `${grafana} is plain http, by which a cluster's Grafana would take passwords unencrypted`,
          cure: `write the https:// address of its ingress, or place: dockerCompose('…') where it runs on a host`,
        },
      ]
    : [];
};
