import {
  type Alert,
  type Gauge,
  type Limit,
  type Subject,
  above,
  alert,
  below,
  commands,
  daysUntil,
  holds,
  max,
  min,
  placeOf,
  value,
} from 'cheomseong';
import { seatsUsed } from './recorded.js';

/** What is asked of whoever tells of seats, by whatever names. */
export interface LicenceSeats {
  readonly seats: Gauge<'product', 'count'>;
  readonly seatsTaken: Gauge<'product', 'count'>;
}
export interface LicenceMetrics extends LicenceSeats {
  readonly expires: Gauge<'product', 'timestamp'>;
}
export interface LicenceLimits {
  readonly used: Limit<'ratio'>;
  readonly days: Limit<'count'>;
}
export interface LicenceAlerts {
  readonly seatsRunOut: Alert<'product', 'ratio'>;
  readonly licenceExpires: Alert<'product', 'count'>;
}

const one = { product: 'editor' } as const;
const day = 86_400;

/** A pack of one's own: a function from metrics and limits to alerts with their proofs. */
export const licenceAlerts = (
  subject: Subject,
  metrics: LicenceMetrics,
  { used, days }: LicenceLimits,
): LicenceAlerts => {
  const place = placeOf(subject);
  const look = commands(...place.state(metrics.seats), ...place.exporterLogs(metrics.seats));
  return {
    seatsRunOut: alert('SeatsRunOut', {
      limit: used,
      for: '10m',
      severity: 'warning',
      when: ({ limit }) => above(seatsUsed(metrics).value, limit),
      says: {
        en: (is) => ({
          summary: `${subject.en}: ${is.value} of the seats of ${is.labels.product} are taken`,
          description: `${is.value} of the seats are taken (limit ${is.limit}). See who holds seats without working, then buy more.`,
          meaning: `More than ${is.limit} of the seats of a product are taken.`,
          impact: 'Soon somebody cannot start the program.',
          check: `See what runs.\n\n${look}`,
          action: 'Take seats back from whoever does not work with them.',
        }),
      },
      proof: () => ({
        reading: {
          at: (share, labels) => [
            holds(metrics.seats, labels, 1000),
            holds(metrics.seatsTaken, labels, share * 1000),
          ],
          well: 0.5,
          when: (share) => `${share} of the seats are taken`,
          labels: one,
        },
      }),
    }),
    licenceExpires: alert('LicenceExpires', {
      limit: days,
      for: '1h',
      severity: 'warning',
      when: ({ limit }) => below(daysUntil(min(value(metrics.expires), { by: ['product'] })), limit),
      says: {
        en: (is) => ({
          summary: `${subject.en}: the licence of ${is.labels.product} ends in ${is.value} days`,
          description: `The licence ends in ${is.value} days (limit ${is.limit}). See whether it is ordered already.`,
          meaning: `The licence of a product ends in fewer than ${is.limit} days.`,
          impact: 'From then on nobody can work with it.',
          check: `See what runs.\n\n${look}`,
          action: 'Order it.',
        }),
      },
      proof: () => ({
        reading: {
          // Half a day more, so that the days do not change while the proof lasts.
          at: (left, labels) => [holds(metrics.expires, labels, (left + 0.5) * day)],
          well: 365,
          when: (left) => `${left} days are left`,
          labels: one,
        },
      }),
    }),
  };
};

/** How many seats are taken, for panels. */
export const taken = ({ seatsTaken }: LicenceSeats) => max(value(seatsTaken), { by: ['product'] });
