import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Files } from '#hosts/text.js';
import { type DockerHost, withDockerHost } from './docker.js';

const kept: Files = {
  'prometheus/wal/00000000': 'samples',
  'prometheus/.hidden': 'too',
  'alertmanager/silences': 'silences',
  'grafana/grafana.db': 'users and preferences',
};
const stop = 'compose stop prometheus alertmanager grafana';
const start = 'compose start prometheus alertmanager grafana';
const inBackup = expect.stringMatching(/^compose run --rm -T backup /);

/** Every file below a folder, by its path. */
const filesBelow = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
const volumesOf = ({ folder }: DockerHost): Files => filesBelow(join(folder, 'data'));
const backupsOf = ({ folder }: DockerHost): readonly string[] => readdirSync(join(folder, 'backups'));
const change = ({ folder }: DockerHost, path: string, text: string): void =>
  writeFileSync(join(folder, 'data', path), text);

const onHost = <T>(work: (on: DockerHost) => Promise<T>): Promise<T> => withDockerHost(kept, work);
/** A host on which a backup has been made; what Docker is asked from then on. */
const onBackedUpHost = <T>(
  work: (on: DockerHost, file: string, asked: DockerHost['asked']) => Promise<T>,
): Promise<T> =>
  onHost(async (on) => {
    await on.script(['backup.sh']);
    const before = (await on.asked()).length;
    return work(on, `backups/${backupsOf(on)[0]}`, async () => (await on.asked()).slice(before));
  });

describe('a backup', () => {
  test('is made while the servers are stopped, which start again', () =>
    onHost(async ({ script, asked }) => {
      await script(['backup.sh']);
      expect(await asked()).toEqual([stop, inBackup, start]);
    }));

  test('is one file, called after the moment', () =>
    onHost(async (on) => {
      await on.script(['backup.sh']);
      expect(backupsOf(on)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.tar\.gz$/)]);
    }));

  test('says where it is', () =>
    onHost(async (on) => {
      const { stdout } = await on.script(['backup.sh']);
      expect(stdout).toBe(`Written: backups/${backupsOf(on)[0]}\n`);
    }));

  test('can be made from any folder', () =>
    onHost(async (on) => {
      await on.script(['-c', `cd / && sh ${join(on.folder, 'backup.sh')}`]);
      expect(backupsOf(on)).toHaveLength(1);
    }));

  test('that fails lets the servers start again', () =>
    onHost(async ({ script, asked }) => {
      await script(['backup.sh'], { FAILS_AT: 'tar -czf' });
      expect((await asked()).at(-1)).toBe(start);
    }));

  test.each(['tar -czf', 'compose stop', 'compose start'])('says by its exit code that %s failed', (what) =>
    onHost(async ({ script }) => {
      const { exitCode } = await script(['backup.sh'], { FAILS_AT: what });
      expect(exitCode).toBe(1);
    }),
  );

  test('that is interrupted lets the servers start again', () =>
    onHost(async ({ interrupted, asked }) => {
      await interrupted(['backup.sh'], 'tar -czf');
      expect((await asked()).at(-1)).toBe(start);
    }));

  test('that is interrupted before all servers have stopped lets them start again', () =>
    onHost(async ({ interrupted, asked }) => {
      await interrupted(['backup.sh'], 'compose stop');
      expect(await asked()).toEqual([stop, start]);
    }));

  test('that is interrupted says so by its exit code', () =>
    onHost(async ({ interrupted }) => {
      expect(await interrupted(['backup.sh'], 'tar -czf')).toBe(1);
    }));

  test('that is cut off does not look like one', () =>
    onHost(async (on) => {
      const { folder, script } = on;
      const diskIsFull = '#!/bin/sh\necho half > "$2"\nexit 1\n';
      writeFileSync(join(folder, 'bin/tar'), diskIsFull, { mode: 0o755 });
      await script(['backup.sh']);
      expect(backupsOf(on)).toEqual(['.part']);
    }));
});

