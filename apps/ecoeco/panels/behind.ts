import { brokerUp, databaseUp, query, redisUp, row, timeseries, upPanel, volumeLeft } from 'cheomseong';
import { infrastructureAlerts } from '../alerts.js';
import { broker, databaseVolume, postgres, redis } from '../series.js';

/** What the services stand on. */
export const behind = row('Behind the Services', [
  upPanel('Broker, Database and Cache', {
    description: {
      ko: 'RabbitMQ가 최근 4분 안에 답했는지, 익스포터가 PostgreSQL과 Redis에 접속할 수 있는지입니다. 무엇이 먼저 멈췄는지 봅니다. 빈 곳은 익스포터가 답하지 않은 때입니다.',
      en: 'Whether RabbitMQ answered within the last 4 minutes, and whether the exporters can connect to PostgreSQL and Redis: which of them went first. Where a bar has a gap, its exporter did not answer.',
    },
    queries: [
      query(brokerUp(broker, '4m'), 'RabbitMQ'),
      query(databaseUp(postgres), 'PostgreSQL'),
      query(redisUp(redis), 'Redis'),
    ],
    limits: [
      infrastructureAlerts.rabbitmqDown,
      infrastructureAlerts.databaseDown,
      infrastructureAlerts.redisDown,
    ],
  }),
  timeseries('PostgreSQL Disk Left', {
    description: {
      ko: 'PostgreSQL 데이터 볼륨에 남은 공간의 비율입니다. 다 차면 쓰기가 실패합니다.',
      en: 'The share that is left of the data volume of PostgreSQL. Once it is full, writes fail.',
    },
    signal: volumeLeft(databaseVolume),
    legend: ({ persistentvolumeclaim }) => persistentvolumeclaim,
    limits: [infrastructureAlerts.volumeSpaceLow],
    height: 6,
  }),
]);
