import { describe, expect, test } from '@jest/globals';
import { shop, shopOnNode } from './example.js';
import { printed } from './running.js';

/** What a program prints that logs into a file of its own folder, and does this. */
const logged = (path: string, code: string): string =>
  printed(
    { module: shopOnNode, application: shop },
    `import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
const file = join(__dirname, '${path}');
const read = (path: string) => { try { return readFileSync(path, 'utf8'); } catch { return ''; } };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const holds = async (path: string, text: string) => {
  for (let i = 0; i < 500 && !read(path).includes(text); i += 1) await wait(10);
};
const main = async () => {
  process.env['LOG_FILE'] = file;
  const { logger } = await import('./monitoring/logs.js');
  const log = logger('shop');
  ${code}
};
void main();`,
  );

const messages = (lines: string): readonly unknown[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).message);

describe('where LOG_FILE is set', () => {
  test('a line is written there as to standard output', () => {
    const said = logged('shop.log', "log.info('first'); await holds(file, 'first'); process.stdout.write(read(file));");
    const [line, inFile] = said.split('\n');
    expect([messages(said), inFile]).toEqual([['first', 'first'], line]);
  });

  test('lines go into a new file soon after the old one was moved away', () => {
    const said = logged(
      'shop.log',
      `log.info('first');
  await holds(file, 'first');
  renameSync(file, file + '.1');
  const now = Date.now;
  Date.now = () => now() + 10_000;
  log.info('second');
  await holds(file, 'second');
  process.stdout.write(read(file));`,
    );
    expect(messages(said)).toEqual(['first', 'second', 'second']);
  });

  test('a file that cannot be written stops nothing', () => {
    const said = logged('none/shop.log', "log.info('first'); await wait(100); log.info('second');");
    expect(messages(said)).toEqual(['first', 'second']);
  });
});
