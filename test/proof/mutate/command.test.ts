import { describe, expect, test } from '@jest/globals';
import { mutateCommand } from '#proof/mutate/command.js';
import { clinic } from '../../alerts/clinic-application.js';
import { shopWith } from '../broken.js';
import { queueTooLong, weakly } from './queue.js';

const run = async (args: readonly string[], rule = queueTooLong) => {
  const said = { results: '', progress: '' };
  const exitCode = await mutateCommand(['--mutate', ...args], [shopWith(rule)], process.cwd(), {
    result: (text) => void (said.results += `${text}\n`),
    progress: (text) => void (said.progress += `${text}\n`),
  });
  return { ...said, exitCode };
};

describe('the exit code is', () => {
  test('0 where the scores are high enough', async () => {
    expect((await run([])).exitCode).toBe(0);
  });
  test('1 where they are not', async () => {
    expect((await run([], weakly)).exitCode).toBe(1);
  });
  test('0 where they are as high as was asked for', async () => {
    expect((await run(['--estate-at-least', '10', '--alert-at-least', '10'], weakly)).exitCode).toBe(0);
  });
  test('2 where there is no such alert', async () => {
    expect((await run(['QueueTooLng'])).exitCode).toBe(2);
  });
});

describe('the command', () => {
  test('names the alert that is meant', async () => {
    expect((await run(['QueueTooLng'])).progress).toContain('QueueTooLong is meant?');
  });
  test('tells several faults at once', async () => {
    expect((await run(['--format', 'xml', '--alert-at-least', 'all'])).progress).toBe(
      '--format xml: write text or json\nall is no percentage: write a number from 0 to 100\n',
    );
  });
  test('shows what survives under its alert', async () => {
    expect((await run([], weakly)).results).toContain('> 1000 → > 2000 in sum(queue_depth) > 1000');
  });
  test('tells machines the score', async () => {
    const { results } = await run(['--format', 'json']);
    expect(JSON.parse(results)).toMatchObject({ estate: { share: 1 }, alerts: [{ alert: 'QueueTooLong' }] });
  });
});

describe('of what was imported', () => {
  const mutated = async (name: string) => {
    const said = { results: '', progress: '' };
    await mutateCommand(['--mutate', name], [clinic], process.cwd(), {
      result: (text) => void (said.results += `${text}\n`),
      progress: (text) => void (said.progress += `${text}\n`),
    });
    return said;
  };

  test('a derived proof is tried as others are', async () => {
    expect((await mutated('MemoryLow')).progress).toMatch(/clinic MemoryLow +\d+ of \d+ noticed/);
  });

  test('an unproven alert is left out, and told', async () => {
    expect((await mutated('VendorSays')).progress).toBe(
      'clinic VendorSays is left out, for it is unproven: what 7 means only the vendor knows\n',
    );
  });
});
