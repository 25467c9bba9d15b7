import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { alertRelabelings } from '../operator/sharding.js';
import type { RelabelConfig } from '../scraped.js';
import { eventually } from '#servers/eventually.js';
import { withServer } from '#servers/server.js';
import { taking } from './serving.js';

interface Message {
  readonly alerts: readonly { readonly labels: Readonly<Record<string, string>> }[];
}

const replicas = ['prometheus-monitoring-0', 'prometheus-monitoring-1'];

const rules = {
  groups: [{ name: 'g', interval: '200ms', rules: [{ alert: 'ShopDown', expr: 'vector(1)' }] }],
};

/** How many alerts a Prometheus has handed over. */
const sent = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^prometheus_notifications_sent_total\{.*\} (\d+)/m.exec(text)?.[1] ?? 0);
};

/** What a webhook is told by a real Alertmanager to which two real replicas hand the same alert. */
const toldBy = async (relabelings: readonly RelabelConfig[]): Promise<readonly Message[]> => {
  const messages: Message[] = [];
  const handed = new Set<string>();
  const webhook = await taking((body) => void messages.push(JSON.parse(body) as Message));
  const alertmanager = {
    route: { receiver: 'hook', group_by: ['alertname'], group_wait: '1s', group_interval: '1s' },
    receivers: [{ name: 'hook', webhook_configs: [{ url: `http://${webhook.address}/` }] }],
  };
  const prometheus = (replica: string, to: string) => ({
    global: {
      evaluation_interval: '200ms',
      external_labels: { cluster: 'seoul', prometheus_replica: replica },
    },
    rule_files: ['rules.yml'],
    alerting: {
      alert_relabel_configs: relabelings,
      alertmanagers: [{ static_configs: [{ targets: [new URL(to).host] }] }],
    },
  });
  try {
    await withServer('alertmanager', { config: JSON.stringify(alertmanager) }, (to) =>
      Promise.all(
        replicas.map((replica) =>
          withServer(
            'prometheus',
            {
              config: JSON.stringify(prometheus(replica, to)),
              beside: { 'rules.yml': JSON.stringify(rules) },
              // It evaluates before it has found the Alertmanager, and would say the same again a minute later.
              flags: ['--rules.alert.resend-delay=500ms'],
            },
            async (url) => {
              await eventually(
                `an alert of ${replica}`,
                async () => (await sent(url)) > 0 || undefined,
                15_000,
              );
              handed.add(replica);
              const both = async () => (handed.size === replicas.length && messages.length > 0) || undefined;
              await eventually('alerts of both, and a message', both, 15_000);
              // Whatever would be told anew is told within a group's interval.
              await sleep(3_000);
            },
          ),
        ),
      ),
    );
  } finally {
    webhook.close();
  }
  return messages;
};

describe('two real replicas that hand one alert to a real Alertmanager', () => {
  let dropped: readonly Message[] = [];
  let kept: readonly Message[] = [];
  beforeAll(async () => {
    [dropped, kept] = await Promise.all([toldBy(alertRelabelings()), toldBy([])]);
  }, 60_000);

  test('make one message', () => {
    expect(dropped).toHaveLength(1);
  });

  test('of one alert, which does not say whose it is', () => {
    expect(dropped.flatMap(({ alerts }) => alerts.map(({ labels }) => labels))).toEqual([
      { alertname: 'ShopDown', cluster: 'seoul' },
    ]);
  });

  test('would tell of two, were the label of the replica not dropped', () => {
    expect(kept.at(-1)?.alerts).toHaveLength(2);
  });
});
