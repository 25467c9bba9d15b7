import { withParticle } from '#ground/particle.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Limit, count, ratio } from '#promql/unit/limit.js';
import { commands, query } from '#alerts/text/command.js';
import { spoken } from '#ground/spoken.js';
import type { Runbook, Said, Texts } from '#alerts/rule/says.js';
import type { Localized } from '#ground/language.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import type { BurnRate, Budget } from './burn-rate.js';
import type { Sli } from './sli.js';
import { trafficText } from './traffic.js';

/** What an alert on a burn rate is about. */
export interface Burning {
  readonly subject: Subject;
  readonly title: Localized;
  readonly sli: Sli;
  readonly objective: Limit<'ratio'>;
  readonly budget: Budget;
  readonly rate: BurnRate;
  /** Fewer failures than these are none. */
  readonly leastFailures: Limit<'count'>;
}

/** A length of time in days and hours: `2일 2시간`, `2 days 2 hours`. */
const spokenSeconds = (seconds: number): Localized => {
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor((seconds % 86_400) / 3_600)];
  const parts = [...(days > 0 ? [spoken(`${days}d`)] : []), ...(hours > 0 ? [spoken(`${hours}h`)] : [])];
  const whole = parts.length > 0 ? parts : [spoken(`${Math.ceil(seconds / 60)}m`)];
  return { ko: whole.map(({ ko }) => ko).join(' '), en: whole.map(({ en }) => en).join(' ') };
};

/** Windows, shares and paces as the texts say them. */
const inWords = ({ objective, budget, rate }: Burning) => ({
  long: spoken(rate.long),
  short: spoken(rate.short),
  window: spoken(budget.window),
  objective: humanize(objective),
  budget: humanize(ratio(budget.share)),
  spent: humanize(ratio(rate.spent)),
  factor: humanize(count(rate.factor)),
  gone: spokenSeconds(inSeconds(budget.window) / rate.factor),
});

/** All that an alert says: how fast the budget burns, how much is gone, and where to look. */
export const burnSays = (burning: Burning, value: string): Localized<Said> => {
  const [texts, runbook] = [burnTexts(burning, value), burnRunbook(burning)];
  return { ko: { ...texts.ko, ...runbook.ko }, en: { ...texts.en, ...runbook.en } };
};

const burnTexts = (burning: Burning, value: string): Localized<Texts> => {
  const { subject, title, sli, rate } = burning;
  const said = inWords(burning);
  const { events, failures } = sli;
  const look =
    rate.severity === 'critical'
      ? {
          ko: '어디에서 실패하는지 대응 방법의 쿼리로 찾고, 최근 배포와 의존하는 서비스부터 확인하세요.',
          en: 'See by the query of the runbook where they come from, then look at the latest deployment and at what the service depends on.',
        }
      : {
          ko: '당장 일어날 일은 아니지만 이대로 두면 목표를 지키지 못합니다. 늘 실패하는 곳이 있는지, 특정 시간대에만 실패하는지 업무 시간에 확인하세요.',
          en: 'It can wait for the working day, but not for longer: see whether they always come from one place, or at certain hours.',
        };
  return {
    ko: {
      summary: `${subject.ko}: ${title.ko} 목표의 오류 예산이 허용 속도의 ${value}배로 줄고 있습니다(${said.long.ko} 기준)`,
      description: [
        `최근 ${said.short.ko} 동안 ${failures.ko} 때문에 오류 예산(${said.window.ko} 동안 ${events.ko}의 ${said.budget})이 허용 속도의 ${value}배로 줄었고, 최근 ${said.long.ko} 전체로도 ${said.factor}배를 넘어 그 사이 예산의 약 ${said.spent} 이상이 사라졌습니다.`,
        `이 속도면 ${said.gone.ko} 안에 예산 전체가 바닥납니다.`,
        ...(sli.note ? [sli.note.ko] : []),
        look.ko,
      ].join(' '),
    },
    en: {
      summary: `${subject.en}: ${title.en} burns its error budget at ${value} times the allowed rate (over ${said.long.en})`,
      description: [
        `Over the last ${said.short.en} ${failures.en} used up the error budget (${said.budget} of ${events.en} in ${said.window.en}) at ${value} times the allowed rate, and over the last ${said.long.en} at more than ${said.factor} times, which took about ${said.spent} of it or more.`,
        `At this rate all of it is gone within ${said.gone.en}.`,
        ...(sli.note ? [sli.note.en] : []),
        look.en,
      ].join(' '),
    },
  };
};

const burnRunbook = (burning: Burning): Localized<Runbook> => {
  const { subject, title, sli, rate, leastFailures } = burning;
  const said = inWords(burning);
  const { events, failures, note = { ko: '', en: '' } } = sli;
  const traffic = trafficText(sli, rate, leastFailures);
  const pages = rate.severity === 'critical';
  const commandsToCopy = look(subject, sli, rate.short);
  return {
    ko: {
      meaning: sentences(
        `${subject.ko}의 ${title.ko} 목표는 ${said.window.ko} 동안 ${said.objective}이고, 오류 예산은 그 나머지인 ${events.ko}의 ${said.budget}입니다.`,
        `최근 ${withParticle(said.long.ko, '과/와')} 최근 ${said.short.ko} 모두, ${failures.ko} 때문에 이 예산이 허용 속도의 ${said.factor}배보다 빠르게 줄었습니다.`,
        note.ko,
        traffic.ko,
      ),
      impact: `${pages ? '지금 사용자가 겪고 있습니다. ' : '서서히 예산이 새고 있습니다. '}${said.factor}배면 ${said.long.ko} 만에 예산의 약 ${said.spent}, ${said.gone.ko}이면 전부가 사라져 목표를 지키지 못합니다.`,
      check: `남은 예산과 소진 속도를 대시보드에서 봅니다. 어디에서 가장 많이 실패하는지는 Prometheus에서 조회합니다.\n\n${commandsToCopy}`,
      action: pages
        ? '배포 직후라면 되돌립니다. 의존하는 서비스가 원인이면 그쪽의 알림을 먼저 처리합니다. 끝난 뒤에는 예산을 얼마나 썼는지 남깁니다.'
        : '늘 실패하는 곳을 찾아 고칠 일정을 잡습니다. 예산이 얼마 남지 않았으면 위험한 변경을 미룹니다.',
    },
    en: {
      meaning: sentences(
        `The objective of ${title.en} of ${subject.en} is ${said.objective} over ${said.window.en}; the error budget is the rest, ${said.budget} of ${events.en}.`,
        `Over the last ${said.long.en}, and over the last ${said.short.en} too, ${failures.en} burned it at more than ${said.factor} times the allowed rate.`,
        note.en,
        traffic.en,
      ),
      impact: `${pages ? 'Users meet it now. ' : 'The budget leaks away. '}At ${said.factor} times the allowed rate about ${said.spent} of it goes in ${said.long.en}, and all of it within ${said.gone.en}; then the objective is missed.`,
      check: `See on the dashboard how much of the budget is left and how fast it burns. Ask Prometheus where most failures are.\n\n${commandsToCopy}`,
      action: pages
        ? 'Right after a deployment, roll back. If something that it depends on is the cause, work on its alert first. When it is over, note how much of the budget it took.'
        : 'Find what fails all the time, and plan when to mend it. With little of the budget left, put off risky changes.',
    },
  };
};

const sentences = (...said: readonly string[]): string => said.filter((text) => text !== '').join(' ');

const look = (subject: Subject, sli: Sli, window: Duration): string =>
  [query(sli.worstIn(window)), commands(...placeOf(subject).state(sli.total))].join('\n\n');
