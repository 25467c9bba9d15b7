import type { Part } from './part.js';
import { tenantConfiguration } from './mimir/alertmanager.js';
import { alloyConfiguration } from './mimir/alloy.js';
import { mimirOf } from './mimir/engine.js';
import { loadScript } from './mimir/load.js';
import { ruleFiles } from './mimir/rules.js';

const folder = 'mimir';

/** What is loaded into a tenant of Mimir, or loads it, where its ruler or its Alertmanager does what those of a cluster would. */
export const mimir: Part = {
  folder,
  files: (cluster) => {
    const engine = mimirOf(cluster);
    if (engine === undefined || engine.rulesBy === 'prometheus') return {};
    const [byAlloy, byTool] = (['alloy', 'mimirtool'] as const).map((who) =>
      [engine.rulesBy, engine.alertmanager].includes(who),
    );
    const below: Readonly<Record<string, string>> = {
      ...(byAlloy && { 'config.alloy': alloyConfiguration(engine, cluster) }),
      ...(byTool && { 'load.sh': loadScript(engine, cluster) }),
      ...(engine.alertmanager === 'mimirtool' && { 'alertmanager.yaml': tenantConfiguration(cluster) }),
      ...Object.fromEntries(
        Object.entries(ruleFiles(engine, cluster)).map(([path, text]) => [`rules/${path}`, text]),
      ),
    };
    return Object.fromEntries(Object.entries(below).map(([path, text]) => [`${folder}/${path}`, text]));
  },
};
