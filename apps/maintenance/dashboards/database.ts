import {
  type About,
  dashboard,
  hostPanels,
  queryPerformance,
  queryTimePanel,
  replicationLagPanel,
  sessionPanel,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { api, node, postgres } from '../metrics.js';

export const databasePerformance = (about: About) =>
  dashboard('Database Performance', {
    ...about,
    description: {
      ko: '쿼리가 얼마나 걸리는지, 연결과 호스트에 여유가 있는지, 스탠바이가 따라오는지 보여 줍니다.',
      en: 'How long queries take, whether connections and the host have room, and whether standbys keep up.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      queryPerformance(postgres),
      sessionPanel(postgres, alerts),
      hostPanels(node, alerts).usageWithIo,
      replicationLagPanel(postgres),
      queryTimePanel(api, alerts),
    ],
  });
