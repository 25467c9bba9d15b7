import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { locate, locateNewest } from '#proof/tools/locate.js';
import type { ToolName } from '#proof/tools/requirements.js';
import {
  type Archive,
  type Machine,
  debian12,
  debian13,
  machine,
  program,
  provideArchive,
} from './machine.js';

const machines: Machine[] = [];
afterEach(() => Promise.all(machines.splice(0).map(({ folder }) => rm(folder, { recursive: true }))));

const withPrograms = async (programs: Readonly<Record<string, string>> = {}) => {
  const made = await machine(programs);
  machines.push(made);
  return made;
};
const withArchive = async (archive: Archive = debian12, programs: Readonly<Record<string, string>> = {}) => {
  const made = await withPrograms(programs);
  await provideArchive(made, archive);
  return made;
};

/** Where the programs were found, as paths within the machine. */
const found = async (at: Machine, ...names: ToolName[]) =>
  (await locate(names, at)).map(({ path }) => path.replace(at.folder, ''));

/** Why the programs cannot be had. */
const refusal = (at: Machine, ...names: ToolName[]) =>
  locate(names, at).then(
    (found) => `found ${found.map(({ path }) => path).join(', ')}`,
    (error: Error) => error.message.replaceAll(at.folder, ''),
  );

describe('a program on PATH', () => {
  test('is taken when its release will do', async () => {
    const at = await withPrograms({ promtool: program('promtool', '3.5.0') });
    expect(await found(at, 'promtool')).toEqual(['/bin/promtool']);
  });

  test('is taken rather than fetched', async () => {
    const at = await withArchive(debian12, { promtool: program('promtool', '3.5.0') });
    await locate(['promtool'], at);
    expect(await at.asked()).toEqual([]);
  });

  test("is taken under Debian's name for Alertmanager", async () => {
    const at = await withPrograms({ 'prometheus-alertmanager': program('alertmanager', '0.25.0') });
    expect(await found(at, 'alertmanager')).toEqual(['/bin/prometheus-alertmanager']);
  });

  test('is passed over for one further down PATH when it is too old', async () => {
    const newer = await withPrograms({ promtool: program('promtool', '2.53.0') });
    const at = await withPrograms({ promtool: program('promtool', '2.24.1') });
    const both = { ...at, searchPath: `${at.searchPath}:${newer.searchPath}` };
    expect((await locate(['promtool'], both))[0].path).toBe(join(newer.searchPath, 'promtool'));
  });

  test('is passed over for one from the archive when it is too old', async () => {
    const at = await withArchive(debian12, { promtool: program('promtool', '2.24.1') });
    expect(await found(at, 'promtool')).toEqual(['/cache/prometheus/bin/promtool']);
  });
});

