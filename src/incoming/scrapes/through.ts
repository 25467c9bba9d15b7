import type { Through } from '#application/scrape/through.js';
import { type Service, service } from '#application/service.js';
import { type Step, handsOn, writes } from './relabelings.js';

/** A name as Kubernetes takes it. */
export const named = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '') || 'targets';

/** The steps by which an exporter is asked about targets, https://prometheus.io/docs/guides/multi-target-exporter/. */
export const askedThrough = (
  steps: readonly Step[],
): { readonly address?: string; readonly left: readonly Step[] } => {
  const isParam = (each: Step): boolean =>
    handsOn(each) && each.sources[0] === '__address__' && each.target === '__param_target';
  const isInstance = (each: Step): boolean =>
    handsOn(each) && each.sources[0] === '__param_target' && each.target === 'instance';
  const isExporter = (each: Step): boolean => writes(each) && each.target === '__address__';
  const exporter = steps.find(isExporter);
  return exporter?.replacement !== undefined && steps.some(isParam)
    ? {
        address: exporter.replacement,
        left: steps.filter((each) => !isParam(each) && !isInstance(each) && each !== exporter),
      }
    : { left: steps };
};

/** The Service of an address in a cluster, `blackbox.monitoring.svc:9115`, or the container of one on a host; the one that is declared, if there is one. */
export const throughOf = (address: string, namespace: string, declared: readonly Service[]): Through => {
  const [host = '', written = '80'] = address.replace(/^https?:\/\//, '').split(/[:/]/);
  const [called = '', space = namespace] = host.split('.');
  const [name, number] = [named(called), Number(written)];
  const known = declared.find((each) => each.name === name && each.namespaces.includes(space));
  const [port] = Object.entries(known?.ports ?? {}).find(([, each]) => each.port === number) ?? [];
  if (known && port !== undefined) return { exporter: known, port };
  const labels = { 'app.kubernetes.io/name': name };
  return { exporter: service(name, { namespaces: [space], labels, ports: { http: number } }), port: 'http' };
};
