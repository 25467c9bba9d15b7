import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { asAlerted, commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { logsOf } from './logs.js';
import { type ShipperMetrics, failedUploads } from './signals.js';

/** Blocks that do not reach the bucket: they are still on the disk of Prometheus, until that forgets them. */
export const thanosUploadsFailing = (
  subject: Subject,
  metrics: ShipperMetrics,
  { window = '30m' }: { readonly window?: Duration } = {},
): Alert<'pod', 'count'> => {
  const look = (window: Duration): string =>
    [
      query(failedUploads(metrics, window)),
      commands(asAlerted('pod'), `${logsOf('"$POD"', '--all-containers --since=1h')} | grep -i 'upload'`),
    ].join('\n\n');
  return alert('ThanosUploadsFailing', {
    // A bucket that is away once is asked anew within half a minute.
    limit: count(3),
    window,
    for: '5m',
    severity: 'warning',
    component: 'alerting',
    when: ({ limit, window }) => above(failedUploads(metrics, window), limit),
    says: {
      ko: ({ value, limit, labels: { pod }, window, facts }) => ({
        summary: `${subject.ko}: ${pod}의 블록을 버킷에 ${value}번 쓰지 못했습니다`,
        description: `최근 ${window} 동안 ${pod}에서 블록을 버킷에 쓰는 일이 ${value}번 실패했습니다(기준 ${limit}번). 블록은 아직 디스크에 있지만 보존 기간이 지나면 사라집니다. 로그에서 버킷이 무엇이라고 답했는지부터 확인하세요.`,
        meaning: `${subject.ko}의 파드 하나가 최근 ${window} 동안 블록을 버킷에 ${limit}번보다 많이 쓰지 못했습니다.`,
        impact:
          '버킷에 없는 기간은 프로메테우스의 디스크에서만 조회됩니다. 보존 기간 안에 고치지 못하면 그 기간의 장기 데이터를 영영 잃습니다.',
        check: `로그에서 오류를 읽습니다. AccessDenied나 403이면 Secret의 키나 권한, NoSuchBucket이면 이름, timeout이면 네트워크입니다.\n\n${look(facts.window)}`,
        action:
          'Secret의 키를 새로 만들었으면 파드를 다시 시작해야 읽습니다. 권한이 빠졌으면 쓰기와 목록 권한을 줍니다. 고치면 밀린 블록은 저절로 올라갑니다.',
      }),
      en: ({ value, limit, labels: { pod }, window, facts }) => ({
        summary: `${subject.en}: blocks of ${pod} were not written into the bucket, ${value} times`,
        description: `Over the last ${window} writing a block of ${pod} into the bucket failed ${value} times (limit ${limit}). It is still on the disk, until the retention ends it there. See first in the log what the bucket answered.`,
        meaning: `A pod of ${subject.en} has failed to write blocks into the bucket more than ${limit} times over the last ${window}.`,
        impact:
          'What is not in the bucket is read from the disk of Prometheus alone. If it is not mended within the retention of that, these hours are lost for good.',
        check: `Read the error in the log. AccessDenied or 403 points to the key in the Secret or to its rights, NoSuchBucket to the name, a timeout to the network.\n\n${look(facts.window)}`,
        action:
          'If the key in the Secret was made anew, start the pod anew, so that it reads it. If rights are missing, give those to write and to list. Once it is mended, the blocks that waited follow by themselves.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.uploadFailures],
          by: ['pod'],
          when: (times) => `${times} uploads fail within the window`,
        },
        facts,
      ),
  });
};
