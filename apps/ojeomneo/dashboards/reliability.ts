import { type About, alarmPanels, dashboard, row, sloRow, sloTable } from 'cheomseong';
import { slos } from '../slos.js';

const objectives = Object.values(slos);

export const reliability = (about: About) => {
  const alarms = alarmPanels(about.application);
  return dashboard('Reliability', {
    ...about,
    description: {
      ko: '약속한 수준(SLO)을 지키고 있는지, 오류 예산이 얼마나 남았는지, 얼마나 빨리 줄고 있는지 보여 줍니다.',
      en: 'Whether the service level objectives are kept, what is left of their error budgets, and how fast they burn.',
    },
    timezone: 'Asia/Seoul',
    last: '7d',
    panels: [
      sloTable(objectives),
      ...objectives.map((each) => sloRow(each)),
      row('Alarms', [alarms.short, alarms.overTime]),
    ],
  });
};
