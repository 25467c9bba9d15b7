import {
  type About,
  adjusted,
  browserErrorsPanel,
  dashboard,
  hostPanels,
  lighthousePanels,
  pageLoadPanels,
  row,
  seconds,
  userBehaviourPanels,
  visitPanels,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { lighthousePages, node, web } from '../metrics.js';

// Their documents name no figure: who reads one page stays about a minute.
const visits = visitPanels(web, alerts, { sessionTime: seconds(60) });
const load = pageLoadPanels(web, alerts);
const behaviour = userBehaviourPanels(web, alerts);
const { usage: cpu, memory, disk } = hostPanels(node, alerts);
const usage = [cpu, memory, disk].map((each) => adjusted(each, { width: 8 }));
const lighthouse = lighthousePanels(lighthousePages, alerts);

export const websitePerformance = (about: About) =>
  dashboard('Website Performance', {
    ...about,
    description: {
      ko: '페이지가 사용자의 브라우저에서 빠르고 바르게 뜨는지, 몇 명이 쓰고 있는지 보여 줍니다.',
      en: 'Whether pages load fast and rightly in the browsers of users, and how many there are.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      load.paint,
      load.reaction,
      ...[browserErrorsPanel(web), behaviour.sessions, behaviour.views].map((each) =>
        adjusted(each, { width: 8 }),
      ),
      visits.sessionTime,
      visits.bounceRate,
      row('Lighthouse', [
        lighthouse.score,
        lighthouse.speedIndex,
        ...[lighthouse.bundle, lighthouse.images, lighthouse.measured].map((each) =>
          adjusted(each, { width: 8 }),
        ),
      ]),
      row('Host', usage),
    ],
  });