describe('a program that is not on PATH', () => {
  test('is fetched from the archive', async () => {
    const at = await withArchive();
    expect(await found(at, 'promtool', 'alertmanager')).toEqual([
      '/cache/prometheus/bin/promtool',
      '/cache/prometheus-alertmanager/bin/prometheus-alertmanager',
    ]);
  });

  test('is fetched together with all others that are missing', async () => {
    const at = await withArchive();
    await locate(['promtool', 'prometheus', 'amtool'], at);
    expect(await at.asked()).toEqual([
      'update',
      'download promtool',
      'download prometheus prometheus-alertmanager',
    ]);
  });

  test('is fetched without what is there', async () => {
    const at = await withArchive(debian12, { promtool: program('promtool', '3.5.0') });
    await locate(['promtool', 'amtool'], at);
    expect(await at.asked()).toEqual(['update', 'download prometheus-alertmanager']);
  });

  test('is fetched from a package of its own where the distribution has one', async () => {
    const at = await withArchive(debian13);
    expect(await found(at, 'promtool', 'prometheus', 'amtool')).toEqual([
      '/cache/promtool/bin/promtool',
      '/cache/prometheus/bin/prometheus',
      '/cache/prometheus-alertmanager/bin/amtool',
    ]);
  });

  test('is announced before it is fetched', async () => {
    const at = await withArchive();
    await locate(['promtool'], at);
    expect(at.announced).toEqual([
      `Fetching promtool from the distribution's archive into ${at.cacheFolder}, this once.`,
    ]);
  });

  test('is there from then on without an archive', async () => {
    const at = await withArchive();
    await locate(['promtool'], at);
    await at.uninstall('apt-get');
    expect(await found(at, 'promtool')).toEqual(['/cache/prometheus/bin/promtool']);
  });

  test('is fetched once by many who need it at the same time', async () => {
    const at = await withArchive();
    await Promise.all(Array.from({ length: 4 }, () => locate(['promtool', 'amtool'], at)));
    expect((await at.asked()).filter((call) => call === 'update')).toHaveLength(1);
  });

  test('leaves nothing but itself in the cache', async () => {
    const at = await withArchive();
    await mkdir(join(at.cacheFolder, 'fetch-aborted'), { recursive: true });
    await locate(['promtool'], at);
    expect((await readdir(at.cacheFolder)).sort()).toEqual(['lock', 'prometheus']);
  });

  test.each([
    ['that an aborted fetch left without its programs', ''],
    ['that does not run', '#!/no/such/interpreter\n'],
    ['that has become too old', program('promtool', '2.24.1')],
  ])('is fetched again when the cache holds one %s', async (_, text) => {
    const at = await withArchive();
    const bin = join(at.cacheFolder, 'prometheus', 'bin');
    await mkdir(bin, { recursive: true });
    if (text !== '') await writeFile(join(bin, 'promtool'), text, { mode: 0o755 });
    await locate(['promtool'], at);
    expect(await readFile(join(bin, 'promtool'), 'utf8')).toBe(debian12.prometheus?.['promtool']);
  });

  test('is not taken from a package that could not be unpacked whole', async () => {
    const at = await withArchive();
    await at.install({
      'dpkg-deb': `#!/bin/sh\n/bin/mkdir -p "$3"/usr/bin\n/bin/cp /bin/sh "$3"/usr/bin/promtool\necho "no space left" >&2\nexit 2\n`,
    });
    await refusal(at, 'promtool');
    expect(await readdir(at.cacheFolder)).toEqual(['lock']);
  });

  test('looks for the files of its package from the folder it lies in', async () => {
    const path = '/usr/share/prometheus/alertmanager/default.tmpl';
    const alertmanager = `${program('alertmanager', '0.25.0')}# ${path} ${path}\n`;
    const at = await withArchive({ 'prometheus-alertmanager': { 'prometheus-alertmanager': alertmanager } });
    const [fetched] = await locate(['alertmanager'], at);
    const relative = './../share/prometheus/alertmanager/default.tmpl';
    expect(await readFile(fetched.path, 'utf8')).toBe(alertmanager.replaceAll(path, relative));
  });
});

describe('a program that somebody chose', () => {
  const choosing = (at: Machine, promtool: string): Machine => ({ ...at, chosen: { promtool } });
  const onPath = { promtool: program('promtool', '2.42.0'), 'promtool-3': program('promtool', '3.5.0') };

  test('is taken by its file instead of the one on PATH', async () => {
    const at = await withPrograms(onPath);
    expect(await found(choosing(at, join(at.searchPath, 'promtool-3')), 'promtool')).toEqual([
      '/bin/promtool-3',
    ]);
  });

  test('is taken by its name on PATH', async () => {
    const at = choosing(await withPrograms(onPath), 'promtool-3');
    expect(await found(at, 'promtool')).toEqual(['/bin/promtool-3']);
  });

  test('is refused, and no other taken, when it is another program', async () => {
    const at = choosing(
      await withArchive(debian12, { ...onPath, other: program('amtool', '0.25.0') }),
      'other',
    );
    expect(await refusal(at, 'promtool')).toMatchInlineSnapshot(`
      "The proofs need promtool 2.42 or newer, but of what was chosen /bin/other is not promtool: it answers --version with "amtool, version 0.25.0 (branch: HEAD, revision: 225c61122d88)".
      Choose another by PROMTOOL=path, or none: then PATH is searched."
    `);
  });

  test('is refused when it is too old', async () => {
    const at = choosing(await withPrograms({ ...onPath, old: program('promtool', '2.24.1') }), 'old');
    expect(await refusal(at, 'promtool')).toContain('/bin/old is 2.24.1, older than 2.42');
  });

  test('is refused when it is nowhere', async () => {
    const at = choosing(await withPrograms(onPath), 'promtool-4');
    expect(await refusal(at, 'promtool')).toContain('"promtool-4" is not on PATH');
  });
});

describe('the newest promtool of the distribution', () => {
  const sid: Archive = { promtool: { promtool: program('promtool', '3.5.3+ds1') } };
  const withSuites = async (newer: Archive) => {
    const made = await withPrograms();
    await provideArchive(made, debian12, newer);
    return made;
  };

  test('is fetched beside the one in use', async () => {
    const at = await withSuites(sid);
    const [inUse] = await locate(['promtool'], at);
    const newest = await locateNewest('promtool', at);
    expect([inUse.version.text, newest?.version.text]).toEqual(['2.42.0+ds', '3.5.3+ds1']);
  });

  test('is there from then on without an archive', async () => {
    const at = await withSuites(sid);
    await locateNewest('promtool', at);
    await at.uninstall('apt-get');
    expect((await locateNewest('promtool', at))?.path).toBe(
      join(at.cacheFolder, 'newest', 'promtool', 'bin', 'promtool'),
    );
  });

  test('is fetched once by many who need it at the same time', async () => {
    const at = await withSuites(sid);
    await Promise.all(Array.from({ length: 4 }, () => locateNewest('promtool', at)));
    expect(at.announced).toHaveLength(1);
  });

  test('is none, for a reason that is told, where there is no archive', async () => {
    const at = await withPrograms();
    await locateNewest('promtool', at);
    expect(at.announced).toEqual([
      'No newer promtool than the one in use: apt-get is not on PATH, so this is no Debian or Ubuntu.',
    ]);
  });

  test('is none where the newest suite does not have it', async () => {
    expect(await locateNewest('promtool', await withSuites({}))).toBeUndefined();
  });
});

