import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { asAlerted, commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type UploadMetrics, failedUploads } from './failed-uploads.js';
import { proof } from './proof.js';

/** A failed upload to object storage, be it a single one: each is somebody's file. It resolves one window after the last. */
export const uploadFailed = (
  subject: Subject,
  metrics: UploadMetrics,
  { window = '5m' }: { readonly window?: Duration } = {},
): Alert<'bucket', 'count'> => {
  const { uploads } = metrics;
  const place = placeOf(subject);
  const { find, name } = place.exporting(uploads, [], 'a worker of the list');
  const look = (window: Duration): string =>
    [
      query(failedUploads(metrics, window)),
      commands(
        ...find,
        `${place.logs(uploads, name, '--since=15m')} | grep -iE 's3|upload'`,
        asAlerted('bucket'),
        'aws s3 ls "s3://$BUCKET"',
        'aws sts get-caller-identity',
      ),
    ].join('\n\n');
  return alert('UploadFailed', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'critical',
    when: ({ limit, window }) => above(failedUploads(metrics, window), limit),
    says: {
      ko: ({ value, limit, labels: { bucket }, window, facts }) => ({
        summary: `${subject.ko}: ${bucket} 버킷 업로드가 ${value}건 실패했습니다`,
        description: `최근 ${window} 동안 ${bucket} 버킷에 올리던 파일 ${value}건이 실패했습니다. 그 파일은 저장되지 않았을 수 있습니다. 로그에서 오류의 종류(AccessDenied, NoSuchBucket, SlowDown, 시간 초과)부터 확인하세요. 더 실패하지 않으면 ${window} 뒤 저절로 풀립니다.`,
        meaning: `${subject.ko}의 업로드가 최근 ${window} 안에 ${facts.limit.value === 0 ? '한 건이라도' : `${limit}건보다 많이`} 실패했습니다. 올리는 프로세스가 그 전부터 수집되고 있었거나 방금 시작했으면 처음 일어난 실패도 셉니다. 수집하지 못한 동안 센 실패는 언제 일어났는지 알 수 없어 알리지 않습니다.`,
        impact: '올리던 파일이 저장되지 않았습니다. 다시 시도하는 것이 없으면 그 파일은 잃습니다.',
        check: `로그에서 오류와 파일 이름을 찾고, 자격 증명과 버킷이 살아 있는지 봅니다. 몇 건이 언제부터 실패했는지는 Prometheus에서 조회합니다.\n\n${look(facts.window)}`,
        action:
          'AccessDenied면 자격 증명과 버킷 정책을, NoSuchBucket이면 설정의 버킷 이름을 고칩니다. SlowDown이나 5xx면 재시도가 처리하는지 지켜봅니다. 고친 뒤에는 실패한 것을 다시 올립니다. 큐로 처리한다면 데드 레터 큐에 남아 있을 수 있습니다.',
      }),
      en: ({ value, limit, labels: { bucket }, window, facts }) => ({
        summary: `${subject.en}: ${value} uploads to bucket ${bucket} failed`,
        description: `Over the last ${window} ${value} uploads to bucket ${bucket} failed: those files may not have been kept. See in the log first which error it is (AccessDenied, NoSuchBucket, SlowDown, a timeout). Unless more fail, this resolves by itself after ${window}.`,
        meaning: `${facts.limit.value === 0 ? 'At least one upload' : `More than ${limit} uploads`} of ${subject.en} failed within the last ${window}, the very first one included where the process that uploads was scraped before or has just started. What was counted while nobody scraped it may be old, and is not told.`,
        impact: 'A file that was uploaded was not kept. Unless something tries again it is lost.',
        check: `Find the error and the names of the files in the log, and see that the credentials and the bucket are there. Ask Prometheus how many failed and since when.\n\n${look(facts.window)}`,
        action:
          "If AccessDenied, mend the credentials or the bucket's policy; if NoSuchBucket, the bucket's name in the settings. If SlowDown or 5xx, watch whether retries get through. Then upload again what failed: where a queue does it, that may be in a dead-letter queue.",
      }),
    },
    proof: (facts) => proof(metrics, facts),
  });
};
