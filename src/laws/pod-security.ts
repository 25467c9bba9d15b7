import { atField, fieldText } from '#ground/field.js';
import type { Fault } from '#ground/fault.js';
import { quote } from '#imports/field-fault.js';
import { podOf } from '#imports/pod-security/pod.js';
import { violationsOf } from '#imports/pod-security/profile.js';
import type { Rendered } from '#imports/render.js';
import type { Law } from './law.js';
import { across } from './apart.js';

/** What agents may that no other pod may: to read the files of their machine. What else `restricted` asks, they keep to. */
const reading: Readonly<Record<string, (what: unknown) => boolean>> = {
  'HostPath Volumes': () => true,
  'Volume Types': (what) => what === 'hostPath',
  'Running as Non-root': () => true,
  'Running as Non-root user': () => true,
  Capabilities: (what) => what === 'DAC_READ_SEARCH',
};

const faults = ({ path, manifest }: Rendered, isAgent: boolean): readonly Fault[] => {
  const pod = podOf(manifest);
  if (pod === undefined) return [];
  const { namespace = '' } = manifest.metadata;
  return violationsOf(pod)
    .filter(({ name, what }) => !(isAgent && reading[name]?.(what)))
    .map(({ name, level, field, what, cure }) => ({
      where: atField(path, fieldText([...pod.at, ...field])),
      what: quote(what),
      code: 'pod-security',
      why: `${isAgent ? 'agents are kept to it but for what reads files' : `${namespace} may enforce it, and makes no such pod then`}: the control '${name}' of Pod Security's profile ${level}`,
      cure,
    }));
};

/** Every pod keeps to the profile `restricted`, so that its namespace may enforce it; agents, in namespaces of their own, to all of it but what reads files. */
export const everyPodIsRestricted: Law = across({
  summary: ({ applications, objects }) => ({
    agents: applications.map(({ agentNamespace }) => agentNamespace),
    pods: objects.flatMap((object) => {
      const [own, asAgent] = [faults(object, false), faults(object, true)];
      const { namespace = '' } = object.manifest.metadata;
      return own.length + asAgent.length === 0 ? [] : [{ namespace, own, asAgent }];
    }),
  }),
  judge: (all) => {
    const agents = new Set(all.flatMap((each) => each.agents));
    return all.flatMap(({ pods }) =>
      pods.flatMap(({ namespace, own, asAgent }) => (agents.has(namespace) ? asAgent : own)),
    );
  },
});
