import type { Language } from '#browser/frame/language.js';
import type { AlertState, FaultButton, Happened, Part, Rehearsal } from '#browser/wire/rehearsal.js';
import { lastRun, ofAlert } from './course.js';
import { preparing } from './preparing.js';
import { why } from './why.js';

/** What is going on and what to do next, in words, as somebody needs it who has never seen a rehearsal. */
interface Coached {
  readonly text: string;
  readonly tone: 'calm' | 'busy' | 'alarm' | 'well' | 'wrong';
  /** What to press next: a fault, to have it or to mend it. */
  readonly press?: FaultButton;
}

interface Sentences {
  readonly first: string;
  readonly noFaults: string;
  readonly waiting: (words: string) => string;
  readonly pending: (lasts: string) => string;
  readonly early: string;
  readonly firing: string;
  readonly grouped: string;
  readonly sent: (told: string) => string;
  readonly sentToSome: string;
  readonly mended: string;
  readonly silenced: (why: string) => string;
  /** Without the other alert, which may be another each time that it is asked for. */
  readonly inhibited: string;
  readonly muted: (why: string) => string;
  readonly resolved: string;
  readonly wrong: (what: string) => string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  ko: {
    first:
      '지금은 아무 문제도 없습니다. 고장을 하나 눌러 보세요. 누구에게, 언제, 어떤 메시지가 가는지 그대로 보여 드립니다.',
    noFaults: '이 애플리케이션에는 눌러 볼 고장이 없습니다.',
    waiting: (words) => `“${words}” 고장을 냈습니다. Prometheus가 다음 수집에서 알아차립니다.`,
    pending: (lasts) =>
      `조건이 맞았습니다. ${lasts} 동안 이어져야 알립니다. 잠깐 튀었다 가라앉는 일로 사람을 부르지 않기 위해서입니다.`,
    early: '알리기 전에 고쳤습니다. 아무도 불려 나오지 않습니다.',
    firing: '발생했습니다. Prometheus가 Alertmanager에 넘깁니다.',
    grouped:
      'Alertmanager가 같은 묶음의 다른 알림을 기다립니다. 한 사고를 메시지 하나로 보내기 위해서입니다.',
    sent: (told) => `${told}에 알렸습니다. 메시지와 대응 방법을 읽고, 고장을 다시 눌러 고쳐 보세요.`,
    sentToSome: '알렸습니다. 메시지와 대응 방법을 읽고, 고장을 다시 눌러 고쳐 보세요.',
    mended: '고쳤습니다. Prometheus가 알아차리면 해결 메시지가 갑니다.',
    silenced: (why) => `조건은 맞지만 사람이 재워 두어 아무에게도 알리지 않습니다. ${why}`,
    inhibited:
      '조건은 맞지만 더 큰 알림이 이미 알렸으므로 따로 알리지 않습니다. 그 알림을 아래에서 눌러 메시지를 보세요.',
    muted: (why) => `조건은 맞지만 지금은 알리지 않기로 한 시간입니다. ${why}`,
    resolved: '해결되었습니다. 들었던 사람은 모두 해결 메시지도 받습니다. 다른 고장도 눌러 보세요.',
    wrong: (what) => `엉뚱한 곳에 알렸습니다. ${what}`,
  },
  en: {
    first: 'Nothing is wrong now. Press a fault: you will see who is told, when, and in which words.',
    noFaults: 'This application has no faults to press.',
    waiting: (words) => `“${words}” is on. Prometheus will see it when it scrapes next.`,
    pending: (lasts) =>
      `The condition holds. It must last for ${lasts} before anybody is told, so that nobody is called for what passes by itself.`,
    early: 'Mended before anybody was told: nobody is called.',
    firing: 'It fires. Prometheus hands it to Alertmanager.',
    grouped: 'Alertmanager waits for others of the same group, so that one incident is one message.',
    sent: (told) => `Told: ${told}. Read the message and the runbook, then press the fault again to mend it.`,
    sentToSome: 'Somebody was told. Read the message and the runbook, then press the fault again to mend it.',
    mended: 'Mended. Once Prometheus sees it, the resolved message goes out.',
    silenced: (why) => `The condition holds, but somebody silenced it: nobody is told. ${why}`,
    inhibited:
      'The condition holds, but a graver alert tells of it already: nobody is told twice. Press that alert below to see its message.',
    muted: (why) => `The condition holds, but at this time of the week nobody is told. ${why}`,
    resolved: 'Resolved. Everybody who was told hears of that too. Press another fault.',
    wrong: (what) => `A message went where it should not. ${what}`,
  },
};

