import { type About, dashboard } from 'cheomseong';
import { behind } from './panels/behind.js';
import { pods, resources } from './panels/pods.js';
import { users } from './panels/users.js';
import { work } from './panels/work.js';

/** What people notice first, then what it may come from. Dashed grey lines are what is expected in health, solid ones where somebody is told. */
export const apiDashboard = (about: About) =>
  dashboard('Ecoeco API Dashboard', {
    ...about,
    description: {
      ko: 'API마다 요청, 오류, 응답 시간, 파드와 자원을, 그 뒤의 작업 큐와 GPT API를 한눈에 봅니다. 회색 점선은 건강할 때 기대하는 값, 노란 선(warning)과 빨간 선(critical)은 알림이 발생하는 기준입니다.',
      en: 'Requests, errors, latency, pods and resources of each API, and the queues and the GPT API behind them. Dashed grey lines are what is expected in health, yellow (warning) and red (critical) ones where somebody is told.',
    },
    timezone: 'Asia/Seoul',
    panels: [...users, pods, work, behind, resources],
  });
