import { type Duration, inSeconds } from '#ground/duration.js';
import { spoken } from '#ground/spoken.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { type Behaviour, holds } from '#alerts/scenario/behaviour.js';
import { oneOf, withLabels } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type LighthouseRuns, lookedAt, readerAnswers } from './pages.js';

/** Where CI puts its results on the machine, unless an application says another: below a usual folder of node_exporter's `textfiles`. */
const resultsFile = '/var/lib/node_exporter/textfile/lighthouse.prom';

/** Lighthouse of which nothing was heard for long: what it would find, nobody is told. */
export const lighthouseResultsMissing = (
  subject: Subject,
  metrics: LighthouseRuns,
  { within = '8d', file = resultsFile }: { readonly within?: Duration; readonly file?: `/${string}` } = {},
): Alert<never, 'count'> => {
  const { measured, up } = metrics;
  const past = spoken(within);
  const look = [
    commands(`ls -l ${file}`, `grep ${measured.info.name} ${file}`),
    query(lookedAt(metrics, within)),
  ].join('\n\n');
  return alert('LighthouseResultsMissing', {
    limit: count(0),
    for: '1h',
    severity: 'warning',
    component: 'website',
    when: ({ limit }) => equal(lookedAt(metrics, within), limit),
    knownBy: () => readerAnswers(metrics),
    says: {
      ko: () => ({
        summary: `${subject.ko}: ${past.ko} 동안 Lighthouse의 결과가 오지 않았습니다`,
        description: `최근 ${past.ko} 안에 Lighthouse가 본 페이지가 없습니다. CI의 Lighthouse 작업이 돌았는지, 그 결과 파일이 node_exporter가 읽는 폴더에 놓였는지 순서로 확인하세요.`,
        meaning: `CI는 Lighthouse를 돌린 뒤 결과를 파일로 적어 ${subject.ko}의 머신에 놓고, node_exporter가 그것을 읽습니다. 그 파일이 없거나, 적힌 시각이 모두 ${past.ko}보다 오래되었습니다. 파일이 사라지면 한 시간쯤 뒤에 알리지만, 작업이 멈추면 마지막 결과가 ${past.ko}을 넘긴 뒤에야 알립니다. node_exporter가 답하지 않는 동안에는 알리지 않습니다.`,
        impact:
          '지금은 없습니다. 다만 웹사이트가 느려지거나 번들이 커져도 사용자의 브라우저가 알려 올 때까지 모릅니다.',
        check: `CI에서 마지막 Lighthouse 작업과 그 로그를 보고, 머신에서 파일의 시각과 권한(모두가 읽을 수 있는지), 페이지마다 적힌 시각(유닉스 초)을 봅니다.\n\n${look}`,
        action:
          '실패한 작업을 고쳐 다시 돌립니다. 파일을 옮기는 단계가 막혔으면(SSH 키, 폴더의 권한) 그것을 고칩니다. 한동안 배포하지 않는다면 작업을 매주 돌도록 예약합니다.',
      }),
      en: () => ({
        summary: `${subject.en}: no results of Lighthouse for ${past.en}`,
        description: `There is no page that Lighthouse has looked at within ${past.en}. See whether its job in CI has run, and whether the file of its results came into the folder that node_exporter reads, in this order.`,
        meaning: `CI runs Lighthouse and writes what it found as a file on the machine of ${subject.en}, which node_exporter reads. The file is missing, or all that it tells is older than ${past.en}. A file that is gone is told of after about an hour; a job that has stopped only once its last results are older than ${past.en}. While node_exporter does not answer it stays quiet.`,
        impact:
          'None yet. But if the website becomes slow or its bundle large, nobody knows before the browsers of its users tell.',
        check: `Look at the last job of Lighthouse in CI and at its log, and on the machine at the file: when it was written, whether everybody may read it, and the time (Unix seconds) that it has of each page.\n\n${look}`,
        action:
          'Mend the job and run it again. If the step that moves the file fails (an SSH key, rights of the folder), mend that. If nothing is deployed for long, let the job run each week.',
      }),
    },
    proof: () => {
      const labels = oneOf(measured, ['page']);
      const answers = holds(up, {}, 1);
      const ago = (seconds: number) => holds(measured, labels, -seconds);
      /** Looked at in every second, as a clock goes. */
      const always: Behaviour = {
        ...holds(measured, labels, 0),
        course: { type: 'counter', perSecond: 1, events: [] },
      };
      /** Targets that are somebody else's by one label each. */
      const others = up.matchers
        .filter(({ operator }) => operator === '=')
        .map(({ label }) => withLabels({ [label]: 'another' })(holds(up, {}, 1)));
      const long = inSeconds(within);
      return {
        reading: {
          at: (value) => [
            answers,
            ...Array.from({ length: value }, (_, i) => holds(measured, { page: `/${i}` }, 0)),
            holds(measured, { page: '/old' }, -long),
          ],
          well: 2,
          boundary: { over: 0, under: 1 },
          when: (value) => (value === '0' ? 'all results are old' : 'a page was looked at today'),
          labels: {},
          gone: { reads: 0, when: 'the file is gone', beside: [answers] },
        },
        quiet: [
          {
            when: 'node_exporter does not answer, which is told by another alert',
            series: [
              holds(up, {}, { was: 1, becomes: 0 }),
              holds(measured, labels, { was: 0, becomes: 'missing' }),
            ],
          },
          { when: 'the last result is hardly less old than may be', series: [answers, ago(long - 86_400)] },
          {
            when: 'node_exporter does not answer, and others do',
            series: [
              holds(up, {}, { was: 1, becomes: 0 }),
              ...others,
              holds(measured, labels, { was: 0, becomes: 'missing' }),
            ],
          },
          {
            when: 'a page is looked at all the time',
            series: [answers, always],
          },
          {
            when: 'one of two machines has new results of a page, the other old ones',
            series: [
              answers,
              withLabels({ instance: 'new' })(always),
              withLabels({ instance: 'old' })(holds(measured, labels, -2 * long)),
            ],
          },
        ],
      };
    },
  });
};
