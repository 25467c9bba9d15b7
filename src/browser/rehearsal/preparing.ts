import type { Language } from '#browser/frame/language.js';

/** What the command says it does before anything can be pressed, in both languages. */
const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  starting: { ko: '무대를 준비합니다…', en: 'Setting the stage…' },
  'starting Prometheus': { ko: 'Prometheus를 시작합니다…', en: 'Prometheus starts…' },
  'starting Alertmanager': { ko: 'Alertmanager를 시작합니다…', en: 'Alertmanager starts…' },
  'waiting for all targets to be up': {
    ko: '모든 수집 대상이 응답하기를 기다립니다…',
    en: 'Waiting until all targets answer…',
  },
  'waiting for all rules to be evaluated': {
    ko: '모든 규칙이 한 번씩 평가되기를 기다립니다…',
    en: 'Waiting until every rule is evaluated once…',
  },
};

/** What is being prepared, in the language of the page where it is known; else, as of what failed, as it was told. */
export const preparing = (told: string, language: Language): string => known[told]?.[language] ?? told;
