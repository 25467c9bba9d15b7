import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { proveCommand } from '#proof/command/command.js';
import { clinic } from '../../alerts/clinic-application.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standings-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Proves the clinic, of which package.json allows so much. */
const prove = async (proofs?: unknown, args: readonly string[] = []) => {
  if (proofs !== undefined)
    writeFileSync(join(root, 'package.json'), JSON.stringify({ cheomseong: { proofs } }));
  const said = { out: '', err: '' };
  const to = (stream: 'out' | 'err') => ({
    write: (text: string) => void (said[stream] += text),
    isTTY: false,
  });
  const surface = { out: to('out'), err: to('err'), colour: false, root, folder: root };
  const exitCode = await proveCommand(args, [clinic], surface);
  return { exitCode, ...said };
};

describe('of proofs that nobody has confirmed', () => {
  test('as many as package.json says may be', async () => {
    expect(await prove({ derived: 7, unproven: 1 })).toMatchObject({ exitCode: 0, err: '' });
  });

  test('more are refused, with the number that would allow them', async () => {
    expect(await prove({ derived: 6, unproven: 1 })).toMatchObject({
      exitCode: 1,
      err: '7 proofs were derived and confirmed by nobody, and package.json allows 6: judge one and take derived(…) away; or, where they have come with an import, allow them there: "cheomseong": { "proofs": {"derived":7,"unproven":1} }\n',
    });
  });

  test('none may be where package.json says nothing', async () => {
    expect((await prove()).exitCode).toBe(1);
  });

  test('fewer are told, so that they do not come back', async () => {
    expect(await prove({ derived: 7, unproven: 3 })).toMatchObject({
      exitCode: 0,
      err: '1 alert is unproven, and package.json allows 3: lower it, so that they do not come back: "cheomseong": { "proofs": {"derived":7,"unproven":1} }\n',
    });
  });

  test('nothing is asked of a part of the estate', async () => {
    expect((await prove(undefined, ['MemoryLow'])).exitCode).toBe(0);
  });

  test.each([[7], [{ derived: -1 }], [{ derived: 1, unconfirmed: 2 }]])(
    '%j in package.json is no number of them',
    async (proofs) => {
      expect((await prove(proofs)).exitCode).toBe(2);
    },
  );
});

describe('the table', () => {
  test('counts them', async () => {
    const { out } = await prove({ derived: 7, unproven: 1 });
    expect(out).toContain('; 7 derived and confirmed by nobody, 1 unproven.');
  });

  test('says which proofs are derived, and why one is missing', async () => {
    const { out } = await prove({ derived: 7, unproven: 1 });
    expect(out.split('\n').filter((line) => /MemoryLow|Target|VendorSays/.test(line))).toEqual([
      expect.stringContaining('holds, derived'),
      expect.stringMatching(/holds {2}/),
      expect.stringContaining('unproven: what 7 means only the vendor knows'),
    ]);
  });
});

test('JUnit skips what is unproven, with the reason', async () => {
  const { out } = await prove({ derived: 7, unproven: 1 }, ['VendorSays', '--format', 'junit']);
  expect(out).toContain('<skipped message="what 7 means only the vendor knows"/>');
});

test('JSON says of each alert whether somebody stands for its proof', async () => {
  const { out } = await prove({ derived: 7, unproven: 1 }, ['--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({
    runs: [
      {
        alerts: expect.arrayContaining([
          expect.objectContaining({ alert: 'MemoryLow', proof: 'derived' }),
          expect.objectContaining({ alert: 'Target down!', proof: 'confirmed' }),
          expect.objectContaining({
            alert: 'VendorSays',
            proof: 'unproven',
            why: 'what 7 means only the vendor knows',
          }),
        ]),
      },
    ],
  });
});
