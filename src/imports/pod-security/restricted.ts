import { type Field, isObject } from '#ground/field.js';
import { type Control, type Violation, among, noOther, only } from './control.js';
import { type Pod, containersOf, contextsOf, itemsOf, of } from './pod.js';

const volumes = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected'],
  'secret',
];

/** A field of security contexts that must be one of these in each container: its own, or that of the pod where it has none. */
const inEach = (pod: Pod, field: Field, isAllowed: (value: unknown) => boolean, cure: string) => {
  const ofPod = of(pod, ['spec', 'securityContext', ...field]);
  return containersOf(pod).flatMap((at): readonly Violation[] => {
    const own = [...at, 'securityContext', ...field];
    const what = of(pod, own) ?? ofPod;
    return isAllowed(what) ? [] : [{ field: own, what, cure }];
  });
};

const capabilitiesOf = (pod: Pod, field: 'add' | 'drop'): readonly Field[] =>
  containersOf(pod).map((at) => [...at, 'securityContext', 'capabilities', field]);

const dropsAll = (listed: unknown): boolean => Array.isArray(listed) && listed.includes('ALL');

/** What the profile `restricted` asks beside `baseline`, of pods for Linux: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted. */
export const restricted: readonly Control[] = [
  {
    name: 'Volume Types',
    level: 'restricted',
    violations: (pod) =>
      itemsOf(pod, 'spec', 'volumes').flatMap((field) => {
        const volume = of(pod, field);
        const types = isObject(volume) ? Object.keys(volume).filter((key) => key !== 'name') : [];
        return types
          .filter((type) => !volumes.includes(type))
          .map((type) => ({ field: [...field, type], what: type, cure: `use one of ${volumes.join(', ')}` }));
      }),
  },
  {
    name: 'Privilege Escalation',
    level: 'restricted',
    violations: (pod) =>
      containersOf(pod)
        .map((at) => [...at, 'securityContext', 'allowPrivilegeEscalation'])
        .filter((field) => of(pod, field) !== false)
        .map((field) => ({
          field,
          what: of(pod, field),
          cure: 'write allowPrivilegeEscalation: false',
        })),
  },
  {
    name: 'Running as Non-root',
    level: 'restricted',
    violations: (pod) => inEach(pod, ['runAsNonRoot'], among(true), 'write runAsNonRoot: true'),
  },
  only(
    'Running as Non-root user',
    'restricted',
    (pod) => contextsOf(pod, 'runAsUser'),
    (value) => value !== 0,
    'run as another user than root',
  ),
  {
    name: 'Seccomp',
    level: 'restricted',
    violations: (pod) =>
      inEach(
        pod,
        ['seccompProfile', 'type'],
        among('RuntimeDefault', 'Localhost'),
        'write seccompProfile: { type: RuntimeDefault }',
      ),
  },
  {
    name: 'Capabilities',
    level: 'restricted',
    violations: (pod) => [
      ...capabilitiesOf(pod, 'drop')
        .filter((field) => !dropsAll(of(pod, field)))
        .map((field) => ({ field, what: of(pod, field), cure: "write drop: ['ALL']" })),
      ...noOther(pod, capabilitiesOf(pod, 'add'), ['NET_BIND_SERVICE'], 'leave it out'),
    ],
  },
];
