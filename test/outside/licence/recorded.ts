import { divide, lastOverTime, max, positive, record } from 'cheomseong';
import type { LicenceSeats } from './alerts.js';

/**
 * A rule of one's own: the share of seats that are taken, by product. What it records is read on while a scrape or two fail, and of a product
 * without seats there is no share.
 */
export const seatsUsed = ({ seats, seatsTaken }: LicenceSeats) =>
  record(
    'product:licence_seats:used',
    divide(
      max(lastOverTime(seatsTaken, '2m'), { by: ['product'] }),
      positive(max(lastOverTime(seats, '2m'), { by: ['product'] })),
    ),
  );
