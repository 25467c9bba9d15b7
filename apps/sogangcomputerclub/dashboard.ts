import { type About, dashboard } from 'cheomseong';
import { backends, databasePool, host, memos, nginx, postgresql, redis } from './panels/behind.js';
import { requests } from './panels/requests.js';
import { scrapes } from './panels/scrapes.js';

/** What people notice first, then what stands behind it, by what fails first. */
export const fastapi = (about: About) =>
  dashboard('FastAPI Application Metrics', {
    ...about,
    uid: 'sogangcomputerclub-fastapi',
    description: {
      ko: '요청에 제때 바르게 답하는지, 그 뒤의 데이터베이스 풀, Redis, PostgreSQL, nginx, 호스트가 괜찮은지 한눈에 봅니다.',
      en: 'Whether requests are answered rightly and in time, and how the database pool, Redis, PostgreSQL, nginx and the host behind them are doing.',
    },
    timezone: 'Asia/Seoul',
    panels: [...requests, backends, databasePool, host, postgresql, redis, nginx, scrapes, memos],
  });
