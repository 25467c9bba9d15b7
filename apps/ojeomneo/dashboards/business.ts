import {
  type About,
  bargauge,
  dashboard,
  divide,
  greatestShown,
  increase,
  max,
  piechart,
  rate,
  stat,
  sum,
  timeseries,
  topk,
  value,
} from 'cheomseong';
import { server } from '../metrics.js';

const { orders, orderAmount, activeUsers, menuViews } = server;
const taken = sum(increase(orders, '$__range'));
const earned = sum(increase(orderAmount, '$__range'));

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
      stat('Orders', {
        description: {
          ko: '화면에 표시된 기간의 주문 수입니다. 상태를 가리지 않습니다.',
          en: 'Orders of the shown range, whatever became of them.',
        },
        signal: taken,
        decimals: 0,
      }),
      stat('Revenue', {
        description: {
          ko: '화면에 표시된 기간의 매출(원)입니다. 카운터의 증가량이라 정산 금액과는 조금 다를 수 있습니다.',
          en: 'Revenue of the shown range in won. It is read off a counter, so accounts may differ a little.',
        },
        signal: earned,
        decimals: 0,
      }),
      stat('Average Order Value', {
        description: {
          ko: '주문 한 건의 평균 금액입니다. 취소된 주문도 건수에 들어갑니다.',
          en: 'What an order is worth on average. Cancelled orders count as orders too.',
        },
        signal: divide(earned, taken),
        decimals: 0,
      }),
      stat('Active Users', {
        description: {
          ko: '지금 활동 중인 사용자 수입니다. 서버가 여럿이면 가장 큰 값을 보여 줍니다.',
          en: 'Users who are active now; of several servers the greatest number.',
        },
        signal: max(value(activeUsers)),
        sparkline: true,
      }),
      timeseries('Orders per Second', {
        description: {
          ko: '초당 주문 수를 상태별로 보여 줍니다. 영업 시간에 0으로 떨어지면 결제나 서버를 확인합니다.',
          en: 'Orders per second by their status. Where they fall to 0 in business hours, look at payment and at the server.',
        },
        signal: sum(rate(orders, '$__rate_interval'), { by: ['status'] }),
        stacked: true,
      }),
      timeseries('Revenue per Hour', {
        description: {
          ko: '지난 한 시간 동안의 매출을 결제 수단별로 보여 줍니다.',
          en: 'Revenue of the hour before, by payment method.',
        },
        signal: sum(increase(orderAmount, '1h'), { by: ['payment_method'] }),
        stacked: true,
      }),
      piechart('Orders by Status', {
        description: {
          ko: '화면에 표시된 기간의 주문을 상태로 나눈 비율입니다.',
          en: 'Orders of the shown range by their status.',
        },
        signal: sum(increase(orders, '$__range'), { by: ['status'] }),
      }),
      piechart('Payment Methods', {
        description: {
          ko: '화면에 표시된 기간의 주문을 결제 수단으로 나눈 비율입니다. 하나가 사라지면 그 결제사를 확인합니다.',
          en: 'Orders of the shown range by payment method. Where one is gone, look at its provider.',
        },
        signal: sum(increase(orders, '$__range'), { by: ['payment_method'] }),
      }),
      bargauge('Top Menu Categories', {
        description: {
          ko: '화면에 표시된 기간에 가장 많이 본 메뉴 분류 열 개입니다.',
          en: 'The ten categories of menus that were viewed most in the shown range.',
        },
        signal: topk(10, sum(increase(menuViews, '$__range'), { by: ['category_id'] })),
        max: greatestShown,
      }),
      timeseries('Menu Views', {
        description: {
          ko: '초당 메뉴 조회 수입니다.',
          en: 'Views of menus per second.',
        },
        signal: sum(rate(menuViews, '$__rate_interval')),
        legend: 'views',
      }),
      timeseries('Orders per Menu View', {
        description: {
          ko: '지난 한 시간의 메뉴 조회 가운데 주문으로 이어진 비율입니다. 조회는 그대로인데 비율이 떨어지면 주문이 막힌 것입니다.',
          en: 'The share of views of menus in the hour before that led to an order. Where it falls while views stay, ordering is broken.',
        },
        signal: divide(sum(increase(orders, '1h')), sum(increase(menuViews, '1h'))),
        legend: 'orders',
      }),
    ],
  });
