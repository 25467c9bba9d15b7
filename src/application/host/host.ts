import type { Application } from '#application/application.js';
import { type Fault, refuse } from '#ground/fault.js';
import { grammarFaults, namespaceName } from '#ground/grammar.js';
import { isObject } from '#ground/field.js';
import { keyed } from '#ground/keyed.js';
import { aFunction, anything, byName, exactly, text } from '#ground/shape.js';
import { variableFaults } from './variable.js';
import { type Address, type Addresses, addressFaults, addressesOf } from './address.js';
import { type Health, healthFaults } from './health.js';
import { type Ports, portFaults } from './ports.js';
import { jobFaults } from './job.js';
import { laterIn } from '#application/later/in.js';
import { question } from '#application/later/question.js';
import { withRunbooks } from '#application/with-runbooks.js';
import { type Retention, retentionFaults } from './retention.js';
import { type ChangeWatchers, watchedOnHost } from './watched.js';

/**
 * A host on which an application runs as a project of Docker Compose, and its monitoring as another beside it. The application's own
 * project is called by its name; its containers are reached by the network of it, `<name>_default`.
 */
export interface Host {
  readonly of: 'host';
  /** Its folder below `dist/`; its application's name unless told. */
  readonly name: string;
  /** What it was made of: a value of the estate. */
  readonly described: Application;
  /** The same as it runs here: with what watches its monitoring, and where Grafana is read. */
  readonly application: Application;
  /** Where people reach its servers: links lead to those alone. */
  readonly addresses: Addresses;
  readonly ports: Ports;
  readonly health: Health;
  readonly retention: Retention;
}

/** An exporter is a service of the Compose file, under its own name. */
const exporterFaults = ({ exporters, logs }: Application, ports: Ports): readonly Fault[] => {
  const taken = [...Object.keys(ports), 'backup', ...(logs ? [logs.name] : [])];
  return exporters
    .filter(({ name }) => taken.includes(name))
    .map(({ name }) => ({
      where: `exporters.${name}`,
      what: name,
      code: 'name-twice',
      why: `a service of monitoring itself is called ${name}`,
      cure: 'give it another name',
    }));
};

export interface HostSpec extends Partial<Pick<Host, 'name' | 'health' | 'retention'>> {
  readonly ports?: Partial<Ports>;
  /**
   * Where people reach the host: the address of its Grafana, which alone is published in production, or one for each server, where a
   * proxy is in front of the others. Without one no link is claimed that nobody could follow.
   */
  readonly url?: Address | Addresses;
  /** Below which the pages of runbooks are read, where its application does not say it: each as `<application>/<alert>.md`. */
  readonly runbooks?: `https://${string}`;
  /** What its alerts on its own monitoring become: `(alerts) => override(alerts, { … })`. */
  readonly watchers?: ChangeWatchers;
}

/** Where Grafana is read on a host: there a plain `http://` may be all there is. */
const readAt = ({ grafana }: Addresses): Partial<Pick<Application, 'grafana'>> =>
  grafana === undefined ? {} : { grafana };

/** What is wrong with a host, whether it was made so or changed since. */
export const hostFaults = (host: Omit<Host, 'application'>): readonly Fault[] => {
  const { described, addresses, ports, health, retention, name } = host;
  return [
    ...(name === described.name ? [] : grammarFaults('name', namespaceName, [name])),
    ...portFaults(ports),
    ...healthFaults(health, ports),
    ...retentionFaults(retention),
    ...addressFaults(addresses),
    ...jobFaults(described),
    ...exporterFaults(described, ports),
    ...variableFaults(described),
  ];
};

/** What is wrong with a host that is being made: its application, which may be to be made, is asked for that alone. */
const placedFaults = question(
  'host faults',
  (described: Application, host: Omit<Host, 'application' | 'described'>): readonly Fault[] =>
    hostFaults({ ...host, described }),
);

const ofServers = exactly(
  {},
  keyed(['prometheus', 'alertmanager', 'grafana'], () => anything),
);
const hostShape = exactly(
  {},
  {
    ...{ name: text, runbooks: text },
    ports: ofServers,
    url: (where, value) => (typeof value === 'string' ? [] : ofServers(where, value)),
    health: byName(text),
    retention: exactly({ time: text, size: text }),
    watchers: aFunction,
  },
);

/**
 * Places an application on a host. Prometheus scrapes itself and Alertmanager there, and alerts on both are added: see
 * `watcherAlerts`.
 *
 * @throws Error with all that is wrong: ports that no host has, of which two are one or at which the application answers, a retention that
 * is no whole number over 0, an address that nobody else can reach, two jobs of one name, an exporter in the place of a server, two
 * secrets in the place of one.
 */
export const host = (described: Application, spec: HostSpec = {}): Host => {
  const subject = `host of ${described.name}`;
  refuse(subject, hostShape('', spec));
  const { ports = {}, health = {}, retention = { time: '30d', size: '10GB' }, url = {} } = spec;
  const { name = described.name, runbooks, watchers } = spec;
  const addresses = addressesOf(url);
  const placed = {
    of: 'host' as const,
    ...{ name, described, addresses, health, retention },
    ports: { prometheus: 9090, alertmanager: 9093, grafana: 3000, ...ports },
  };
  refuse(
    subject,
    placedFaults(
      laterIn(described, `to ${name}`, (made) => made),
      placed,
    ),
  );
  return {
    ...placed,
    application: laterIn(described, `on ${name}`, (made) =>
      watchedOnHost(withRunbooks({ ...made, ...readAt(addresses) }, runbooks), watchers),
    ),
  };
};

/** Whether a value is what `host` makes. */
export const isHost = (value: unknown): value is Host =>
  isObject(value) && value['of'] === 'host' && 'described' in value;
