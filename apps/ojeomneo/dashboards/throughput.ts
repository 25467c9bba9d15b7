import { constant, perSecond, query, requestRate, timeseries } from 'cheomseong';
import { server } from '../metrics.js';

/** What must be possible. */
const possible = perSecond(100);

/** Whether there is room for what comes: requests of those that must be possible. */
export const throughput = timeseries('Throughput', {
  description: {
    ko: '초당 처리한 요청 수입니다. 점선(초당 100건)까지는 처리할 수 있어야 합니다. 요청이 적은 것은 고장이 아니므로 알리지 않습니다.',
    en: 'Requests answered per second. It must be possible to answer as many as the dashed line says (100); that fewer come is no fault, so nobody is told.',
  },
  queries: [
    query(requestRate(server, '$__rate_interval'), 'requests'),
    query(constant(possible), 'possible', { dashed: true, color: 'grey' }),
  ],
  unit: 'reqps',
});
