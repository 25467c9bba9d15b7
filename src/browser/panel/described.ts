import { word } from './words.js';

/** More values than this nobody listens to. */
const most = 12;

/** What a screen reader says in place of a picture: its title, and what was last. */
export const described = (
  title: string,
  values: readonly (readonly [name: string, value: string])[],
  language: 'ko' | 'en',
): string => {
  const said = values.slice(0, most).map(([name, value]) => (name === '' ? value : `${name} ${value}`));
  const more = values.length - said.length;
  const rest = more > 0 ? [`+${more} ${word(language, 'more')}`] : [];
  return `${title}: ${[...said, ...rest].join(', ') || word(language, 'noData')}`;
};
