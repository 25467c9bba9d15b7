import type { Medium } from '#browser/wire/message.js';

import type { Language } from '#browser/frame/language.js';

interface Words {
  readonly media: Readonly<Record<Medium, string>>;
  readonly wrong: string;
  readonly firing: string;
  readonly resolved: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly noSubject: string;
  readonly asText: string;
  readonly asHtml: string;
  readonly push: string;
  readonly now: string;
  readonly incident: string;
  readonly triggered: string;
  readonly acknowledged: string;
  readonly status: string;
  readonly urgency: string;
  readonly high: string;
  readonly low: string;
  readonly closed: string;
  readonly open: string;
  readonly details: string;
  readonly links: string;
  readonly parts: (count: number, encoding: string) => string;
  readonly alertsOf: (count: number) => string;
  readonly closesWithout: string;
}

export const words: Readonly<Record<Language, Words>> = {
  ko: {
    media: {
      slack: 'Slack',
      email: '전자우편',
      pagerduty: 'PagerDuty',
      opsgenie: 'Opsgenie',
      sms: '문자',
      msteams: 'Microsoft Teams',
      discord: 'Discord',
      telegram: 'Telegram',
      webhook: '웹훅',
    },
    wrong: '엉뚱한 곳에 왔습니다.',
    firing: '발생',
    resolved: '해결',
    from: '보낸 사람',
    to: '받는 사람',
    subject: '제목',
    noSubject: '(제목 없음)',
    asText: '글자로만',
    asHtml: '꾸민 본문',
    push: '휴대폰에서는',
    now: '지금',
    incident: '인시던트',
    triggered: '발생함',
    acknowledged: '확인함',
    status: '상태',
    urgency: '긴급도',
    high: '높음',
    low: '낮음',
    closed: '닫힘',
    open: '열림',
    details: '자세히',
    links: '링크',
    parts: (count, encoding) => `문자 ${count}건 (${encoding})`,
    alertsOf: (count) => `알림 ${count}건`,
    closesWithout: 'Alertmanager는 말없이 이 알림을 닫습니다.',
  },
  en: {
    media: {
      slack: 'Slack',
      email: 'E-mail',
      pagerduty: 'PagerDuty',
      opsgenie: 'Opsgenie',
      sms: 'Text message',
      msteams: 'Microsoft Teams',
      discord: 'Discord',
      telegram: 'Telegram',
      webhook: 'Webhook',
    },
    wrong: 'At the wrong receiver.',
    firing: 'firing',
    resolved: 'resolved',
    from: 'From',
    to: 'To',
    subject: 'Subject',
    noSubject: '(no subject)',
    asText: 'as text',
    asHtml: 'as HTML',
    push: 'On the phone',
    now: 'now',
    incident: 'Incident',
    triggered: 'Triggered',
    acknowledged: 'Acknowledged',
    status: 'Status',
    urgency: 'Urgency',
    high: 'High',
    low: 'Low',
    closed: 'Closed',
    open: 'Open',
    details: 'Details',
    links: 'Links',
    parts: (count, encoding) => `${count} ${count === 1 ? 'message' : 'messages'} (${encoding})`,
    alertsOf: (count) => `${count} ${count === 1 ? 'alert' : 'alerts'}`,
    closesWithout: 'Alertmanager closes this alert without a word.',
  },
};
