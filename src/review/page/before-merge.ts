import type { Finding } from '#review/compare/finding.js';

const code = (text: string): string => `\`${text}\``;

/** A key of a Secret that exists is told as the key: the Secret itself is there. */
const keysOf = ({ subjects, keys = [] }: Finding): readonly string[] =>
  subjects.map(
    (each) => `${keys.length === 1 ? 'key' : 'keys'} ${keys.map(code).join(', ')} in ${code(each)}`,
  );

/** What must be there before the merge, which nobody may overlook further down: Secrets, and keys of such as exist. */
export const beforeMerge = (findings: readonly Finding[]): readonly string[] => {
  const needed = findings.filter(({ kind, isWorse }) => kind === 'secret' && isWorse);
  const secrets = needed.filter(({ keys }) => keys === undefined).flatMap(({ subjects }) => subjects);
  const keys = needed.filter((each) => each.keys !== undefined).flatMap(keysOf);
  const count = secrets.length === 1 ? 'a Secret' : `${secrets.length} Secrets`;
  const parts = [
    ...(secrets.length > 0 ? [`${count} must be there, ${secrets.map(code).join(', ')}`] : []),
    ...keys,
  ];
  return parts.length === 0 ? [] : [`Before the merge: ${parts.join('; ')}.`];
};
