import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { command } from '#command/command.js';
import { exitCodes } from '#ground/surface.js';
import { blocksOf, pages, textOf } from './page.js';

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** What pages tell people to type: lines of shell, and commands between other words. */
const typed = pages.flatMap((page) => {
  const lines = blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.split('\n'));
  const inProse = [...textOf(page).matchAll(/`((?:npx|npm) [^`\n]+)`/g)].map(([, line = '']) => line);
  return [...lines, ...inProse]
    .flatMap((line) => line.replace(/\s#.*$/, '').split('&&'))
    .map((line) => ({ page, line: line.trim().replace(/^\w+=\S+ /, '') }));
});

/** The same as words after `cheomseong`: `npm run prove -- X` is `prove X`. */
const wordsOf = (line: string): readonly string[] | undefined => {
  const [, own] = /^npx cheomseong (.*)$/.exec(line) ?? [];
  const [, verb, more = ''] = /^npm run (synth|prove|secrets|cost|catalog)(?: -- (.*))?$/.exec(line) ?? [];
  const words = own ?? (verb === undefined ? undefined : `${verb} ${more}`);
  return words?.trim().split(/\s+/);
};

const ours = typed.flatMap(({ page, line }) => {
  const words = wordsOf(line);
  return words === undefined ? [] : [{ page, line, words }];
});

/** What the command says of a verb. */
const helpOf = async (verb: string): Promise<string> => {
  let said = '';
  const terminal = { write: (text: string) => void (said += text), isTTY: false };
  const surface = { out: terminal, err: terminal, colour: false, root: '.', folder: '.' };
  const code = await command([verb, '--help'], surface, {});
  return code === exitCodes.well ? said : '';
};

describe('what a page tells people to type can be typed', () => {
  test.each(ours)('$page: $line', async ({ words: [verb = '', ...args] }) => {
    const help = await helpOf(verb);
    const options = args.flatMap((arg) => /^--[a-z-]+/.exec(arg)?.[0] ?? []);
    expect([help, ...options.filter((option) => !new RegExp(`${option}\\b(?!-)`).test(help))]).toEqual([
      expect.stringContaining(`cheomseong ${verb}`),
    ]);
  });

  test('each script of npm is there', () => {
    const named = typed.flatMap(({ page, line }) => {
      const [, script] = /^npm run (?:-s )?([a-z]+)/.exec(line) ?? [];
      return script === undefined ? [] : [{ page, script }];
    });
    expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
  });
});
