import { type Field, type Fields, as, convert, list, prefixed, refused } from './fields.js';

const lowerCase =
  (name: string): Field =>
  (value, at) => {
    if (!Array.isArray(value)) throw refused(at, 'it is no list');
    return { [name]: value.map((each) => String(each).toLowerCase()) };
  };

const interval: Fields = {
  times: list('times', { startTime: as('start_time', 'string'), endTime: as('end_time', 'string') }),
  weekdays: lowerCase('weekdays'),
};

export const muteTimeInterval: Fields = {
  name: (value, _at, context) => ({ name: prefixed(String(value), context) }),
  timeIntervals: (value, at, context) => {
    if (!Array.isArray(value)) throw refused(at, 'it is no list');
    return { time_intervals: value.map((each, i) => convert(interval, each, `${at}[${i}]`, context)) };
  },
};
