import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { locate } from '#proof/tools/locate.js';
import { run } from '#proof/tools/run.js';
import { toolPath } from '#proof/tools/tool.js';
import { type Archive, type Machine, debian13, machine, provideArchive, withChromium } from './machine.js';

const machines: Machine[] = [];
afterEach(() => Promise.all(machines.splice(0).map(({ folder }) => rm(folder, { recursive: true }))));

const withPrograms = async (programs: Readonly<Record<string, string>> = {}) => {
  const made = await machine(programs);
  machines.push(made);
  return made;
};
const withArchive = async () => {
  const made = await withPrograms();
  await provideArchive(made, withChromium);
  return made;
};
const says = (text: string): string => `#!/bin/sh\necho "${text}"\n`;

const found = async (at: Machine) => (await locate(['chromium'], at))[0].path.replace(at.folder, '');
const refusal = (at: Machine) =>
  locate(['chromium'], at).then(
    ([{ path }]) => `found ${path}`,
    (error: Error) => error.message.replaceAll(at.folder, ''),
  );

describe('Chromium on PATH', () => {
  test.each([
    ['chromium-headless-shell', 'Chromium 156.0.8078.108'],
    ['chromium', 'Chromium 130.0.6723.116 built on Debian GNU/Linux 12'],
    ['google-chrome', 'Google Chrome 131.0.6778.85'],
  ])('is taken as %s', async (file, said) => {
    expect(await found(await withPrograms({ [file]: says(said) }))).toBe(`/bin/${file}`);
  });

  test('is passed over where it only leads to a package of another kind', async () => {
    const at = await withPrograms({
      'chromium-browser': says('Command requires the chromium snap to be installed.'),
      'google-chrome': says('Google Chrome 131.0.6778.85'),
    });
    expect(await found(at)).toBe('/bin/google-chrome');
  });

  test('is refused where it is too old', async () => {
    const at = await withPrograms({ chromium: says('Chromium 90.0.4430.212') });
    expect(await refusal(at)).toContain('/bin/chromium is 90.0.4430.212, older than 120.0');
  });
});

describe('Chromium that is nowhere', () => {
  test('is fetched into the cache', async () => {
    expect(await found(await withArchive())).toBe(
      '/cache/chromium-headless-shell/bin/chromium-headless-shell',
    );
  });

  test('is fetched with the libraries and fonts that it needs, but no C library and nothing else', async () => {
    const at = await withArchive();
    await found(at);
    expect((await at.asked()).at(-1)?.split(' ').slice(1).sort()).toEqual([
      ...['chromium-headless-shell', 'fonts-dejavu-core', 'fonts-inter', 'fonts-nanum', 'libnss3'],
    ]);
  });

  test('is started with the libraries that were fetched with it', async () => {
    const at = await withArchive();
    const [{ path }] = await locate(['chromium'], at);
    const home = join(at.cacheFolder, 'chromium-headless-shell');
    const { LD_LIBRARY_PATH: _, ...env } = process.env;
    const { stdout } = await run('/usr/bin/env', ['-u', 'LD_LIBRARY_PATH', path], {
      env: Object.fromEntries(Object.entries(env).map(([name, text]) => [name, text ?? ''])),
    });
    expect(stdout).toBe(
      `Chromium 156.0.8078.108 ${join(home, 'lib', 'x86_64-linux-gnu')} ${join(home, 'fonts.conf')}\n`,
    );
  });

  test('is shown the fonts that were fetched with it', async () => {
    const at = await withArchive();
    await found(at);
    expect(await readFile(join(at.cacheFolder, 'chromium-headless-shell', 'fonts.conf'), 'utf8')).toContain(
      '<dir prefix="relative">share/fonts</dir>',
    );
  });

  test('leaves nothing but itself in the cache', async () => {
    const at = await withArchive();
    await found(at);
    expect((await readdir(at.cacheFolder)).sort()).toEqual(['chromium-headless-shell', 'lock']);
  });

  test('is refused with what to install where there is no archive', async () => {
    expect(await refusal(await withPrograms())).toMatchInlineSnapshot(`
      "Pictures need chromium 120.0 or newer, but there is no chromium on PATH.
      They could not be fetched from the distribution's archive either: apt-get is not on PATH, so this is no Debian or Ubuntu.
      Install Chromium 120.0, or newer, so that the programs are on PATH: on Debian 12 and later by
      \`apt-get install chromium-headless-shell fonts-nanum\`, on Ubuntu by \`snap install chromium\`, elsewhere from https://www.google.com/chrome/;
      or name one by CHROMIUM=path."
    `);
  });
});

describe('Chromium that is missing together with promtool', () => {
  const both = async (archive: Archive | undefined) => {
    const at = await withPrograms();
    if (archive) await provideArchive(at, archive);
    const error = await locate(['promtool', 'chromium'], at).then(
      () => '',
      ({ message }: Error) => message,
    );
    return { at, error };
  };
  const all = { ...debian13, ...withChromium };

  test('is unpacked without it', async () => {
    const { at } = await both(all);
    expect(await readdir(join(at.cacheFolder, 'chromium-headless-shell', 'bin'))).toEqual([
      'chromium-headless-shell',
    ]);
  });

  test("is fetched after one update of the archive's lists", async () => {
    const { at } = await both(all);
    expect((await at.asked()).filter((each) => each === 'update')).toHaveLength(1);
  });

  test('is refused with what to install of each', async () => {
    const { error } = await both(undefined);
    expect(error).toMatchInlineSnapshot(`
      "The proofs need promtool 2.42 or newer, but there is no promtool on PATH.
      Pictures need chromium 120.0 or newer, but there is no chromium on PATH.
      They could not be fetched from the distribution's archive either: apt-get is not on PATH, so this is no Debian or Ubuntu.
      Install Prometheus 2.42, or newer, so that the programs are on PATH: on Debian 12, Ubuntu 24.04 and later by
      \`apt-get install prometheus\`, elsewhere from https://prometheus.io/download/.
      Install Chromium 120.0, or newer, so that the programs are on PATH: on Debian 12 and later by
      \`apt-get install chromium-headless-shell fonts-nanum\`, on Ubuntu by \`snap install chromium\`, elsewhere from https://www.google.com/chrome/;
      or name one by CHROMIUM=path."
    `);
  });
});

describe('the real Chromium', () => {
  test('starts, wherever it was found', async () => {
    const { stdout } = await run(await toolPath('chromium'), ['--version']);
    expect(stdout).toMatch(/\d+\.\d+\.\d+/);
  }, 600_000);
});
