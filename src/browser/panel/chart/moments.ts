const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How the time at a tick is written, by how far ticks are apart and how much is seen: as Grafana does, and in digits alone. */
export const momentFormat = (increment: number, range: number): string => {
  if (increment < second) return 'HH:mm:ss.SSS';
  if (increment < minute) return 'HH:mm:ss';
  if (increment < day) return range <= day + hour ? 'HH:mm' : 'MM/DD HH:mm';
  if (increment < 28 * day) return 'MM/DD';
  return increment < 360 * day ? 'YYYY-MM' : 'YYYY';
};

/** How a moment is written in a tooltip. */
export const wholeMoment = 'YYYY-MM-DD HH:mm:ss';