const ended = (text: string): string => (text === '' || /[.!?。]$/.test(text) ? text : `${text}.`);

/** What to press first: a fault that calls somebody, of the application itself rather than of what watches it. */
const suggested = ({ application, parts, alerts }: Rehearsal): FaultButton | undefined => {
  const isOwn = ({ name }: Part): boolean => name.includes(application);
  const faults = [...parts.filter(isOwn), ...parts.filter((part) => !isOwn(part))].flatMap(
    (part) => part.faults,
  );
  const calls = (fault: FaultButton): boolean =>
    (alerts.find(({ name }) => name === fault.alert)?.told.length ?? 0) > 0;
  return (
    faults.find((fault) => fault.severity === 'critical' && calls(fault)) ?? faults.find(calls) ?? faults[0]
  );
};

const ofStage = (
  alert: AlertState,
  isOn: boolean,
  lasts: string,
  because: string,
  said: Sentences,
): Coached => {
  switch (alert.stage) {
    case 'pending':
      return isOn ? { text: said.pending(lasts), tone: 'busy' } : { text: said.early, tone: 'well' };
    case 'firing':
    case 'grouped':
      return { text: isOn ? said[alert.stage] : said.mended, tone: 'alarm' };
    case 'sent': {
      // Behind each stands its receiver, which the alert says below.
      const told = alert.told.map((each) => each.replace(/ \([^()]*\)$/, '')).join(', ');
      const says = told === '' ? said.sentToSome : said.sent(told);
      return isOn ? { text: says, tone: 'alarm' } : { text: said.mended, tone: 'busy' };
    }
    case 'inhibited':
      return { text: said.inhibited, tone: 'busy' };
    case 'silenced':
    case 'muted':
      return { text: said[alert.stage](ended(because)).trim(), tone: 'busy' };
    default:
      return { text: said.resolved, tone: 'well' };
  }
};

/** What is going on; `lasts` is how long the looked-at alert must hold, in words. */
export const coached = (rehearsal: Rehearsal, lasts: string, language: Language): Coached => {
  const { parts, alerts, looked, happened } = rehearsal;
  const said = sentences[language];
  if (rehearsal.preparing !== undefined)
    return { text: preparing(rehearsal.preparing, language), tone: 'busy' };
  const faults = parts.flatMap((part) => part.faults);
  const on = faults.filter(({ isOn }) => isOn);
  const alert = alerts.find(({ name }) => name === looked);
  const run = alert ? lastRun(ofAlert(alert.name, happened)) : [];
  const wrong = run.findLast(({ what }) => what === 'wrong');
  if (wrong) return { text: said.wrong(wrong.text), tone: 'wrong' };
  if (alert && alert.stage !== 'inactive') {
    const pressed = on.find((fault) => fault.alert === alert.name);
    const isOn = pressed !== undefined || !run.some(({ what }) => what === 'mended');
    const coaching = ofStage(alert, isOn, lasts, why(alert, rehearsal, language), said);
    return alert.stage === 'sent' && pressed ? { ...coaching, press: pressed } : coaching;
  }
  const own = on.find((fault) => fault.alert === looked) ?? on[0];
  if (own) return { text: said.waiting(own.words), tone: 'busy' };
  const has = (sought: Happened['what']): boolean => run.some(({ what }) => what === sought);
  if (has('resolved')) return { text: said.resolved, tone: 'well' };
  if (has('sent') && has('mended')) return { text: said.mended, tone: 'busy' };
  const press = suggested(rehearsal);
  return press ? { text: said.first, tone: 'calm', press } : { text: said.noFaults, tone: 'calm' };
};
