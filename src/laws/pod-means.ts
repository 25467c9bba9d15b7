import { imageFaults } from '#application/exporter/image.js';
import { type Field, atField, fieldText } from '#ground/field.js';
import type { Fault } from '#ground/fault.js';
import { quote } from '#imports/field-fault.js';
import { type Pod, containersOf, of, podOf } from '#imports/pod-security/pod.js';
import type { Rendered } from '#imports/render.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

interface Found extends Pick<Fault, 'code' | 'why' | 'cure'> {
  readonly field: Field;
}

/** A limit of CPU is not asked for: it slows down a pod on a machine that has nothing else to do. */
const means: readonly Field[] = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'memory'],
];

const unlimited = (pod: Pod, container: Field): readonly Found[] =>
  means
    .map((each) => [...container, 'resources', ...each])
    .filter((field) => of(pod, field) === undefined)
    .map((field) => ({
      field,
      code: 'pod-without-limits',
      why: `nothing says its ${field.slice(-2).join(' of ').replace(/s of/, ' of')}: it may starve its neighbours, or be starved by them`,
      cure: "write e.g. { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } }",
    }));

const writing = (pod: Pod, container: Field): readonly Found[] => {
  const field = [...container, 'securityContext', 'readOnlyRootFilesystem'];
  return of(pod, field) === true
    ? []
    : [
        {
          field,
          code: 'pod-that-writes',
          why: 'whoever gets into it may change the program',
          cure: 'write readOnlyRootFilesystem: true, and mount an emptyDir where it must write',
        },
      ];
};

const unversioned = (pod: Pod, container: Field): readonly Found[] => {
  const field = [...container, 'image'];
  return imageFaults(String(of(pod, field) ?? '')).map(({ code, why, cure }) => ({ field, code, why, cure }));
};

/** The token of a service account, of a pod that names no account of its own. */
const tokened = (pod: Pod): readonly Found[] => {
  const account = of(pod, ['spec', 'serviceAccountName']);
  const field = ['spec', 'automountServiceAccountToken'];
  return of(pod, field) === false || (account !== undefined && account !== 'default')
    ? []
    : [
        {
          field,
          code: 'pod-with-a-token',
          why: 'it is given a token for the API server, which it has no use for',
          cure: 'write automountServiceAccountToken: false, or name a service account that may do what it must',
        },
      ];
};

const faults = ({ path, manifest }: Rendered): readonly Fault[] => {
  const pod = podOf(manifest);
  if (pod === undefined) return [];
  return [
    ...tokened(pod),
    ...containersOf(pod).flatMap((each) =>
      [unlimited, writing, unversioned].flatMap((found) => found(pod, each)),
    ),
  ].map(({ field, ...fault }) => ({
    where: atField(path, fieldText([...pod.at, ...field])),
    what: quote(of(pod, field)),
    ...fault,
  }));
};

/** Every pod runs on what it was given and no more: limits, no token, no file that it could change, an image of a version. */
export const everyPodKeepsToItsMeans: Law = inEach(({ objects }) => objects.flatMap(faults));
