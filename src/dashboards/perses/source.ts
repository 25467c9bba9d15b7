import { textAt } from '#ground/json.js';

/** What Perses calls a kind of data source. */
const kinds = {
  prometheus: 'PrometheusDatasource',
  loki: 'LokiDatasource',
} as const;

/** A data source as Perses names it: by its name, which is the uid that it has in Grafana, or by the variable that chooses it. */
export const sourceOf = (kind: keyof typeof kinds, reference: unknown): object => {
  const uid = typeof reference === 'string' ? reference : textAt(reference, 'uid');
  if (uid === undefined) return {};
  const [, variable] = /^\$\{?(\w+)\}?$/.exec(uid) ?? [];
  return { datasource: variable === undefined ? { kind: kinds[kind], name: uid } : `$${variable}` };
};
