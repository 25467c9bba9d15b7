import type { Fault } from '../ground/fault.js';

/** What the compiler refuses, where: `{ place: 'apps/shop/alerts.ts:7:3', text: 'TS2322: Type …' }`. */
export interface TypeFault {
  readonly place: string;
  readonly text: string;
}

const fileOf = (place: string): string => place.split(':')[0] ?? '';
const lineOf = (place: string): string => place.split(':').slice(0, 2).join(':');

/** Whether something came of what the compiler refuses already: by its line, by the word that it quotes, by a value that is not there. */
const comesOf =
  ({ where, what, why }: Fault) =>
  ({ place, text }: TypeFault): boolean =>
    (what !== '' && text.includes(`"${what}"`)) ||
    lineOf(where) === lineOf(place) ||
    (/^(Type|Reference)Error: /.test(why) && fileOf(where) === fileOf(place));

/** All that is wrong, each cause once: the compiler's word is the nearest to it. */
export const oneOfEachCause = (types: readonly TypeFault[], found: readonly Fault[]): readonly Fault[] => [
  ...types.map(({ place, text }) => ({ where: place, what: '', why: text, cure: '' })),
  ...found.filter((fault) => !types.some(comesOf(fault))),
];
