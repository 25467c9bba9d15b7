import { test } from '@jest/globals';
import { sloGroup } from '../../../alerts/slo/slo.js';
import { alertProof } from '../../../proof/files.js';
import { prove } from '../../../proof/prove.js';
import { prometheusGroup } from '../../../alerts/rule/prometheus.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { table } from './table.js';

test('x', async () => {
  const context = { application: 'shop', namespace: 'shop', language: 'ko' } as const;
  writeFileSync('/tmp/slo-groups.json', JSON.stringify({ groups: table.map((s) => prometheusGroup(sloGroup(s), context)) }, null, 1));
    const proofs = table.flatMap((s) => { const g = sloGroup(s);
    return g.alerts.map((a) => alertProof(a, g, context)); });
    mkdirSync('/tmp/slo-proofs', { recursive: true });
    for (const p of proofs) { writeFileSync('/tmp/slo-proofs/' + p.rules.name, p.rules.text); writeFileSync('/tmp/slo-proofs/' + p.tests.name, p.tests.text); }
      const t = Date.now();
      const v = await prove(proofs);
      console.log(Date.now() - t, v.map((x) => x.refused.join('\n').slice(0, 3000)).join(''));
}, 600000);
