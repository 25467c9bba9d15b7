import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Placed, alertsOf } from '#proof/prove-estate.js';
import { lookBack } from '#promql/expr/look-back.js';
import { runningIn } from '#synth/estate/running.js';
import { places } from '../../estate.js';
import { provesAlerts } from '../proven.js';

/** The test files of this folder, which jest runs side by side. */
const files = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.ts'))
  .sort();

/** About how long a proof takes, in seconds of its series: as far as the alert looks back, and days where it keeps hours. */
const cost = ({ alert }: Placed): number => 3_600 + lookBack(alert.expr) + (alert.during ? 4 * 86_400 : 0);

/** The estate's alerts as one part for each file, so that all take about as long: the costly alerts are dealt out first. */
const parts = (): readonly (readonly Placed[])[] => {
  const made = files.map(() => ({ cost: 0, alerts: [] as Placed[] }));
  const costs = alertsOf(runningIn({ places })).map((placed) => ({ placed, cost: cost(placed) }));
  for (const { placed, cost } of costs.sort((a, b) => b.cost - a.cost)) {
    const [least] = made.toSorted((a, b) => a.cost - b.cost);
    if (least === undefined) continue;
    least.cost += cost;
    least.alerts.push(placed);
  }
  return made.map(({ alerts }) => alerts);
};

/** Tests the part of the estate's proofs that falls to a test file: a new application needs no file of its own. */
export const provesItsShare = (url: string): void => {
  const own = files.findIndex((name) => fileURLToPath(url).endsWith(name));
  const alerts = parts()[own];
  if (alerts === undefined) throw new Error(`${url} is none of ${files.join(', ')}`);
  provesAlerts(alerts);
};
