import { expect, test } from '@jest/globals';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { email } from '#routing/receiver/email.js';
import { routing } from '#routing/routing.js';
import { type Mail, openMailbox } from '#rehearsal/stage/mailbox.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { startAlertmanager } from './alertmanager.js';
import { storm } from './storm.js';

test('the real Alertmanager mails of a storm by a relay that offers no TLS, greets it as told, and names the worst (mistake 51)', async () => {
  const mails: Mail[] = [];
  let arrived: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (arrived = resolve));
  const mailbox = await openMailbox((mail) => {
    mails.push(mail);
    arrived();
  });
  const mail = email({
    to: ['oncall@example.org'],
    from: 'alerts@example.org',
    smarthost: `127.0.0.1:${Number(mailbox.address.split(':')[1])}`,
    requireTLS: false,
    hello: 'monitoring.example.org',
  });
  const told = routing({
    language: 'en',
    receivers: { mail },
    route: { receiver: 'mail', groupBy: ['application'], groupWait: '1s' },
  });
  const manifest = {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: 'shop', namespace: 'shop-prod' },
    spec: alertmanagerConfigSpec(told),
  };
  const alertmanager = await startAlertmanager(alertmanagerYml([manifest], {}));
  try {
    await alertmanager.post(storm.alerts.map((each) => ({ ...each, startsAt: new Date().toISOString() })));
    await first;
    expect(mails).toEqual([
      {
        hello: 'monitoring.example.org',
        to: ['oncall@example.org'],
        text: expect.stringMatching(
          /Subject: \[21 firing\] several alerts shop: ServiceDown \(critical\)\n[^]*■ Shop is down[^]*is slow/,
        ),
      },
    ]);
  } finally {
    await alertmanager.stop();
    await mailbox.close();
  }
});
