import { type Duration, inSeconds } from '#ground/duration.js';
import type { AlertmanagerServer } from '#platform/platform.js';
import { claim } from './claim.js';
import type { Contribution, Values } from './contribution.js';
import { image } from './image.js';
import { resources } from './resources.js';

/** Alertmanager reads Go's durations, which have no days: `5d` is `120h`. */
const inHours = (duration: Duration): string => {
  const seconds = inSeconds(duration);
  return seconds % 3_600 === 0 ? `${seconds / 3_600}h` : `${Math.ceil(seconds)}s`;
};

/** Where alerts go that no Alertmanager of this cluster takes: to the one whose address the cluster says. */
const elsewhere = (address: string): Values => {
  const { protocol, host, pathname } = new URL(address);
  return {
    scheme: protocol.replace(':', ''),
    path_prefix: pathname === '/' ? undefined : pathname,
    static_configs: [{ targets: [host] }],
  };
};

const itself = (server: AlertmanagerServer, address: string | undefined): Values => ({
  externalUrl: address,
  replicas: server.replicas === 1 ? undefined : server.replicas,
  retention: inHours(server.retention),
  storage: claim(server.storage),
  resources: resources(server.resources),
});

/** The Alertmanager of a cluster, or where its alerts go instead. */
export const alertmanager: Contribution = ({ platform, addresses: { alertmanager: address } }) => {
  const server = platform.alertmanager;
  if (server === undefined)
    return {
      alertmanager: { enabled: false },
      prometheus: {
        prometheusSpec: {
          additionalAlertManagerConfigs: address === undefined ? undefined : [elsewhere(address)],
        },
      },
    };
  return {
    alertmanager: {
      alertmanagerSpec: { ...image(platform, 'alertmanager'), ...itself(server, address) },
    },
  };
};
