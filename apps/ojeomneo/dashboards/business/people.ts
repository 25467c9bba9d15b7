import {
  bargauge,
  divide,
  greatestShown,
  increase,
  piechart,
  positive,
  sum,
  timeseries,
  topk,
} from 'cheomseong';
import { server } from '../../metrics.js';
import { perHour, usually } from './earlier.js';

const { orders, menuViews } = server;

/** What people look at, and whether it leads to an order. */
export const people = [
  timeseries('Orders per Menu View', {
    description: {
      ko: '지난 한 시간의 메뉴 조회 가운데 주문으로 이어진 비율입니다. 조회는 그대로인데 비율이 떨어지면 주문이 막힌 것입니다. 회색 점선은 어제와 지난주 같은 시각의 비율입니다.',
      en: 'The share of views of menus in the hour before that led to an order. Where it falls while views stay, ordering is broken. The dashed grey lines are the same hour yesterday and last week.',
    },
    signal: divide(perHour(orders), positive(perHour(menuViews))),
    legend: 'orders',
    earlier: usually,
  }),
  timeseries('Menu Views', {
    description: {
      ko: '지난 한 시간의 메뉴 조회 수입니다. 회색 점선은 어제와 지난주 같은 시각의 조회 수입니다.',
      en: 'Views of menus in the hour before. The dashed grey lines are the same hour yesterday and last week.',
    },
    signal: perHour(menuViews),
    legend: 'views',
    earlier: usually,
    unit: 'locale',
    decimals: 0,
  }),
] as const;

/** How the shown range is shared out. */
export const shares = [
  piechart('Orders by Status', {
    description: {
      ko: '화면에 표시된 기간의 주문을 상태로 나눈 비율입니다.',
      en: 'Orders of the shown range by their status.',
    },
    signal: sum(increase(orders, '$__range'), { by: ['status'] }),
    unit: 'locale',
    decimals: 0,
    colors: {
      ...{ completed: 'green', paid: 'green', done: 'green' },
      ...{ cancelled: 'red', canceled: 'red', failed: 'red', refunded: 'dark-red', rejected: 'dark-red' },
      pending: 'blue',
    },
  }),
  piechart('Payment Methods', {
    description: {
      ko: '화면에 표시된 기간의 주문을 결제 수단으로 나눈 비율입니다. 하나가 사라지면 그 결제사를 확인합니다.',
      en: 'Orders of the shown range by payment method. Where one is gone, look at its provider.',
    },
    signal: sum(increase(orders, '$__range'), { by: ['payment_method'] }),
    unit: 'locale',
    decimals: 0,
  }),
  bargauge('Top Menu Categories', {
    description: {
      ko: '화면에 표시된 기간에 가장 많이 본 메뉴 분류 열 개입니다.',
      en: 'The ten categories of menus that were viewed most in the shown range.',
    },
    signal: topk(10, sum(increase(menuViews, '$__range'), { by: ['category_id'] })),
    unit: 'locale',
    decimals: 0,
    max: greatestShown,
  }),
] as const;
