import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { availability, p50 } from './table.js';

const spec = {
  application: 'shop',
  subject: called('Shop'),
  title: availability.title,
  sli: availability.sli,
  objective: percent(99),
};

// Every alert that there is has its key.
void availability.alerts.burn1h;
void p50.alerts.burn3d;

// @ts-expect-error an alert that was not asked for is not there
void p50.alerts.burn1h;

// @ts-expect-error there is no alert over two hours
slo('Odd', { ...spec, alerts: ['2h'] });

// @ts-expect-error an objective is a share of events
slo('Odd', { ...spec, objective: seconds(1) });

slo('Odd', { ...spec, title: { en: 'Odd' } });

// @ts-expect-error an objective says what it is called
slo('Odd', { ...spec, title: {} });
