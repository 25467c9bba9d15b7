import type { Localized } from '#ground/language.js';

/** What the messages say; the arguments are Go templates that write a number, a moment or a length of time. */
export interface Words {
  readonly firing: (count: string) => string;
  readonly resolved: (count: string) => string;
  /** In the place of a name, where alerts of several names share a message. */
  readonly several: string;
  readonly firingSince: (moment: string) => string;
  readonly resolvedAt: (moment: string, length: string) => string;
  readonly moreFiring: (count: string) => string;
  readonly moreResolved: (count: string) => string;
  readonly runbook: string;
  readonly dashboard: string;
}

export const words: Localized<Words> = {
  ko: {
    firing: (count) => `발생 ${count}`,
    resolved: (count) => `해결 ${count}`,
    several: '여러 알림',
    firingSince: (moment) => `${moment}부터 발생 중`,
    resolvedAt: (moment, length) => `${moment} 해결 (${length} 동안 발생)`,
    moreFiring: (count) => `… 외 발생 ${count}건`,
    moreResolved: (count) => `… 외 해결 ${count}건`,
    runbook: '대응 방법',
    dashboard: '대시보드',
  },
  en: {
    firing: (count) => `${count} firing`,
    resolved: (count) => `${count} resolved`,
    several: 'several alerts',
    firingSince: (moment) => `firing since ${moment}`,
    resolvedAt: (moment, length) => `resolved ${moment} after ${length}`,
    moreFiring: (count) => `… and ${count} more firing`,
    moreResolved: (count) => `… and ${count} more resolved`,
    runbook: 'Runbook',
    dashboard: 'Dashboard',
  },
};
