import { catalog, gauge } from 'cheomseong';

/** What a licence server is asked by its exporter, a program that Cheomseong has no word for. */
export const licenceMetrics = catalog({
  seats: gauge('licence_seats', { help: 'Seats that are paid for.', labels: ['product'] }),
  seatsTaken: gauge('licence_seats_taken', { help: 'Seats that are taken.', labels: ['product'] }),
  expires: gauge('licence_expires_timestamp_seconds', {
    help: 'When the licence ends.',
    labels: ['product'],
    unit: 'timestamp',
  }),
});
