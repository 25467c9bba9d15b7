import { divide, max, record, value } from 'cheomseong';
import type { LicenceSeats } from './alerts.js';

/** A rule of one's own: the share of seats that are taken, by product. */
export const seatsUsed = ({ seats, seatsTaken }: LicenceSeats) =>
  record(
    'product:licence_seats:used',
    divide(max(value(seatsTaken), { by: ['product'] }), max(value(seats), { by: ['product'] })),
  );
