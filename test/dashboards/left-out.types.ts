// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { leftOut, override } from '#alerts/rule/pack.js';
import { celeryPanels } from '#dashboards/celery.js';
import { httpPanels } from '#dashboards/http.js';
import { nginxPanels } from '#dashboards/nginx.js';
import { cachePanels } from '#dashboards/redis.js';
import { metrics, packs } from './own-packs.js';

cachePanels(metrics.redis, override(packs.cache, { redisMemoryHigh: leftOut }));
cachePanels(metrics.redis, override(packs.cache, { redisMemoryHigh: leftOut, redisCacheHitLow: leftOut }));
// @ts-expect-error A pack of something else.
cachePanels(metrics.redis, packs.nginx);
// @ts-expect-error An alert of something else under the key.
nginxPanels(metrics.nginx, { nginxDown: packs.http.highLatency });

httpPanels(metrics.http, override(packs.http, { highLatency: leftOut }));
const { requests, duration } = metrics.http;
// @ts-expect-error The status is in `code`.
httpPanels({ requests, duration }, packs.http);
// @ts-expect-error The metrics have no label `status_code`.
httpPanels({ requests, duration, status: 'status_code' }, packs.http);

celeryPanels(metrics.celery, override(packs.celery, { taskSlow: leftOut }));
const { task: _, ...unnamed } = metrics.celery;
// @ts-expect-error The task is in `name`.
celeryPanels(unnamed, packs.celery);
