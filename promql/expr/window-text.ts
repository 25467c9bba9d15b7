/** Grafana's windows are no PromQL: they are read as durations that nobody writes, and put back. */
const standIns = new Map([
  ['$__rate_interval', '999999991ms'],
  ['$__range', '999999992ms'],
  ['$__interval', '999999993ms'],
]);

export const masked = (text: string): string =>
  [...standIns].reduce((masked, [window, standIn]) => masked.replaceAll(window, standIn), text);

export const unmasked = (text: string): string =>
  [...standIns].reduce((unmasked, [window, standIn]) => unmasked.replaceAll(standIn, window), text);
