import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { type StorageMetrics, failedWrites } from './signals.js';

/**
 * A Prometheus that cannot write what it scrapes, as on a disk that is full. It tells so while there is room for the little that it
 * writes about itself: blocks fail hours before the write-ahead log does. Afterwards it has no series at all, and MonitoringDown tells.
 */
export const storageFailing = (
  subject: Subject,
  metrics: StorageMetrics,
  { window = '30m' }: { readonly window?: Duration } = {},
): Alert<never, 'count'> => {
  const { watcher } = placeOf(subject);
  const { logs, exec } = watcher('prometheus');
  const look = (window: Duration): string =>
    [
      query(failedWrites(metrics, window)),
      commands(exec('df -h /prometheus'), `${logs('--since=3h')} | grep -iE 'err|no space'`),
    ].join('\n\n');
  return alert('PrometheusStorageFailing', {
    // It tries again every minute; once is an accident.
    limit: count(3),
    window,
    for: '5m',
    severity: 'critical',
    component: 'alerting',
    when: ({ limit, window }) => above(failedWrites(metrics, window), limit),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: Prometheus가 지표를 ${value}번 저장하지 못했습니다`,
        description: `최근 ${window} 동안 Prometheus가 디스크에 ${value}번 쓰지 못했습니다(기준 ${limit}번). 이대로 두면 새 지표를 저장하지 못해 모든 알림이 앞을 보지 못합니다. 디스크가 가득 찼는지부터 확인하세요.`,
        meaning: `${subject.ko}의 Prometheus가 최근 ${window} 동안 블록이나 로그(WAL)를 디스크에 ${limit}번보다 많이 쓰지 못했습니다.`,
        impact:
          '디스크가 가득 차면 새로 수집한 것이 남지 않습니다. 그러면 있던 것이 사라졌다고 보는 알림은 한꺼번에 울리고, 나머지는 무슨 일이 있어도 울리지 않습니다.',
        check: `남은 공간과 로그의 오류를 봅니다. no space left on device면 디스크, out-of-order나 corrupt가 보이면 망가진 블록, permission denied면 볼륨의 소유자가 문제입니다.\n\n${look(facts.window)}`,
        action:
          '디스크가 가득 찼으면 공간을 늘리거나 보관 기간과 크기(`--storage.tsdb.retention.time`, `--storage.tsdb.retention.size`)를 줄입니다. 같은 디스크를 다른 것이 채웠으면 그것부터 비웁니다. 블록이 망가졌으면 로그가 말하는 블록의 폴더를 데이터 폴더 밖으로 옮기고 다시 시작합니다. 그 블록의 시간은 잃습니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: Prometheus could not keep its metrics, ${value} times`,
        description: `Over the last ${window} Prometheus failed ${value} times to write to its disk (limit ${limit}). If this goes on nothing new is kept, and every alert is blind. See first whether the disk is full.`,
        meaning: `The Prometheus of ${subject.en} has failed more than ${limit} times over the last ${window} to write its blocks, or its log (WAL), to disk.`,
        impact:
          'On a disk that is full nothing that is scraped is kept. Then alerts on what is gone fire all at once, and the others stay quiet whatever happens.',
        check: `See how much space is left, and the errors in the log. No space left on device is the disk, out-of-order or corrupt a broken block, permission denied the owner of the volume.\n\n${look(facts.window)}`,
        action:
          'If the disk is full, give it more, or keep less (`--storage.tsdb.retention.time`, `--storage.tsdb.retention.size`). If something else has filled it, clear that first. If a block is broken, move the folder that the log names out of the data folder, and start Prometheus anew: the time of that block is lost.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.compactionsFailed, metrics.checkpointsFailed, metrics.walWritesFailed],
          by: [],
          when: (times) => `writing fails, ${times} times within the window`,
        },
        facts,
      ),
  });
};
