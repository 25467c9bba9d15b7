import { type Fault, refuse } from '#ground/fault.js';
import { keyed } from '#ground/keyed.js';
import { instead } from '#ground/nearest.js';
import { exactly, oneOf, text } from '#ground/shape.js';

/**
 * What Grafana asks: a Prometheus, or what speaks its language as Thanos and Mimir do; logs in Loki or in Elasticsearch; traces in Tempo or in
 * Jaeger.
 */
const types = ['prometheus', 'loki', 'elasticsearch', 'tempo', 'jaeger'] as const;
/** What speaks which language. */
export type DatasourceType = (typeof types)[number];

/** Whether traces are kept there. */
export const isTraceStore = (type: string): type is 'tempo' | 'jaeger' =>
  type === 'tempo' || type === 'jaeger';

/** A data source of a Grafana. */
export interface Datasource<T extends DatasourceType = DatasourceType> {
  readonly type: T;
  /** By what panels name it, whatever it is called. */
  readonly uid: string;
  /** What people call it. */
  readonly name: string;
}

/** What Grafana takes for a uid: https://grafana.com/docs/grafana/latest/developers/http_api/data_source/. */
const isUid = (uid: string): boolean => /^[a-zA-Z0-9_-]{1,40}$/.test(uid);
/** Longer ones its database does not hold. */
const longestName = 190;

/** A data source, whoever made it. */
export const aDatasource = exactly({ type: oneOf(types), uid: text, name: text });
/** Those that an application's Grafana calls otherwise. */
export const datasourcesShape = exactly(
  {},
  keyed(types, () => aDatasource),
);

const faults = ({ type, uid, name }: Datasource): readonly Fault[] => [
  ...(types.includes(type)
    ? []
    : [
        {
          where: 'type',
          what: type,
          code: 'no-such-word' as const,
          why: `no panel asks a '${type}'`,
          cure: instead(type, types),
        },
      ]),
  ...(isUid(uid)
    ? []
    : [
        {
          where: 'uid',
          what: uid,
          code: 'bad-uid' as const,
          why: `'${uid}' is no uid of Grafana's`,
          cure: "write the one that its page in Grafana has in the address, at most 40 letters, digits, - and _: 'thanos'",
        },
      ]),
  ...(name.trim() === name && name !== '' && name.length <= longestName
    ? []
    : [
        {
          where: 'name',
          what: name,
          code: 'bad-name' as const,
          why: `'${name}' is no name of a data source`,
          cure: `write one to ${longestName} letters, without spaces at the ends`,
        },
      ]),
];

/**
 * Names a data source of a Grafana, e.g. `datasource('prometheus', { uid: 'thanos', name: 'Thanos' })`.
 *
 * @throws Error where Grafana would not take the uid or the name.
 */
export const datasource = <const T extends DatasourceType>(
  type: T,
  { uid, name }: Pick<Datasource, 'uid' | 'name'>,
): Datasource<T> => {
  const made = { type, uid, name };
  refuse(`data source ${name}`, faults(made));
  return made;
};

/** What panels ask that name no other. */
export type Datasources = { readonly [T in DatasourceType]: Datasource<T> };

/** As kube-prometheus-stack calls its own, and as others are provisioned beside it. */
export const usual: Datasources = {
  prometheus: datasource('prometheus', { uid: 'prometheus', name: 'Prometheus' }),
  loki: datasource('loki', { uid: 'loki', name: 'Loki' }),
  elasticsearch: datasource('elasticsearch', { uid: 'elasticsearch', name: 'Elasticsearch' }),
  tempo: datasource('tempo', { uid: 'tempo', name: 'Tempo' }),
  jaeger: datasource('jaeger', { uid: 'jaeger', name: 'Jaeger' }),
};

/** A data source as panels, queries and variables name it. */
export interface Reference {
  readonly type: string;
  readonly uid: string;
}

export const reference = ({ type, uid }: Datasource): Reference => ({ type, uid });

/** Grafana's own, for what queries nothing. */
export const ofGrafana: Reference = { type: 'grafana', uid: '-- Grafana --' };
