import { increase, query, queryEarlier, sum, timeseries } from 'cheomseong';
import { server } from '../../metrics.js';
import { perHour, usually } from './earlier.js';

const { orderAmount } = server;

/** What comes in. */
export const revenue = timeseries('Revenue per Hour', {
  description: {
    ko: '지난 한 시간 동안의 매출을 결제 수단별로 쌓아 보여 줍니다. 하나가 사라지면 그 결제사를 확인합니다. 회색 점선은 어제와 지난주 같은 시각의 전체 매출입니다.',
    en: 'Revenue of the hour before, by payment method, on top of each other. Where one is gone, look at its provider. The dashed grey lines are all revenue of the same hour yesterday and last week.',
  },
  queries: [
    query(sum(increase(orderAmount, '1h'), { by: ['payment_method'] }), (labels) => labels.payment_method),
    ...usually.map((ago) => queryEarlier(query(perHour(orderAmount), 'all'), ago)),
  ],
  decimals: 0,
  stacked: true,
});
