import { test } from '@jest/globals';
import { everywhere } from '#rehearsal/place/places.js';
import { faultsOf } from '#rehearsal/life/fault.js';
import { targetsOf } from '#rehearsal/life/targets.js';
import { unrehearsable } from '#rehearsal/drill/chosen.js';
import { places } from './estate.js';
test('x', () => {
  const lines: string[] = [];
  for (const e of everywhere({ places })) {
    const r = e.rehearsed();
    const all = faultsOf(r.application);
    const targets = targetsOf(r.application, all, r);
    lines.push(`${r.called}: ${all.length} faults, ${targets.length} targets`);
    for (const f of all.filter((f) => f.number === 0)) {
      const dealt = targets.flatMap(({ families, up }) => [...families.flatMap((x) => x.series), ...up]).filter((s) => s.fault?.id === f.id);
      const un = unrehearsable(f);
      if (un) lines.push(`  UN ${un}`);
      else if (dealt.length < f.scenario.series.length)
        lines.push(`  ${f.id}: ${dealt.length}/${f.scenario.series.length} e.g. ${f.scenario.series.filter((s) => !dealt.some((d) => d.metric.name === s.metric.name && d.course === s.course)).slice(0, 2).map((s) => s.metric.name + JSON.stringify(s.labels)).join(' ')}`);
    }
    if (r.called.includes('ojeomneo')) lines.push(...targets.map((t) => '    ' + t.job + ' ' + JSON.stringify(t.labels)).slice(0,40));
  }
  console.log(lines.join('\n'));
});
