import { byKey } from '#ground/by-key.js';
import type { Between, ObjectFile, Replaced } from './change.js';
import { replacedIn, whereItDiffers } from './change.js';
import { endOf, stayOf, staysUntil } from './ends.js';
import { jobsChangedIn } from './jobs.js';
import { namesChangedIn } from './named.js';

/** What a sync of a change prunes and creates, in one folder: sentences for a person, the same for a program. */
export interface Change {
  /** Below the folder of all places: `production/shop`. */
  readonly folder: string;
  readonly prunes: readonly string[];
  readonly creates: readonly string[];
  /** What ends with what is pruned. */
  readonly ends: readonly string[];
}

const called = ({ kind, name }: ObjectFile): string => `${kind} ${name}`;

const kept = 'it is marked never to be pruned, and ArgoCD leaves it with all that others have in it';

/** The places that ArgoCD delivers, and where it so prunes what is no longer made. */
const deliveredIn = ({ before }: Between): ReadonlySet<string> =>
  new Set([...before.keys()].flatMap((path) => /^([^/]*)\/argocd\//.exec(path)?.[1] ?? []));

const placeOf = (folder: string): string => folder.split('/')[0] ?? '';

const endsOf = ({ folder, kind, gone }: Replaced, delivered: ReadonlySet<string>): readonly string[] => {
  if (gone.length === 0) return [];
  if (kind === 'Namespace') return gone.map((each) => `${called(each)}: ${kept}`);
  const names = gone.map(called).join(', ');
  if (!delivered.has(placeOf(folder)) && stayOf(kind).length > 0)
    return [`${names}: ${staysUntil} where no ArgoCD prunes; ${stayOf(kind).join('; ')}`];
  return endOf(kind).map((why) => `${names}: ${why}`);
};

const renamed = (gone: readonly string[], come: readonly string[]): string =>
  come.length > 0 ? `${gone.join(', ')} (new: ${come.join(', ')})` : gone.join(', ');

/** What a sync prunes and creates between two states of the folder of all places; nothing of what only changes where it is. */
export const changesIn = (between: Between): readonly Change[] => {
  const delivered = deliveredIn(between);
  const near = whereItDiffers(between);
  const replaced = byKey(replacedIn(near), ({ folder }) => folder);
  const names = byKey(namesChangedIn(near), ({ folder }) => folder);
  const jobs = byKey(jobsChangedIn(near), ({ folder }) => folder);
  const folders = [...new Set([...replaced.keys(), ...names.keys(), ...jobs.keys()])].sort();
  return folders
    .map((folder): Change => {
      const here = replaced.get(folder) ?? [];
      return {
        folder,
        prunes: here.flatMap(({ gone }) => gone.map(called)),
        creates: here.flatMap(({ come }) => come.map(called)),
        ends: [
          ...here.flatMap((each) => endsOf(each, delivered)),
          ...(jobs.get(folder) ?? []).map(
            ({ gone, come }) =>
              `job ${renamed(gone, come)}: its series end; what looks back over days sees nothing of before`,
          ),
          ...(names.get(folder) ?? []).map(
            ({ what, gone, come, ends }) => `${what} ${renamed(gone, come)}: ${ends}`,
          ),
        ],
      };
    })
    .filter(({ prunes, ends }) => prunes.length + ends.length > 0);
};

/** So many names in a line; a whole folder that moves has hundreds. */
const most = 8;
const listed = (names: readonly string[]): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ');

/** The same for whoever reads it before it is merged; empty where nothing is pruned. */
export const changesText = (changes: readonly Change[]): string =>
  changes.length === 0
    ? ''
    : [
        'A sync of this prunes, and does not only change:',
        ...changes.flatMap(({ folder, prunes, creates, ends }) => [
          `  ${folder}: ${prunes.length > 0 ? listed(prunes) : 'no object'}${creates.length > 0 ? `; it creates ${listed(creates)}` : ''}`,
          ...ends.map((each) => `    ${each}`),
        ]),
      ].join('\n');
