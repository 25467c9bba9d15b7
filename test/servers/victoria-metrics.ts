import { once } from 'node:events';
import { mkdtemp, readFile, open, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestVictoriaMetrics } from '#proof/tools/tool.js';
import { eventually } from '#servers/eventually.js';
import { leash } from '#servers/leash.js';

/** A port of the loopback interface that nobody has: VictoriaMetrics does not tell which one it was given. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
};

/** Runs a real VictoriaMetrics, the newest of the distribution's archive, while `use` works with it; it and its folder are gone afterwards. */
export const withVictoriaMetrics = async <T>(use: (url: string) => Promise<T>): Promise<T> => {
  const { path } = await newestVictoriaMetrics('victoria-metrics');
  const folder = await mkdtemp(join(tmpdir(), 'victoria-metrics-'));
  const address = `127.0.0.1:${await freePort()}`;
  try {
    const log = await open(join(folder, 'log'), 'w');
    const flags = [
      `-httpListenAddr=${address}`,
      `-storageDataPath=${join(folder, 'data')}`,
      // What comes in is to be found at once, and what is old is to be taken.
      ...['-search.latencyOffset=0s', '-retentionPeriod=10y'],
    ];
    const server = leash(path, flags, { cwd: folder, output: log.fd });
    const ended = once(server, 'exit');
    server.unref();
    try {
      await once(server, 'spawn');
      await log.close();
      await eventually(
        'VictoriaMetrics to be ready',
        async () => {
          if (server.exitCode !== null)
            throw new Error(`VictoriaMetrics ended: ${await readFile(join(folder, 'log'), 'utf8')}`);
          const answer = await fetch(`http://${address}/health`).catch(() => undefined);
          return answer?.ok || undefined;
        },
        20_000,
      );
      return await use(`http://${address}`);
    } finally {
      server.ref();
      server.stdin?.end();
      await ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Sends samples in Prometheus's text format, and has VictoriaMetrics show them to queries at once, not within some seconds. */
export const importInto = async (url: string, lines: readonly string[]): Promise<void> => {
  await fetch(`${url}/api/v1/import/prometheus`, { method: 'POST', body: lines.join('\n') });
  await fetch(`${url}/internal/force_flush`);
};
