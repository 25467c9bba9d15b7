import { duration, inSeconds } from '#ground/duration.js';
import type { Localized } from '#ground/language.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import type { Severity } from '#alerts/rule/facts.js';
import { below } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { ofOthers } from '#alerts/scenario/elsewhere.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { certificateCommands } from './commands.js';
import { type CertificateMetrics, daysLeft, known } from './probes.js';

const day = 86_400;

/** How long a certificate is good whose days are these, reckoned so that they do not change while a proof lasts. */
const expiring = (days: number): number => (days + 0.5) * day;

/** How soon it is, and what of it stands in the list, behind the address. */
interface Urgency {
  readonly name: string;
  readonly severity: Severity;
  readonly summary: Localized<(days: string) => string>;
}

const certificateExpires =
  ({ name, severity, summary }: Urgency) =>
  (
    subject: Subject,
    { certificateExpiry }: CertificateMetrics,
    { days }: { readonly days: Limit<'count'> },
  ): Alert<'instance', 'count'> => {
    const left = daysLeft({ certificateExpiry });
    const look = `${query(left)}\n\n${commands(...certificateCommands)}`;
    return alert(name, {
      limit: days,
      for: '15m',
      severity,
      when: ({ limit }) => below(left, limit),
      says: {
        ko: ({ value, limit, labels: { instance } }) => ({
          summary: `${subject.ko}: ${instance} ${summary.ko(value)}`,
          description: `${instance} 주소가 보여 주는 인증서가 ${value}일 뒤 만료됩니다(기준 ${limit}일). 만료되면 브라우저와 앱이 접속을 거부합니다. 자동 갱신이 왜 되지 않았는지, 갱신되었는데 프록시가 옛 파일을 쓰고 있지는 않은지부터 확인하세요.`,
          meaning: `${subject.ko}의 주소가 보여 주는 인증서 가운데 가장 먼저 만료되는 것이 ${limit}일 안에 만료됩니다. 이미 만료되었거나, 이름이 다르거나, 서명을 믿을 수 없는 인증서는 접속 자체가 실패해 만료일도 알 수 없으므로, 그것은 EndpointDown이 알립니다.`,
          impact:
            '만료될 때까지는 아무도 모릅니다. 만료되는 순간부터 브라우저는 경고를 띄우고, 앱과 다른 서비스는 접속하지 못합니다.',
          check: `서버가 실제로 보여 주는 인증서의 만료일(notAfter)과 이름을 봅니다. 갱신된 파일이 있는데 옛 것을 보여 주면 프록시가 다시 읽지 않은 것입니다. cert-manager라면 \`kubectl get certificate,certificaterequest,order,challenge -A\`에서, certbot이라면 \`certbot certificates\`와 그 로그에서 왜 실패했는지 봅니다. 중간 인증서가 먼저 만료될 수도 있습니다.\n\n${look}`,
          action:
            '갱신을 막은 것(DNS 레코드, 80 포트, 발급 한도, 권한)을 고치고 다시 발급합니다. 프록시가 새 파일을 읽게 하고(nginx라면 `nginx -s reload`), 만료일이 바뀌었는지 다시 봅니다. 손으로 갱신하는 인증서라면 지금 신청합니다.',
        }),
        en: ({ value, limit, labels: { instance } }) => ({
          summary: `${subject.en}: the certificate of ${instance} ${summary.en(value)}`,
          description: `The certificate that ${instance} shows expires in ${value} days (limit ${limit}). From then on browsers and apps refuse to connect. See first why it was not renewed by itself, or whether it was and the proxy still shows the old one.`,
          meaning: `Of the certificates that an address of ${subject.en} shows the first to expire does so within ${limit} days. Of one that is expired already, that is of another name, or that nobody known has signed, no date is seen, since connecting fails: EndpointDown tells of that.`,
          impact:
            'Nobody notices until it expires. From that moment on browsers warn, and apps and other services cannot connect.',
          check: `See what the server really shows: until when (notAfter), and of which name. If there is a new file and the old one is shown, the proxy has not read it. With cert-manager, see by \`kubectl get certificate,certificaterequest,order,challenge -A\` why it failed; with certbot, by \`certbot certificates\` and its log. It may be a certificate in between that expires first.\n\n${look}`,
          action:
            'Mend what kept it from being renewed (a DNS record, port 80, a limit of the issuer, rights), and have it issued again. Have the proxy read the new file (nginx: `nginx -s reload`), and look at the date again. If it is renewed by hand, ask for one now.',
        }),
      },
      proof: ({ limit, for: pending }) => {
        const labels = oneOf(certificateExpiry, ['instance']);
        const [hours, whole] = [2, Math.ceil(limit.value)];
        // A second less than so many days from when the fault begins.
        const runsOut = hours * 3600 + whole * day - 1;
        const renewed = expiring(whole + 90);
        return {
          reading: {
            at: (days, labels) => [holds(certificateExpiry, labels, expiring(days))],
            well: limit.value + 60,
            when: (days) => `a certificate is good for ${days} days`,
            labels,
          },
          fires: [
            {
              when: 'time passes, and nobody renews a certificate',
              series: [holds(certificateExpiry, labels, { was: runsOut, becomes: runsOut, then: renewed })],
              after: `${hours}h`,
              labels,
              value: String(whole - 1),
            },
            ...(inSeconds(pending) < inSeconds(known) / 2
              ? [
                  {
                    when: 'a certificate expires, and is seen no more',
                    series: [
                      holds(certificateExpiry, labels, {
                        was: runsOut,
                        becomes: 'missing' as const,
                        then: renewed,
                      }),
                    ],
                    after: `${hours}h` as const,
                    within: duration(inSeconds(pending) + 60),
                    lasts: duration(inSeconds(known) / 2 + 60),
                    labels,
                    value: String(whole - 1),
                  },
                ]
              : []),
          ],
          quiet: [
            {
              when: 'a certificate of somebody else expires',
              series: [
                holds(certificateExpiry, labels, renewed),
                ...ofOthers(certificateExpiry, labels, expiring(0)),
              ],
            },
          ],
        };
      },
    });
  };

/** A certificate that should have been renewed by now: by itself that happens when a third of its time is left, of 90 days 30. */
export const certificateExpiresSoon = certificateExpires({
  name: 'CertificateExpiresSoon',
  severity: 'warning',
  summary: {
    ko: (days) => `인증서가 ${days}일 뒤 만료됩니다`,
    en: (days) => `expires in ${days} days`,
  },
});

/** A certificate that is to be renewed now, whatever else there is to do. */
export const certificateAlmostExpired = certificateExpires({
  name: 'CertificateAlmostExpired',
  severity: 'critical',
  summary: {
    ko: (days) => `인증서를 지금 갱신해야 합니다. ${days}일 남았습니다`,
    en: (days) => `must be renewed now, it is good for ${days} more days`,
  },
});
