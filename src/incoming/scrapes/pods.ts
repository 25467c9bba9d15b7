import type { Written } from '#ground/yaml-objects.js';
import { fieldOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import { podScrape, pods } from '#application/scrape/pods.js';
import { type Around, settingsOf } from '#incoming/settings/settings.js';
import { askedSo, ofMonitor } from './asking.js';
import { type Drafted, all, attempted, nothing, unsaid, withoutPort } from './draft.js';
import { at, textAt, textsIn } from './given.js';
import { relabelled, stepsOf } from './relabelings.js';
import { endpointName, namespacesOf, usual } from './services.js';

/** The scrapes of a PodMonitor, one for each of its endpoints. */
export const ofPodMonitor = ({ root, file }: Written, around: Omit<Around, 'owner' | 'of'>): Drafted => {
  const name = textAt(root, 'metadata', 'name') ?? '';
  const place = { file, line: root.line };
  const what = `PodMonitor ${name}`;
  const spec = fieldOf(root, 'spec');
  if (!spec) return nothing;
  const outer = settingsOf(spec, { ...around, owner: name, of: what });
  ['selector', 'namespace_selector', 'pod_metrics_endpoints', 'job_label'].forEach((field) =>
    outer.items(field),
  );
  const copiedLabels = outer
    .items('pod_target_labels')
    .flatMap((each) => (each.type === 'text' ? [each.text] : []));
  const endpoints = itemsOf(fieldOf(spec, 'podMetricsEndpoints'));
  const ports = [...new Set(endpoints.flatMap((each) => textOf(each, 'port') ?? []))];
  const declared = {
    namespaces: namespacesOf(root),
    labels: textsIn(at(spec, 'selector', 'matchLabels')),
    ports: Object.fromEntries(ports.map((port, i) => [port, 8_080 + i])),
  };
  const drafts = endpoints.map((endpoint, i): Drafted => {
    const settings = settingsOf(endpoint, { ...around, owner: name, of: what });
    const port = settings.text('port');
    const where = { file, line: endpoint.line };
    if (port === undefined) return withoutPort(what, where, 'containers');
    const asked = askedSo(settings, outer, ofMonitor, around.form, usual);
    const labels = relabelled(stepsOf(settings.items('relabelings'), around.form), 'pod');
    const given = {
      ...(i > 0 && { name: endpointName(name, port, asked.given.path) }),
      port,
      ...(labels.job !== undefined && { job: labels.job }),
      ...(labels.ofMachine && { ofMachine: true }),
      ...(copiedLabels.length > 0 && { copiedLabels }),
      ...asked.given,
    };
    const draft = attempted(what, where, () => ({
      made: podScrape(pods(name, declared), given),
      place: where,
      services: [],
      word: 'podScrape',
      given,
      of: { pods: { name, given: declared } },
    }));
    return {
      ...draft,
      leftOut: [...draft.leftOut, ...unsaid(what, where, [...labels.left, ...asked.left], settings)],
    };
  });
  return {
    scrapes: all(drafts).scrapes,
    leftOut: [...all(drafts).leftOut, ...unsaid(what, place, [], outer)],
    changed: [
      {
        what,
        place,
        why: 'it names no number of a port: they are written from 8080 on, of which only a host reads them',
      },
    ],
  };
};
