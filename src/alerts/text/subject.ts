import { type Kubernetes, kubernetes } from '#alerts/place/kubernetes.js';
import type { Place } from '#alerts/place/place.js';
import type { Localized } from '#ground/language.js';

/**
 * What an alert's texts call the thing that is watched: `Observer`, or `PostgreSQL of Observer`; and where it runs.
 *
 * @typeParam P where it may run: alerts on what only Kubernetes has take a `Subject<Kubernetes>`.
 */
export interface Subject<P extends Place = Place> extends Localized {
  /** Kubernetes, unless given. */
  readonly place?: P;
}

/** A name that is the same in both languages. */
export const called = <P extends Place = Kubernetes>(name: string, place?: P): Subject<P> => ({
  ko: name,
  en: name,
  ...(place && { place }),
});

/** Where it runs. */
export const placeOf = ({ place = kubernetes }: Subject): Place => place;
