import { type Match, divide, increase, not, orNone, query, queryEarlier, sum, timeseries } from 'cheomseong';
import { server } from '../../metrics.js';
import { perHour, usually } from './earlier.js';

const { orders } = server;

// By what the words of a status say, so that one that is added tomorrow is green or red as well.
const well = /complete.*|paid|done/;
const lost = /cancel.*|fail.*|refund.*|reject.*/;
const open = not(/complete.*|paid|done|cancel.*|fail.*|refund.*|reject.*/);

const status = (labels: Readonly<Record<'status', string>>): string => labels.status;
const ended = (how: Match) => sum(increase(orders.where({ status: how }), '1h'), { by: ['status'] });

/** Whether orders come in, and what becomes of them. */
export const ordering = [
  timeseries('Orders per Hour', {
    // It keeps the id that it had under its old title.
    key: 'orders-per-second',
    description: {
      ko: '지난 한 시간의 주문 수를 상태별로 쌓아 보여 줍니다. 완료는 초록, 취소와 실패는 빨강입니다. 회색 점선은 어제와 지난주 같은 시각의 전체 주문 수입니다. 영업 시간에 점선보다 훨씬 낮으면 결제나 서버를 확인합니다.',
      en: 'Orders of the hour before by their status, on top of each other: completed ones are green, cancelled and failed ones red. The dashed grey lines are all orders of the same hour yesterday and last week. Where it is far below them in business hours, look at payment and at the server.',
    },
    queries: [
      query(ended(well), status, { color: 'green' }),
      query(ended(open), status, { color: 'blue' }),
      query(ended(lost), status, { color: 'red' }),
      ...usually.map((ago) => queryEarlier(query(perHour(orders), 'all'), ago)),
    ],
    unit: 'locale',
    decimals: 0,
    stacked: true,
  }),
  timeseries('Lost Orders', {
    description: {
      ko: '지난 한 시간의 주문 가운데 취소되거나 실패한 비율입니다. 주문이 없으면 선도 없습니다.',
      en: 'The share of the orders of the hour before that were cancelled or failed. Without orders there is no line.',
    },
    queries: [
      query(
        divide(orNone(perHour(orders.where({ status: lost })), perHour(orders)), perHour(orders)),
        'cancelled or failed',
        { color: 'red' },
      ),
    ],
  }),
] as const;
