/** A name in small letters with `_` between its words, as metrics and labels have it: `ApiAvailability` is `api_availability`. */
export const snake = (name: string): string =>
  name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toLowerCase();
