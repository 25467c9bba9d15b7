import { kubernetes } from './place/kubernetes.js';
import type { Place } from './place/place.js';
import type { Localized } from './rule/language.js';

/** What an alert's texts call the thing that is watched: `Observer`, or `PostgreSQL of Observer`; and where it runs. */
export interface Subject extends Localized {
  /** Kubernetes, unless given. */
  readonly place?: Place;
}

/** A name that is the same in both languages. */
export const called = (name: string, place?: Place): Subject => ({
  ko: name,
  en: name,
  ...(place && { place }),
});

/** Where it runs. */
export const placeOf = ({ place = kubernetes }: Subject): Place => place;
