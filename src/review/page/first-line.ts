import { type Finding, type Kind, isOnCall } from '#review/compare/finding.js';

/** Alerts of an application, each once whatever is said of it. */
const numberOf = (findings: readonly Finding[]): number =>
  new Set(findings.flatMap(({ application, subjects }) => subjects.map((each) => `${application}/${each}`)))
    .size;

const some = (count: number, what: string, one: string, several: string): string =>
  count === 1 ? `1 ${what} ${one}` : `${count} ${what}s ${several}`;

type Said = readonly [isSaid: (finding: Finding) => boolean, what: string, one: string, several: string];

const of =
  (...kinds: readonly Kind[]) =>
  ({ kind }: Finding): boolean =>
    kinds.includes(kind);
const isCritical = ({ severity }: Finding): boolean => severity === 'critical';
const isRemoved = of('removed');
const isUnpaged = of('unpaged');
/** Of alerts that are gone those that woke somebody: they are counted apart. */
const hasPaged = ({ paged }: Finding): boolean => paged === true;

/** What may be said of alerts, the worst first. */
const sentences: readonly Said[] = [
  [
    (each) => hasPaged(each) && isCritical(each),
    'critical alert',
    'that paged is gone',
    'that paged are gone',
  ],
  [(each) => isUnpaged(each) && isCritical(each), 'critical alert', 'no longer pages', 'no longer page'],
  [(each) => hasPaged(each) && !isCritical(each), 'alert', 'that paged is gone', 'that paged are gone'],
  [(each) => isUnpaged(each) && !isCritical(each), 'alert', 'no longer pages', 'no longer page'],
  [of('untold'), 'alert', 'is told to nobody', 'are told to nobody'],
  [(each) => isRemoved(each) && !hasPaged(each) && isCritical(each), 'critical alert', 'is gone', 'are gone'],
  [(each) => isRemoved(each) && !hasPaged(each) && !isCritical(each), 'alert', 'is gone', 'are gone'],
  [of('told-elsewhere'), 'alert', 'is told otherwise', 'are told otherwise'],
  [of('renamed'), 'alert', 'has another name', 'have other names'],
  [of('severity', 'condition', 'held-back'), 'alert', 'fires otherwise', 'fire otherwise'],
  [of('objective'), 'objective', 'is another', 'are others'],
  [of('added'), 'alert', 'is new', 'are new'],
  [of('told-too'), 'alert', 'is told to more', 'are told to more'],
];

/** The one thing that a reviewer must know, then what else whoever is on call notices. */
export const firstLine = (findings: readonly Finding[]): string => {
  const said = sentences.flatMap(([isSaid, what, one, several]) => {
    const count = numberOf(findings.filter(isSaid));
    return count > 0 ? [some(count, what, one, several)] : [];
  });
  if (said.length > 0) return `${said.join('; ')}.`;
  return findings.some(isOnCall) ? '' : 'Nothing changes for anybody on call.';
};
