import type { Language } from '#browser/frame/language.js';
import { second } from '#browser/inbox/drawn.js';
import type { AlertState, Rehearsal } from '#browser/wire/rehearsal.js';

const until: Readonly<Record<Language, (time: string) => string>> = {
  ko: (time) => `${time}에 깨어납니다.`,
  en: (time) => `It wakes at ${time}.`,
};
const by: Readonly<Record<Language, (what: string) => string>> = {
  ko: (what) => `원인: ${what}`,
  en: (what) => `By ${what}`,
};

/** Why nobody is told of an alert: when its silence ends, which alert inhibits it, at which times it is muted. */
export const why = (
  { name, stage, because = '' }: AlertState,
  { silences }: Pick<Rehearsal, 'silences'>,
  language: Language,
): string => {
  const own = silences.find(({ alert }) => alert === name);
  // Alertmanager names a silence by an id that tells nobody anything.
  if (stage === 'silenced' && own) return until[language](second(own.until));
  return because === '' ? '' : by[language](because);
};
