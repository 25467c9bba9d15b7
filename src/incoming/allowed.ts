import { isObject } from '#ground/field.js';
import type { Made } from '#new/files.js';
import type { Found } from '#new/found.js';
import type { Standings } from '#proof/standings.js';

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** package.json that allows so many derived and unproven proofs more, indented as it was. */
export const allowing = (text: string, { derived, unproven }: Standings): string => {
  const read: unknown = JSON.parse(text);
  const had = isObject(read) ? read : {};
  const settings = isObject(had['cheomseong']) ? had['cheomseong'] : {};
  const allowed = isObject(settings['proofs']) ? settings['proofs'] : {};
  const proofs = {
    derived: numberIn(allowed['derived']) + derived,
    unproven: numberIn(allowed['unproven']) + unproven,
  };
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  return `${JSON.stringify({ ...had, cheomseong: { ...settings, proofs } }, null, indent)}\n`;
};

/** What is to be written, with a package.json that allows the proofs that came in. */
export const madeAllowing = (made: Made, { read }: Pick<Found, 'read'>, came: Standings): Made => {
  const text = made.files['package.json'] ?? read('package.json');
  if (text === undefined || came.derived + came.unproven === 0) return made;
  const isThere = read('package.json') !== undefined;
  return {
    ...made,
    files: { ...made.files, 'package.json': allowing(text, came) },
    changed: isThere ? [...new Set([...made.changed, 'package.json'])] : made.changed,
  };
};
