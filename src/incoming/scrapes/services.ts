import type { Written } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import { scrape } from '#application/scrape.js';
import { type Service, service } from '#application/service.js';
import { type Around, settingsOf } from '#incoming/settings/settings.js';
import { askedSo, ofMonitor } from './asking.js';
import { type Drafted, all, attempted, nothing, unsaid, withoutPort } from './draft.js';
import { type GivenService, at, textAt, textsIn } from './given.js';
import { relabelled, stepsOf } from './relabelings.js';

/** How often is asked where only a Prometheus says it, which did not come along. */
export const usual = '30s';

/** The namespaces in which a monitor looks. */
export const namespacesOf = (root: Yaml): readonly [string, ...string[]] => {
  const own = textAt(root, 'metadata', 'namespace') ?? 'default';
  const named = itemsOf(at(root, 'spec', 'namespaceSelector', 'matchNames')).flatMap((each) =>
    each.type === 'text' ? [each.text] : [],
  );
  const [first = own, ...others] = named;
  return [first, ...others];
};

/** What a further endpoint of a monitor is called: by its port, and by its path where that is another than all have. */
export const endpointName = (monitor: string, port: string, path = ''): string =>
  [
    monitor,
    port,
    ...path
      .replace(/^\/metrics/, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/),
  ]
    .filter((part) => part !== '')
    .join('-');

/** A label of Kubernetes as Prometheus calls it. */
const stored = (label: string): string => label.replace(/[^\w]/g, '_');

/** The Services that a monitor finds: those that came along, else one that is called like it. */
const servicesOf = (
  root: Yaml,
  ports: readonly string[],
  copied: readonly string[],
  given: readonly GivenService[],
): { readonly services: readonly [Service, ...Service[]]; readonly isGuessed: boolean } => {
  const matched = textsIn(at(root, 'spec', 'selector', 'matchLabels'));
  const namespaces = namespacesOf(root);
  const found = given.filter(
    ({ namespace, labels }) =>
      (namespaces.includes(namespace) || textAt(root, 'spec', 'namespaceSelector', 'any') === 'true') &&
      Object.entries(matched).every(([label, value]) => labels[label] === value),
  );
  const declared = found.map(({ name, namespace, labels, ports: its }) => {
    const kept = Object.entries(labels).filter(([label]) => label in matched || copied.includes(label));
    return service(name, { namespaces: [namespace], labels: Object.fromEntries(kept), ports: its });
  });
  const [first, ...others] = declared;
  if (first) return { services: [first, ...others], isGuessed: false };
  const name = textAt(root, 'metadata', 'name') ?? '';
  return {
    services: [
      service(name, {
        namespaces,
        labels: matched,
        ports: Object.fromEntries(ports.map((port, i) => [port, 8_080 + i])),
      }),
    ],
    isGuessed: true,
  };
};

/** The scrapes of a ServiceMonitor, one for each of its endpoints. */
export const ofServiceMonitor = (
  { root, file }: Written,
  given: readonly GivenService[],
  around: Omit<Around, 'owner' | 'of'>,
): Drafted => {
  const name = textAt(root, 'metadata', 'name') ?? '';
  const place = { file, line: root.line };
  const what = `ServiceMonitor ${name}`;
  const spec = fieldOf(root, 'spec');
  if (!spec) return nothing;
  const outer = settingsOf(spec, { ...around, owner: name, of: what });
  ['selector', 'namespace_selector', 'endpoints'].forEach((field) => outer.items(field));
  const copied = outer.items('target_labels').flatMap((each) => (each.type === 'text' ? [each.text] : []));
  const jobLabel = outer.text('job_label');
  const endpoints = itemsOf(fieldOf(spec, 'endpoints'));
  const ports = [...new Set(endpoints.flatMap((each) => textOf(each, 'port') ?? []))];
  const expressions = itemsOf(at(spec, 'selector', 'matchExpressions'));
  const drafts = endpoints.map((endpoint, i): Drafted => {
    const settings = settingsOf(endpoint, { ...around, owner: name, of: what });
    const port = settings.text('port');
    const where = { file, line: endpoint.line };
    if (port === undefined) return withoutPort(what, where, 'Service');
    const asked = askedSo(settings, outer, ofMonitor, around.form, usual);
    const labels = relabelled(stepsOf(settings.items('relabelings'), around.form), 'service');
    const found = servicesOf(root, ports, copied, given);
    const copiedLabels = [
      ...copied,
      ...Object.keys(found.services[0].labels).filter((label) => labels.copied.includes(stored(label))),
    ];
    const [first, ...others] = found.services;
    const job = labels.job ?? (jobLabel === undefined ? undefined : first.labels[jobLabel]);
    const more = {
      ...(i > 0 && { name: endpointName(name, port, asked.given.path) }),
      port,
      ...(job !== undefined && job !== first.name && { job }),
      ...(labels.ofMachine && { ofMachine: true }),
      ...(copiedLabels.length > 0 && { copiedLabels }),
      ...asked.given,
    };
    const draft = attempted(what, where, () => ({
      made: others.length > 0 ? scrape(found.services, { name, ...more }) : scrape(first, more),
      place: where,
      services: found.services,
      word: 'scrape',
      given: others.length > 0 ? { name, ...more } : more,
    }));
    return {
      ...draft,
      leftOut: [...draft.leftOut, ...unsaid(what, where, [...labels.left, ...asked.left], settings)],
      changed:
        found.isGuessed && i === 0
          ? [
              {
                what,
                place,
                why: 'no Service came along that it finds: one is declared that is called like it, as are its series in the label job, with ports from 8080 on, of which only a host reads the number',
              },
            ]
          : [],
    };
  });
  return {
    ...all(drafts),
    leftOut: [
      ...all(drafts).leftOut,
      ...expressions.map(({ line }) => ({
        what: `${what}: matchExpressions`,
        place: { file, line },
        why: 'Services are found by their labels alone here',
      })),
      ...unsaid(what, place, [], outer),
    ],
  };
};
