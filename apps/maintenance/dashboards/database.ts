import {
  type About,
  adjusted,
  dashboard,
  hostPanels,
  queryPanels,
  queryTimePanel,
  replicationLagPanel,
  sessionPanel,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { api, node, postgres } from '../metrics.js';

const queries = queryPanels(postgres);
const { usage: cpu, memory, io } = hostPanels(node, alerts);

export const databasePerformance = (about: About) =>
  dashboard('Database Performance', {
    ...about,
    description: {
      ko: '쿼리가 얼마나 걸리는지, 연결과 호스트에 여유가 있는지, 스탠바이가 따라오는지 보여 줍니다.',
      en: 'How long queries take, whether connections and the host have room, and whether standbys keep up.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      queries.time,
      queries.count,
      sessionPanel(postgres, alerts),
      ...[cpu, memory, io].map((each) => adjusted(each, { width: 8 })),
      replicationLagPanel(postgres),
      queryTimePanel(api, alerts),
    ],
  });
