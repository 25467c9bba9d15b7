import { ratio, row, scrapesSucceeded, timeseries } from 'cheomseong';
import { alerts, exporters, own } from '../alerts.js';
import { scrapes as targets } from '../metrics.js';

const job = (labels: Readonly<Record<'job', string>>): string => labels.job;

/** Whether Prometheus is answered: of the application itself, whose loss is critical, and of those who tell of the rest. */
export const scrapes = row('Scrapes', [
  timeseries('Scrapes of the Application', {
    description: {
      ko: '최근 2분 동안 애플리케이션이 답한 수집의 비율입니다. 답하지 않으면 요청도 실패하고 있을 가능성이 큽니다. 타깃이 사라지면 0입니다.',
      en: 'The share of scrapes that the application answered in the last 2 minutes. Where it does not, requests are likely to fail as well. 0 where its target is gone.',
    },
    signal: scrapesSucceeded(targets, own, '2m'),
    legend: job,
    limits: [alerts.serviceDown],
    max: ratio(1),
  }),
  timeseries('Scrapes of Exporters', {
    description: {
      ko: '최근 5분 동안 익스포터마다 답한 수집의 비율입니다. 답하지 않으면 그 지표를 보는 알림도 발생하지 못합니다. 타깃이 사라지면 0입니다.',
      en: 'The share of scrapes that each exporter answered in the last 5 minutes. Where it does not, alerts on its metrics cannot fire either. 0 where its target is gone.',
    },
    signal: scrapesSucceeded(targets, exporters, '5m'),
    legend: job,
    limits: [alerts.targetDown],
    max: ratio(1),
  }),
]);
