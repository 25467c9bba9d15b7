import { type About, adjusted, dashboard, divide, increase, max, stat, sum, value } from 'cheomseong';
import { server } from '../metrics.js';
import { ordering } from './business/orders.js';
import { people, shares } from './business/people.js';
import { revenue } from './business/revenue.js';

const { orders, orderAmount, activeUsers } = server;
const taken = sum(increase(orders, '$__range'));
const earned = sum(increase(orderAmount, '$__range'));
const [conversion, views] = people;
const [ordered, lost] = ordering;

/** What the shown range came to, to the last order and won. */
const totals = [
  stat('Orders', {
    description: {
      ko: '화면에 표시된 기간의 주문 수입니다. 상태를 가리지 않습니다.',
      en: 'Orders of the shown range, whatever became of them.',
    },
    signal: taken,
    unit: 'locale',
    decimals: 0,
    height: 4,
  }),
  stat('Revenue', {
    description: {
      ko: '화면에 표시된 기간의 매출(원)입니다. 카운터의 증가량이라 정산 금액과는 조금 다를 수 있습니다.',
      en: 'Revenue of the shown range in won. It is read off a counter, so accounts may differ a little.',
    },
    signal: earned,
    decimals: 0,
    height: 4,
  }),
  stat('Average Order Value', {
    description: {
      ko: '주문 한 건의 평균 금액입니다. 취소된 주문도 건수에 들어갑니다.',
      en: 'What an order is worth on average. Cancelled orders count as orders too.',
    },
    signal: divide(earned, taken),
    decimals: 0,
    height: 4,
  }),
  stat('Active Users', {
    description: {
      ko: '지금 활동 중인 사용자 수입니다. 서버가 여럿이면 가장 큰 값을 보여 줍니다.',
      en: 'Users who are active now; of several servers the greatest number.',
    },
    signal: max(value(activeUsers)),
    unit: 'locale',
    decimals: 0,
    sparkline: true,
    height: 4,
  }),
] as const;

export const business = (about: About) =>
  dashboard('Business', {
    ...about,
    description: {
      ko: '주문과 매출이 들어오고 있는지, 사람들이 무엇을 보는지 보여 줍니다.',
      en: 'Whether orders and revenue come in, and what people look at.',
    },
    timezone: 'Asia/Seoul',
    last: '24h',
    panels: [
      ...totals,
      ordered,
      revenue,
      ...[lost, conversion, views].map((each) => adjusted(each, { width: 8 })),
      ...shares,
    ],
  });
