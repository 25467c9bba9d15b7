import { gauge } from '#promql/metric/declare.js';
import { rawPromql } from '#promql/vector/raw.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

/** What Prometheus itself stores of alerts, https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime. */
const ofRules = {
  alerts: gauge('ALERTS', {
    help: 'Alerts that are pending or firing',
    labels: ['alertname', 'alertstate', 'application', 'severity', 'slo'],
  }),
};

/** Alerts of an application that fire. */
const firingOf = (application: string, severity?: 'critical' | 'warning'): string =>
  `ALERTS{alertstate="firing", application=${JSON.stringify(application)}${severity === undefined ? '' : `, severity="${severity}"`}}`;

/** How many of a severity fire; 0 where none does. */
const firing = (application: string, severity: 'critical' | 'warning') =>
  rawPromql(`count(${firingOf(application, severity)}) or vector(0)`, {
    labels: [],
    unit: 'count',
    metrics: [ofRules],
  });

/**
 * Which share of an application's alarms ended within five minutes after they began to fire, of those that ended in the shown range. Whether an
 * alarm was false nobody but people knows: Alertmanager counts what it was sent and what it sent, not what came of it. What is over before
 * anybody could act is the share of them that can be measured, and what is to be steadied first.
 *
 * @param application Its name, as its alerts carry it.
 */
export const shortAlarmsPanel = (application: string) => {
  const firing = firingOf(application);
  const ended = `(${firing} offset 1m unless ${firing})`;
  const short = `(${ended} unless ${firing} offset 6m)`;
  return stat('Alarms That Ended Within 5 Minutes', {
    description: {
      ko: '표시된 기간에 끝난 알림 가운데 발생한 지 5분 안에 저절로 끝난 것의 비율입니다. 누가 손쓸 틈 없이 끝났으므로 오경보로 의심할 만하고, 이런 알림부터 기준이나 지속 시간을 고칩니다. 정말 오경보였는지는 Alertmanager도 모릅니다. 끝난 알림이 없으면 비어 있습니다.',
      en: 'Of the alarms that ended in the shown range, the share that was over within 5 minutes after it began to fire: before anybody could act, so that it may have been false, and its limit or its for is to be looked at first. Whether it really was, Alertmanager does not know either. Empty where no alarm ended.',
    },
    signal: rawPromql(
      `(sum(count_over_time(${short}[$__range:1m])) or vector(0)) / (sum(count_over_time(${ended}[$__range:1m])) > 0)`,
      { labels: [], unit: 'ratio', metrics: [ofRules] },
    ),
  });
};

/**
 * What an application's alarms were like: the share that was over before anybody could act, and how many fired when.
 *
 * @param application Its name, as its alerts carry it.
 */
export const alarmPanels = (application: string) => ({
  short: shortAlarmsPanel(application),
  overTime: timeseries('Alarms Over Time', {
    description: {
      ko: '매 순간 발생해 있던 알림 수를 심각도별로 보여 줍니다. 짧고 뾰족한 것이 자주 보이면 기준이나 지속 시간을 고칩니다.',
      en: 'How many alerts fired at each moment, by severity. Where short spikes come often, a limit or its for is to be looked at.',
    },
    queries: [
      query(firing(application, 'critical'), 'critical', { color: 'red' }),
      query(firing(application, 'warning'), 'warning', { color: 'yellow' }),
    ],
    decimals: 0,
    width: 18,
  }),
});
