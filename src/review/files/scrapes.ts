import { listAt, numberAt, textAt } from '#ground/json.js';
import { plainOf, yamlDocuments } from '#ground/yaml-tree.js';
import type { ScrapeMeant } from '#review/meaning/meaning.js';

const jobOf = (endpoint: unknown): string =>
  listAt(endpoint, 'relabelings')
    .filter((each) => textAt(each, 'targetLabel') === 'job')
    .map((each) => textAt(each, 'replacement') ?? '')
    .at(-1) ?? '';

/** The scrapes among manifests: ServiceMonitors and PodMonitors. */
export const scrapesIn = (files: ReadonlyMap<string, string>): readonly ScrapeMeant[] =>
  [...files]
    .filter(([path]) => /\/(Service|Pod)Monitor\.[^/]+\.yaml$/.test(path))
    .flatMap(([, text]) => yamlDocuments(text))
    .map(({ root }) => plainOf(root))
    .flatMap((monitor) => {
      const name = textAt(monitor, 'metadata', 'name') ?? '';
      return [...listAt(monitor, 'spec', 'endpoints'), ...listAt(monitor, 'spec', 'podMetricsEndpoints')].map(
        (endpoint): ScrapeMeant => ({
          name,
          job: jobOf(endpoint) || name,
          path: textAt(endpoint, 'path') ?? '',
          port: textAt(endpoint, 'port') ?? String(numberAt(endpoint, 'targetPort') ?? ''),
          interval: textAt(endpoint, 'interval') ?? '',
          ...{ targets: [], takes: '' },
        }),
      );
    });
