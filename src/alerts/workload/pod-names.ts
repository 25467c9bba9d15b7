import { type Fault, refuse } from '#ground/fault.js';
import { literal } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

const owners = ['deployments', 'statefulSets', 'daemonSets'] as const;
/** What may own pods that do the work of an application all the time. A Job's or a CronJob's end, and are no such. */
export type Owner = (typeof owners)[number];

interface Naming {
  /** What follows the owner's name, as a pattern. */
  readonly ending: string;
  /** Such an ending. */
  readonly example: string;
  /** How long the owner's name may be for its pods to be called so. */
  readonly longest: number;
  /** What the owner is called. */
  readonly kind: string;
}

/** The five characters that the API server adds where it is to make a name up. */
const madeUp = '[a-z0-9]{5}';
/** Of what Kubernetes makes names up, beside 2: letters and digits of which no word comes out. */
const wordless = '4-9b-df-hj-np-tv-xz';
/**
 * The hash of a Deployment's ReplicaSet: a number of up to ten digits, written in such characters. 2 and 3 stand for no digit, and the
 * minute that a CronJob adds begins with one of them until 2046: so the pods of one that is called as the Deployment are told apart.
 */
const hash = `[${wordless}][2${wordless}]{0,9}`;

/**
 * How pods are called after their owner:
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/util/rand/rand.go for characters,
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/storage/names/generate.go for lengths: of what is
 * longer than 58 characters, the end is cut off before five are added.
 */
const namings: Readonly<Record<Owner, Naming>> = {
  deployments: {
    ending: `${hash}-${madeUp}`,
    example: '7d4b9c8f65-x2kqz',
    longest: 58 - '-7d4b9c8f65-'.length,
    kind: 'Deployment',
  },
  // 63 less the hash of its revision, which is a label of the pods: Kubernetes makes none of a longer name.
  statefulSets: {
    ending: String.raw`\d+`,
    example: '0',
    longest: 63 - '-7d4b9c8f65'.length,
    kind: 'StatefulSet',
  },
  daemonSets: { ending: madeUp, example: 'x2kqz', longest: 58 - '-'.length, kind: 'DaemonSet' },
};

/**
 * The names of the pods of certain owners, and of no others whose names begin alike: `shop-7d4b9c8f65-x2kqz` of the Deployment shop,
 * not `shop-report-29384750-x2kqz` of a CronJob, `shop-gateway-…` of another Deployment, `shop-db-0` of a StatefulSet.
 *
 * One thing names cannot tell: of the Deployment `shop` they take the pods of a DaemonSet, a Job or a bare ReplicaSet that is called
 * `shop-db`, `shop-grpc` or by another single word without vowels. Where there is such a one, name containers instead.
 *
 * @throws Error on a name that is too long for its pods to be called so.
 */
export const podNames = (owner: Owner, names: NonEmpty<string>): RegExp => {
  const { ending, longest, kind } = namings[owner];
  const faults: readonly Fault[] = names
    .filter(({ length }) => length > longest)
    .map((name) => ({
      where: owner,
      what: name,
      code: 'name-too-long',
      why: `'${name}' has more than ${longest} characters, and Kubernetes calls no pods after it in full`,
      cure: `name the containers of the ${kind} instead`,
    }));
  refuse('pods', faults);
  return new RegExp(`(${names.map(literal).join('|')})-${ending}`);
};

/** The names of the ReplicaSets of certain Deployments, one for each revision of a Deployment. */
export const replicaSetNames = (deployments: NonEmpty<string>): RegExp =>
  new RegExp(`(${deployments.map(literal).join('|')})-[a-z0-9]+`);

/** What one pod of an owner is called. */
export const podNamed = (owner: Owner, name: string): string => `${name}-${namings[owner].example}`;

/** What pods of others are called whose names begin as those of the first of these owners. */
export const alike = (owner: Owner, names: NonEmpty<string>): readonly string[] => {
  const [name] = names;
  const others = [
    podNamed('deployments', `${name}-gateway`),
    podNamed('statefulSets', `${name}-queue`),
    podNamed('daemonSets', `${name}-agent`),
    // Of a CronJob called alike, and of one called the same.
    `${name}-report-29384750-x2kqz`,
    `${name}-29452567-x2kqz`,
  ];
  const { source } = podNames(owner, names);
  return [...others, ...owners.map((each) => podNamed(each, name))].filter(
    (pod) => !matchesWhole(source, pod),
  );
};
