import { type GivenFile, type Written, writtenIn } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, fieldsOf, itemsOf, textOf } from '#ground/yaml-tree.js';

/** A Service that came in, as far as scraping needs to know it. */
export interface GivenService {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, { readonly port: number; readonly targetPort: number }>>;
}

/** What came in of whom Prometheus asks. */
export interface GivenScrapes {
  /** ServiceMonitors, PodMonitors, Probes and ScrapeConfigs. */
  readonly monitors: readonly Written[];
  /** Files of Prometheus. */
  readonly configurations: readonly Written[];
  readonly services: readonly GivenService[];
}

const monitorKinds = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'];

/** The texts of a map. */
export const textsIn = (yaml: Yaml | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(yaml).flatMap(([name, { value }]) => (value.type === 'text' ? [[name, value.text]] : [])),
  );

/** A field below others: `metadata`, `name`. */
export const at = (yaml: Yaml, ...path: readonly string[]): Yaml | undefined =>
  path.reduce<Yaml | undefined>((found, name) => found && fieldOf(found, name), yaml);

/** A text below fields. */
export const textAt = (yaml: Yaml, ...path: readonly string[]): string | undefined => {
  const found = at(yaml, ...path);
  return found?.type === 'text' ? found.text : undefined;
};

const serviceOf = ({ root }: Written): GivenService => ({
  name: textAt(root, 'metadata', 'name') ?? '',
  namespace: textAt(root, 'metadata', 'namespace') ?? 'default',
  labels: textsIn(at(root, 'metadata', 'labels')),
  ports: Object.fromEntries(
    itemsOf(at(root, 'spec', 'ports')).flatMap((each) => {
      const [name, port, target] = ['name', 'port', 'targetPort'].map((field) => textOf(each, field));
      const number = Number(port);
      return name === undefined || !Number.isInteger(number)
        ? []
        : [[name, { port: number, targetPort: Number.isInteger(Number(target)) ? Number(target) : number }]];
    }),
  ),
});

/** What files say of whom Prometheus asks: objects of the operator, with the Services that they find, and files of Prometheus. */
export const givenScrapes = (files: readonly GivenFile[]): GivenScrapes => {
  const all = files
    .filter(({ text }) =>
      /Monitor|Probe|ScrapeConfig|scrape_configs|kind:\s*["']?Service\b|"Service"/.test(text),
    )
    .flatMap(writtenIn);
  return {
    monitors: all.filter(({ kind }) => kind !== undefined && monitorKinds.includes(kind)),
    configurations: all.filter(
      ({ kind, root }) => kind === undefined && fieldOf(root, 'scrape_configs') !== undefined,
    ),
    services: all.filter(({ kind }) => kind === 'Service').map(serviceOf),
  };
};
