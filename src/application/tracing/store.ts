import { type Fault, refuse } from '#ground/fault.js';
import { portFaults } from '#ground/port.js';
import { aNumber, exactly, oneOf, text, truth } from '#ground/shape.js';

export const storeKinds = ['tempo', 'jaeger'] as const;

/** Who keeps traces: a Tempo, or a Jaeger 2, that asks nobody who he is. Both take OTLP by gRPC. */
export interface TraceStore {
  readonly kind: (typeof storeKinds)[number];
  /** Its name in the network, as the collector and Grafana see it: `tempo.monitoring.svc`. */
  readonly host: string;
  /** Where it takes traces. */
  readonly port: number;
  /** Where Grafana asks it. */
  readonly query: number;
  /** Whether it is spoken to over TLS, with a certificate that the image of the collector trusts. */
  readonly tls: boolean;
}

/** Its host, and what is otherwise than usual. */
export type TraceStoreSpec = Pick<TraceStore, 'host'> & Partial<Pick<TraceStore, 'port' | 'query' | 'tls'>>;

const specShape = exactly({ host: text }, { port: aNumber, query: aNumber, tls: truth });

/** What is wrong with it. */
export const storeFaults = ({ host, port, query }: TraceStore): readonly Fault[] => [
  ...(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(host)
    ? []
    : [
        {
          where: 'host',
          // An address may hold a login.
          what: host.includes('@') ? '(not shown)' : host,
          code: 'bad-address' as const,
          why: host.includes('@') ? 'it holds a login, which would be committed' : `'${host}' is no host`,
          cure: 'write its name alone, e.g. tempo.monitoring.svc',
        },
      ]),
  ...portFaults('port', port),
  ...portFaults('query', query),
];

/** The same of one whose types were put aside. */
export const storeShape = exactly({
  ...{ kind: oneOf(storeKinds), host: text, port: aNumber, query: aNumber, tls: truth },
});

const made =
  (kind: TraceStore['kind'], query: number) =>
  (spec: TraceStoreSpec): TraceStore => {
    refuse(kind, specShape('', spec));
    const store = { kind, port: 4317, query, tls: false, ...spec };
    refuse(kind, storeFaults(store));
    return store;
  };

/**
 * A Grafana Tempo, https://grafana.com/docs/tempo/latest/: it takes traces at 4317, and is asked for them at 3200.
 *
 * @throws Refusal on what is no host and no port.
 */
export const tempo = made('tempo', 3200);

/**
 * A Jaeger 2, https://www.jaegertracing.io/docs/: it takes traces at 4317, and is asked for them at 16686.
 *
 * @throws Refusal on what is no host and no port.
 */
export const jaeger = made('jaeger', 16_686);

/** The address at which Grafana's server asks it. */
export const storeUrl = ({ host, query, tls }: TraceStore): string =>
  `http${tls ? 's' : ''}://${host}:${query}`;
