import type { ObjectMeant, PlaceMeant, SecretMeant } from '#review/meaning/meaning.js';
import { endOf } from '#synth/changes/told.js';
import type { One } from './finding.js';
import { paired, without } from './paired.js';

const called = ({ namespace, name }: SecretMeant): string =>
  namespace === '' ? name : `${namespace}/${name}`;
const madeBy: Readonly<Record<string, string>> = {
  hand: 'must exist before this is merged',
  'external-secrets': 'must be in the store before this is merged',
  'sealed-secrets': 'must be sealed before this is merged',
  file: 'must be among the files of the host before this is started',
};
const cure = ({ by }: SecretMeant): string => madeBy[by] ?? 'must exist before this is merged';

/** Secrets and keys that must be there before, and those that nobody reads any more. */
const secretFindings = (before: readonly SecretMeant[], after: readonly SecretMeant[]): readonly One[] => {
  const one = { kind: 'secret', severity: '' } as const;
  const { both, gone, come } = paired(before, after, called);
  const silent = (secret: SecretMeant): readonly string[] =>
    secret.without.map((each) => `Without it ${each}.`);
  return [
    ...come.map((each) => ({
      ...one,
      subject: called(each),
      text: `${cure(each)}, with ${each.keys.join(', ')}: ${each.uses.join(', ')}`,
      details: silent(each),
      isWorse: true,
    })),
    ...both.flatMap(([was, is]) => {
      const keys = without(is.keys, was.keys);
      return keys.length === 0
        ? []
        : [
            {
              ...one,
              subject: called(is),
              text: `${cure(is)} with ${keys.join(', ')} too`,
              details: silent(is),
              isWorse: true,
            },
          ];
    }),
    ...gone.map((each) => ({
      ...one,
      subject: called(each),
      text: 'is read by nothing any more, and may go once this is everywhere',
      details: [],
      isWorse: false,
    })),
  ];
};

const objectName = ({ kind, namespace, name }: ObjectMeant): string =>
  kind === '' ? name : `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;

const goneFinding = (each: ObjectMeant): One => ({
  kind: 'pruned',
  subject: objectName(each),
  severity: '',
  text: each.pruned
    ? 'is pruned by ArgoCD'
    : each.kind === ''
      ? 'is no longer among the files of the host'
      : 'is no longer made; what stands stays until somebody deletes it',
  details: each.pruned ? endOf(each.kind) : [],
  isWorse: each.pruned,
});

/** Objects that a sync removes, and a count of those that only change. */
const objectFindings = (before: readonly ObjectMeant[], after: readonly ObjectMeant[]): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ path }) => path);
  const changed = both.filter(([was, is]) => was.content !== is.content).length;
  const parts = [
    ...(changed > 0 ? [`${changed} change`] : []),
    ...(come.length > 0 ? [`${come.length} are new`] : []),
  ];
  const one = { kind: 'object', subject: 'files', severity: '', details: [], isWorse: false } as const;
  return [
    ...gone.map(goneFinding),
    ...(parts.length > 0 ? [{ ...one, text: `of ${after.length}, ${parts.join(' and ')}` }] : []),
  ];
};

/** In what a place differs as a whole. */
export const placeFindings = (before: PlaceMeant, after: PlaceMeant): readonly One[] => [
  ...secretFindings(before.secrets, after.secrets),
  ...objectFindings(before.objects, after.objects),
];
