import { beforeAll, describe, expect, test } from '@jest/globals';
import { alertsOf } from '../../application/application.js';
import { maintenance } from '../../apps/maintenance/index.js';
import { sogangcomputerclub } from '../../apps/sogangcomputerclub/index.js';
import { hosts } from '../../main.js';
import { type Fault, expected } from './running/fault.js';
import { type Story, story } from './running/story.js';

const club = 'sogangcomputerclub-slack/url';
const slack = 'maintenance-slack/url';
const sms = 'maintenance-sms/url';
const mail = 'oncall@maintenance.example';

/** What breaks on each host, and who is told. */
const faults: Readonly<Record<string, readonly Fault[]>> = {
  sogangcomputerclub: [
    { alert: 'DatabaseDown', told: [club] },
    { alert: 'HostMemoryHigh', labels: { instance: 'node-exporter:9100' }, told: [club] },
  ],
  maintenance: [
    { alert: 'DatabaseDown', told: [slack, sms, mail] },
    { alert: 'TooManySessions', told: [slack] },
  ],
};

/** Both at once, for most of the time they wait. */
let stories: ReadonlyMap<string, Story>;
beforeAll(async () => {
  const all = await Promise.all(
    hosts.map(async (h) => [h.application.name, await story(h, faults[h.application.name] ?? [])] as const),
  );
  stories = new Map(all);
}, 300_000);

test('x', () => {
  console.log(stories);
});
