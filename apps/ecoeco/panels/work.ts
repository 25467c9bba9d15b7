import {
  count,
  deadLetters,
  failedUploads,
  failureRatio,
  messagesReady,
  query,
  queueLength,
  responseTimeP95,
  row,
  seconds,
  timeseries,
} from 'cheomseong';
import { deadLetterQueues, workerAlerts, workQueues } from '../alerts.js';
import { broker, gpt, worker } from '../series.js';

const window = '$__rate_interval';
const queue = (labels: Readonly<Record<'queue', string>>): string => labels.queue;

/** What workers do, and what they wait for: what was given up first, since nothing tries it again by itself. */
export const work = row('Workers', [
  timeseries('Dead Letters', {
    description: {
      ko: '데드 레터 큐(q.dlq, dlq.*)마다 남은 메시지 수입니다. 늘 0이고, 하나라도 있으면 누군가 결과를 받지 못했습니다.',
      en: 'Messages in each dead-letter queue (q.dlq, dlq.*): always 0 in health. A single one means that somebody did not get a result.',
    },
    queries: [query(deadLetters(broker, deadLetterQueues), queue, { color: 'red' })],
    limits: [workerAlerts.deadLettersWaiting],
  }),
  timeseries('Messages Waiting', {
    description: {
      ko: '작업 큐마다 아직 아무 워커도 가져가지 않은 메시지 수입니다. 건강할 때는 100 아래입니다.',
      en: 'Messages in each work queue that no worker has taken yet: under 100 in health.',
    },
    signal: messagesReady(broker, workQueues),
    legend: queue,
    limits: [workerAlerts.queueTooLong],
    expected: { to: count(100) },
  }),
  timeseries('S3 Upload Failures', {
    description: {
      ko: '버킷마다 최근 5분 동안 실패한 업로드 수입니다. 늘 0이고, 아직 한 번도 실패하지 않은 버킷은 나타나지 않습니다.',
      en: 'Uploads to each bucket that failed in the 5 minutes before: always 0 in health. A bucket that never had one is missing.',
    },
    queries: [query(failedUploads(worker, '5m'), ({ bucket }) => bucket, { color: 'red' })],
    limits: [workerAlerts.uploadFailed],
  }),
  timeseries('GPT API Error Rate', {
    description: {
      ko: 'GPT API 호출 가운데 오류로 끝난 비율입니다. 오류가 없으면 0이고, 호출이 없으면 선도 없습니다.',
      en: 'The share of calls to the GPT API that ended in an error: 0 where none did. Without calls there is no line.',
    },
    queries: [query(failureRatio(gpt, window), 'errors', { color: 'red' })],
    limits: [workerAlerts.outsideApiFailing],
  }),
  timeseries('GPT API Latency', {
    description: {
      ko: 'GPT API 호출 100건 중 95건이 이 시간 안에 답을 받았습니다. 건강할 때는 20초 아래입니다.',
      en: '95 of 100 calls to the GPT API were answered within this time: under 20 s in health.',
    },
    signal: responseTimeP95(gpt, window),
    legend: 'P95',
    limits: [workerAlerts.outsideApiSlow],
    expected: { to: seconds(20) },
  }),
  timeseries('Worker Queue Size', {
    description: {
      ko: '큐마다 쌓인 메시지 수(워커가 가져간 것 포함)입니다. 건강할 때는 100 아래입니다. Messages Waiting보다 훨씬 많으면 워커가 작업을 오래 붙잡고 있는 것입니다.',
      en: 'Messages in each queue, those that a worker has taken included: under 100 in health. Where it is far more than Messages Waiting, workers hold on to tasks for long.',
    },
    signal: queueLength(broker),
    legend: queue,
    expected: { to: count(100) },
  }),
]);