describe('a backup that is restored', () => {
  test('gives the same files', () =>
    onBackedUpHost(async (on, file) => {
      change(on, 'grafana/grafana.db', 'nothing');
      await on.script(['restore.sh', file]);
      expect(volumesOf(on)).toEqual(kept);
    }));

  test('takes away what has come since', () =>
    onBackedUpHost(async (on, file) => {
      change(on, 'prometheus/wal/00000001', 'samples since');
      change(on, 'grafana/.since', 'hidden');
      await on.script(['restore.sh', file]);
      expect(Object.keys(volumesOf(on))).toEqual(Object.keys(kept).sort());
    }));

  test('is checked first, and put back while the servers are stopped, which start again', () =>
    onBackedUpHost(async ({ script }, file, asked) => {
      await script(['restore.sh', file]);
      expect(await asked()).toEqual([
        expect.stringContaining('backup tar -tzf /backups/'),
        stop,
        expect.stringContaining('backup sh -c find /data'),
        start,
      ]);
    }));

  test('says so', () =>
    onBackedUpHost(async ({ script }, file) => {
      expect((await script(['restore.sh', file])).stdout).toBe(`Restored: ${file}\n`);
    }));

  test('may be named by its whole path', () =>
    onBackedUpHost(async ({ folder, script }, file) => {
      expect((await script(['restore.sh', join(folder, file)])).exitCode).toBe(0);
    }));

  test('that cannot be put back lets the servers start again', () =>
    onBackedUpHost(async ({ script }, file, asked) => {
      await script(['restore.sh', file], { FAILS_AT: 'tar -xzf' });
      expect((await asked()).at(-1)).toBe(start);
    }));

  test('that cannot be put back says so by its exit code', () =>
    onBackedUpHost(async ({ script }, file) => {
      expect((await script(['restore.sh', file], { FAILS_AT: 'tar -xzf' })).exitCode).toBe(1);
    }));
});

describe('what is refused to be restored:', () => {
  const make = (on: DockerHost, path: string, content: string | Buffer): string => {
    writeFileSync(join(on.folder, path), content);
    return path;
  };
  const cut = (on: DockerHost, file: string): string => {
    const whole = readFileSync(join(on.folder, file));
    return make(on, 'backups/cut.tar.gz', whole.subarray(0, whole.length / 2));
  };
  const another = async (on: DockerHost): Promise<string> => {
    await on.script(['-c', 'tar -czf backups/another.tar.gz -C data/grafana .']);
    return 'backups/another.tar.gz';
  };
  const faulty: readonly (readonly [
    what: string,
    file: (on: DockerHost, backup: string) => string | Promise<string>,
    said: string,
  ])[] = [
    ['nothing', () => '', 'name the backup'],
    ['a file that is not there', () => 'backups/none.tar.gz', 'backups/none.tar.gz: there is no such file'],
    ['a folder', () => 'backups', 'backups: there is no such file'],
    ['a file elsewhere', (on) => make(on, 'x.tar.gz', 'x'), 'x.tar.gz: copy it into backups/ first'],
    [
      'a file that is no archive',
      (on) => make(on, 'backups/x', 'x'),
      'backups/x: is no whole backup; nothing was changed',
    ],
    ['an archive that is cut off', cut, 'backups/cut.tar.gz: is no whole backup; nothing was changed'],
    ['an archive of something else', another, 'backups/another.tar.gz: is no whole backup'],
  ];

  describe.each(faulty)('%s', (_, file, said) => {
    const refused = onBackedUpHost(async (on, backup, asked) => ({
      ...(await on.script(['restore.sh', await file(on, backup)])),
      asked: await asked(),
      volumes: volumesOf(on),
    }));

    test('in a sentence', async () => {
      expect((await refused).stderr).toContain(said);
    });

    test('by the exit code', async () => {
      expect((await refused).exitCode).toBeGreaterThan(0);
    });

    test('before a server is stopped', async () => {
      expect((await refused).asked).not.toContain(stop);
    });

    test('before anything is deleted', async () => {
      expect((await refused).volumes).toEqual(kept);
    });
  });
});
