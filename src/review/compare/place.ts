import type { ObjectMeant, PlaceMeant } from '#review/meaning/meaning.js';
import { endOf, stayOf, staysUntil } from '#synth/changes/ends.js';
import type { One } from './finding.js';
import { paired } from './paired.js';
import { secretFindings } from './secrets.js';

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
      : staysUntil,
  details: each.pruned ? endOf(each.kind) : stayOf(each.kind),
  isWorse: each.pruned,
});

/** Objects that a sync removes, and a count of those that only change. */
const objectFindings = (before: readonly ObjectMeant[], after: readonly ObjectMeant[]): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ path }) => path);
  const changed = both.filter(([was, is]) => was.content !== is.content).length;
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(come.length > 0 ? [`${come.length} new`] : []),
  ];
  const one = { kind: 'object', subject: 'Files', severity: '', details: [], isWorse: false } as const;
  return [
    ...gone.map(goneFinding),
    ...(parts.length > 0
      ? [{ ...one, text: `of the place: ${parts.join(', ')}, of ${after.length} in all` }]
      : []),
  ];
};

/** In what a place differs as a whole. */
export const placeFindings = (before: PlaceMeant, after: PlaceMeant): readonly One[] => [
  ...secretFindings(before.secrets, after.secrets),
  ...objectFindings(before.objects, after.objects),
];
