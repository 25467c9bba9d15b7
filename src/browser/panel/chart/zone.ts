import uPlot from 'uplot';

/** Dates whose parts are those of a zone: of the browser's where nothing else is said. */
export const zoneDate = (timeZone: string): ((at: number) => Date) => {
  if (timeZone === 'browser' || timeZone === '') return (at) => new Date(at);
  const zone = timeZone.toLowerCase() === 'utc' ? 'Etc/UTC' : timeZone;
  return (at) => uPlot.tzDate(new Date(at), zone);
};
