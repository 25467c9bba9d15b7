import type { SecretMeant } from '#review/meaning/meaning.js';
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

const one = { kind: 'secret', severity: '' } as const;

const cameFinding = (secret: SecretMeant): One => ({
  ...one,
  subject: called(secret),
  text: `${cure(secret)}, with ${secret.keys.join(', ')}: ${secret.uses.join(', ')}`,
  details: secret.without.map((each) => `Without it ${each}.`),
  isWorse: true,
});

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Keys that are read anew of a Secret that is read already: what reads its other keys goes on. */
const keysFinding = (secret: SecretMeant, keys: readonly string[]): One => {
  const reads = (secret.reads ?? [secret]).filter((each) => !('key' in each) || keys.includes(each.key));
  const uses = distinct(reads.flatMap((each) => each.uses)).join(', ');
  const [it, named] = keys.length === 1 ? ['it', 'key'] : ['them', 'keys'];
  return {
    ...one,
    subject: called(secret),
    text: `${cure(secret)} with ${named} ${keys.join(', ')} too: ${uses}`,
    details: distinct(reads.flatMap((each) => each.without)).map((each) => `Without ${it} ${each}.`),
    isWorse: true,
    keys,
  };
};

const goneFinding = (secret: SecretMeant): One => ({
  ...one,
  subject: called(secret),
  text: 'is read by nothing any more, and may go once this is everywhere',
  details: [],
  isWorse: false,
});

/** Secrets and keys that must be there before, and those that nobody reads any more. */
export const secretFindings = (
  before: readonly SecretMeant[],
  after: readonly SecretMeant[],
): readonly One[] => {
  const { both, gone, come } = paired(before, after, called);
  return [
    ...come.map(cameFinding),
    ...both.flatMap(([was, is]) => {
      const keys = without(is.keys, was.keys);
      return keys.length === 0 ? [] : [keysFinding(is, keys)];
    }),
    ...gone.map(goneFinding),
  ];
};
