import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrumentation } from 'cheomseong/instrumentation';
import { answeringBy } from '../../servers/serving.js';
import { lighthouseResult } from './lighthouse-results.js';
import { filesOf } from './running.js';
import { folder, write } from './written.js';

/**
 * What node_exporter would tell of the file that the script writes, whose lines it hands on as they are: `/?score=0.6` has Lighthouse find
 * that, and the script write it.
 */
export const lighthouseFileServed =
  (module: Instrumentation) =>
  async <T>(use: (url: string) => Promise<T>): Promise<T> => {
    const root = folder();
    write(root, filesOf({ module, application: { name: 'maintenance', title: 'Maintenance' } }));
    const found = (score: number, speedIndex: number): void => {
      const run = {
        ...{ url: 'https://maintenance.example/', at: new Date().toISOString() },
        ...{ score, speedIndex, requests: [{ resourceType: 'Script', transferSize: 90_000 }] },
      };
      write(root, { '.lighthouseci/lhr-1.json': lighthouseResult(run) });
      execFileSync(process.execPath, ['lighthouse.mjs', '.lighthouseci', 'lighthouse.prom'], { cwd: root });
    };
    found(0.96, 1800);
    const server = await answeringBy((path) => {
      const asked = new URL(path, 'http://host').searchParams;
      if (asked.size > 0) found(Number(asked.get('score') ?? 0.96), Number(asked.get('speedIndex') ?? 1800));
      return readFileSync(join(root, 'lighthouse.prom'), 'utf8');
    });
    return use(`http://${server.address}`).finally(() => {
      server.close();
      rmSync(root, { recursive: true, force: true });
    });
  };
