import { byKey } from '#ground/by-key.js';
import type { Finding, One } from './finding.js';

/** Something that differs of an application in a place. */
export interface Placed {
  readonly place: string;
  readonly application: string;
  readonly one: One;
}

const sameSubject = ({ application, one: { kind, subject, text, details, paged } }: Placed): string =>
  JSON.stringify([kind, application, subject, text, details, paged]);

const sameSaid = ({ kind, application, places, severity, text, details, isWorse, paged }: Finding): string =>
  JSON.stringify([kind, application, places, severity, text, details, isWorse, paged]);

/** The same thing in several places once, and once what is said of several things. */
export const grouped = (all: readonly Placed[]): readonly Finding[] => {
  const everywhere = [...byKey(all, sameSubject).values()].flatMap((same): readonly Finding[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { subject, ...rest } = first.one;
    const places = [...new Set(same.map(({ place }) => place))];
    return [{ ...rest, application: first.application, places, subjects: [subject] }];
  });
  return [...byKey(everywhere, sameSaid).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, subjects: same.flatMap(({ subjects }) => subjects) }] : [];
  });
};
