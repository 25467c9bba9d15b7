import { yes } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type CompactorMetrics, halted } from './signals.js';
import { logsOf } from './logs.js';

/** A compactor that has stopped: it goes on running, answers that it is well, and does nothing. */
export const thanosCompactorHalted = (
  subject: Subject,
  metrics: CompactorMetrics,
): Alert<never, 'boolean'> => {
  const look = [
    query(halted(metrics)),
    commands(`${logsOf('statefulset/thanos-compactor', '--since=24h')} | grep -iE 'halt|critical error'`),
  ].join('\n\n');
  return alert('ThanosCompactorHalted', {
    limit: yes,
    for: '10m',
    severity: 'warning',
    component: 'alerting',
    when: ({ limit }) => equal(halted(metrics), limit),
    says: {
      ko: ({ for: pending }) => ({
        summary: `${subject.ko}: Thanos 컴팩터가 멈췄습니다`,
        description: `${pending} 넘게 컴팩터가 멈춘 채로 돌고 있습니다. 스스로 고치면 안 되는 블록을 만나면 그렇게 합니다. 로그에서 어느 블록 때문인지부터 확인하세요.`,
        meaning: `${subject.ko}의 Thanos 컴팩터가 오류를 만나 일을 멈췄습니다. 파드는 떠 있고 정상이라고 답합니다.`,
        impact:
          '당장 잃는 것은 없습니다. 그러나 블록이 합쳐지지 않고 다운샘플링되지 않으며 오래된 것이 지워지지 않아, 며칠이 지나면 긴 기간의 조회가 느려지고 버킷이 커집니다.',
        check: `로그에서 critical error와 블록의 이름(ULID)을 읽습니다. overlaps면 같은 외부 레이블을 가진 두 곳이 같은 버킷에 쓰고 있거나 컴팩터가 둘인 것입니다.\n\n${look}`,
        action:
          '컴팩터가 하나뿐인지, 프로메테우스마다 외부 레이블이 다른지 먼저 봅니다. 망가진 블록 하나가 원인이면 `thanos tools bucket mark`로 no-compact 표시를 하고 컴팩터를 다시 시작합니다.',
      }),
      en: ({ for: pending }) => ({
        summary: `${subject.en}: the compactor of Thanos has halted`,
        description: `For more than ${pending} the compactor has been running without doing anything, as it does once it finds blocks that it must not mend by itself. See first in its log which block it is.`,
        meaning: `The Thanos compactor of ${subject.en} has met an error and stopped working. Its pod runs, and answers that it is well.`,
        impact:
          'Nothing is lost now. But blocks are neither joined nor downsampled, and old ones are not deleted: within days long ranges are slow and the bucket grows.',
        check: `Read in the log the critical error and the name of the block (a ULID). Overlaps mean that two write into one bucket under the same external labels, or that there are two compactors.\n\n${look}`,
        action:
          'See that there is one compactor, and that each Prometheus has external labels of its own. If one broken block is the cause, mark it no-compact with `thanos tools bucket mark`, and start the compactor anew.',
      }),
    },
    proof: () => ({
      reading: {
        at: (value) => [holds(metrics.compactionHalted, {}, value)],
        well: 0,
        when: (value) => (value === '1' ? 'the compactor has halted' : 'the compactor works'),
        labels: {},
      },
    }),
  });
};