describe('a refusal says what was looked for, what was found and what to install', () => {
  test('when there is neither a program nor an archive', async () => {
    expect(await refusal(await withPrograms(), 'promtool', 'prometheus', 'amtool')).toMatchInlineSnapshot(`
           "The proofs need promtool 2.42 or newer, prometheus 2.42 or newer and amtool 0.25 or newer, but there is no promtool, no prometheus and no amtool on PATH.
           They could not be fetched from the distribution's archive either: apt-get is not on PATH, so this is no Debian or Ubuntu.
           Install Prometheus 2.42 and Alertmanager 0.25, or newer, so that the programs are on PATH: on Debian 12, Ubuntu 24.04 and later by
           \`apt-get install prometheus prometheus-alertmanager\`, elsewhere from https://prometheus.io/download/."
        `);
  });

  test('when a program is too old', async () => {
    const at = await withPrograms({ amtool: program('amtool', '0.21.0') });
    expect(await refusal(at, 'amtool')).toMatchInlineSnapshot(`
           "The proofs need amtool 0.25 or newer, but /bin/amtool is 0.21.0, older than 0.25.
           They could not be fetched from the distribution's archive either: apt-get is not on PATH, so this is no Debian or Ubuntu.
           Install Alertmanager 0.25, or newer, so that the programs are on PATH: on Debian 12, Ubuntu 24.04 and later by
           \`apt-get install prometheus-alertmanager\`, elsewhere from https://prometheus.io/download/."
        `);
  });

  test('when a program is another', async () => {
    const at = await withPrograms({ promtool: '#!/bin/sh\necho "prom 1.0: a prompt for shells"\n' });
    expect(await refusal(at, 'promtool')).toContain(
      '/bin/promtool is not promtool: it answers --version with "prom 1.0: a prompt for shells"',
    );
  });

  test('when a program does not run', async () => {
    const at = await withPrograms({ promtool: '#!/no/such/interpreter\n' });
    expect(await refusal(at, 'promtool')).toContain('/bin/promtool does not run: spawn /bin/promtool ENOENT');
  });

  test('when the archive is too old as well', async () => {
    const at = await withArchive({ prometheus: { promtool: program('promtool', '2.31.2+ds1') } });
    expect(await refusal(at, 'promtool')).toMatchInlineSnapshot(`
           "The proofs need promtool 2.42 or newer, but /cache/prometheus/bin/promtool is 2.31.2+ds1, older than 2.42.
           The distribution's archive has nothing that will do.
           Install Prometheus 2.42, or newer, so that the programs are on PATH: on Debian 12, Ubuntu 24.04 and later by
           \`apt-get install prometheus\`, elsewhere from https://prometheus.io/download/."
        `);
  });

  test('when the archive does not have it', async () => {
    const at = await withArchive({});
    expect(await refusal(at, 'promtool')).toMatchInlineSnapshot(`
           "The proofs need promtool 2.42 or newer, but there is no promtool on PATH.
           They could not be fetched from the distribution's archive either: apt-get says "E: Unable to locate package prometheus".
           Install Prometheus 2.42, or newer, so that the programs are on PATH: on Debian 12, Ubuntu 24.04 and later by
           \`apt-get install prometheus\`, elsewhere from https://prometheus.io/download/."
        `);
  });

  test('when the archive cannot be reached', async () => {
    const at = await withArchive();
    await at.install({
      'apt-get':
        '#!/bin/sh\necho "W: Failed to fetch InRelease  Temporary failure resolving the host" >&2\nexit 100\n',
    });
    expect(await refusal(at, 'promtool')).toContain('Temporary failure resolving the host');
  });

  test('when a package cannot be unpacked', async () => {
    const at = await withArchive();
    await at.install({
      'dpkg-deb': '#!/bin/sh\necho "dpkg-deb: error: not a Debian format archive" >&2\nexit 2\n',
    });
    expect(await refusal(at, 'promtool')).toContain(
      'dpkg-deb could not unpack prometheus_1.0_all.deb: dpkg-deb: error: not a Debian format archive',
    );
  });
});
