import { keyOf } from '#alerts/rule/rule.js';
import { type Application, alertsOf } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import type { Quiet, Said } from '#browser/wire/preview.js';
import type { Planned, Proofs } from './incident.js';
import type { Told } from './made.js';

const read: Said = {
  ko: '로그를 읽는 알림이고, 로그는 만들지 않습니다.',
  en: 'it reads logs, of which none are made.',
};
const unproven: Said = {
  ko: '증명에 문제가 일어나는 경우가 없습니다.',
  en: 'its proof has no fault of which series could be made.',
};
const noRoom: Said = {
  ko: '같은 시계열의 다른 사고가 데이터의 시간을 다 차지했습니다. 사고를 더 적게 고르세요.',
  en: 'other incidents of the same series take all of the time that there is; name fewer of them.',
};
const elsewhere: Said = {
  ko: '여기에 표시하는 애플리케이션에는 이 알림이 없습니다.',
  en: 'no application has it at the place at which it is shown; --place takes another.',
};
const notFired: Said = {
  ko: '문제는 데이터에 있지만, 그동안 알림은 발생하지 않았습니다.',
  en: 'its fault is in the data, and it did not fire by it.',
};

const whyLeft = (application: Application, { proofs }: Proofs, name: string): Said => {
  if (!alertsOf(application).some((rule) => rule.name === name || keyOf(rule) === name)) return read;
  const proven = proofs.some(
    ({ rule, series }) => (rule.name === name || keyOf(rule) === name) && series.length > 0,
  );
  return proven ? noRoom : unproven;
};

/** The alerts that were chosen by name of which no incident is in the data, each with why. */
export const leftOut = (
  all: readonly Proofs[],
  plans: readonly Planned[],
  names: readonly string[] = [],
): readonly Quiet[] =>
  names.flatMap((name): readonly Quiet[] => {
    const owners = all.flatMap((each) => {
      const { application } = each.placed;
      const rule = toldAlertsOf(application).find((one) => one.name === name || keyOf(one) === name);
      return rule === undefined ? [] : [{ each, application, alert: rule.name }];
    });
    if (owners.length === 0) return [{ application: '', alert: name, why: elsewhere }];
    return owners
      .filter(
        ({ each, alert }) =>
          !plans.some(({ placed, proven: { rule } }) => placed === each.placed && rule.name === alert),
      )
      .map(({ each, application, alert }) => ({
        ...{ application: application.name, alert },
        why: whyLeft(application, each, name),
      }));
  });

/** The alerts of incidents that did not fire while these lasted. */
export const neverFired = (plans: readonly Planned[], told: readonly Told[]): readonly Quiet[] =>
  plans
    .filter(
      ({ placed, proven, from, to }) =>
        !told.some(
          ({ application, rule, alerts }) =>
            application === placed.application &&
            rule === proven.rule &&
            alerts.some(({ states }) =>
              states.some(({ at, state }) => state === 'firing' && at >= from && at <= to),
            ),
        ),
    )
    .map(({ placed, proven: { rule } }) => ({
      ...{ application: placed.application.name, alert: rule.name },
      why: notFired,
    }));
