import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Exporting } from '#catalog/check/chosen.js';
import { checkCommand } from '#catalog/check/command.js';
import { UsageError } from '#ground/usage.js';
import { withFolder } from '../../hosts/folder.js';
import { expositionText, tillMetrics } from './till.js';

const till: readonly Exporting[] = [{ application: 'shop', scrape: 'till', catalogs: [tillMetrics] }];
const other: Exporting = { application: 'shop', scrape: 'stock', catalogs: [{ carts: tillMetrics.carts }] };
const closed: (() => void)[] = [];
afterEach(() => closed.splice(0).forEach((close) => close()));

/** What the command says of this text, and its exit code. */
const checked = (text: string, all = till, ...options: readonly string[]) =>
  withFolder({ 'metrics.prom': text }, async (folder) => {
    const said: string[] = [];
    const surface = { out: { write: (each: string) => void said.push(each), isTTY: false }, colour: false };
    const exitCode = await checkCommand(
      ['metrics.prom', '--application', 'shop', ...options],
      { ...surface, err: surface.out, root: folder, folder },
      all,
    );
    return { said: said.join(''), exitCode };
  });

/** The same of a program that answers with a content type. */
const answered = async (text: string, contentType: string | undefined) => {
  const server = createServer((_, response) => {
    if (contentType !== undefined) response.setHeader('content-type', contentType);
    response.end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closed.push(() => (server.closeAllConnections(), server.close()));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const said: string[] = [];
  const out = { write: (each: string) => void said.push(each), isTTY: false };
  await checkCommand(
    [`http://127.0.0.1:${port}/metrics`, '--application', 'shop'],
    { out, err: out, colour: false, root: '/', folder: '/' },
    till,
  );
  return said.join('');
};

describe('cheomseong catalog check', () => {
  test('says that all is exported as it is declared', async () => {
    expect(await checked(expositionText())).toEqual({
      said: 'till of shop: all that it declares is exported so\n',
      exitCode: 0,
    });
  });

  test('says what differs, and how to learn more', async () => {
    expect(await checked(expositionText({ carts: [] }))).toEqual({
      said: 'till of shop: till_carts is not exported; register it when the program starts [not-exported]\ncheomseong explain CODE tells more of each.\n',
      exitCode: 1,
    });
  });

  test('is well where there is nothing but a hint', async () => {
    expect(
      await checked(
        expositionText({ carts: ['# HELP till_carts Carts', '# TYPE till_carts gauge', 'till_carts 1'] }),
      ),
    ).toMatchObject({ exitCode: 0 });
  });

  test('names what no catalogue declares, but what libraries tell of themselves', async () => {
    expect((await checked(`${expositionText()}till_other 1\nprocess_open_fds 3\n`)).said).toContain(
      'declared by no catalogue: till_other\n',
    );
  });

  test('tells it to programs', async () => {
    const { said } = await checked(expositionText({ carts: [] }), till, '--json');
    expect(JSON.parse(said)).toMatchObject({
      answer: [],
      scrapes: [{ scrape: 'till', faults: [{ code: 'not-exported', what: 'till_carts' }], undeclared: [] }],
    });
  });

  test('holds it against the scrape of which most is exported', async () => {
    const { said } = await checked(expositionText({ carts: [] }), [...till, other]);
    expect(said).toMatch(/^till of shop: till_carts is not exported/);
  });

  test('holds it against the scrape that is named', async () => {
    const { said } = await checked(expositionText(), [...till, other], '--scrape', 'stock');
    expect(said).toMatch(/^stock of shop: all that it declares is exported so\n/);
  });

  test.each([
    [['--application', 'shopp'], 'There is no application shopp: write shop'],
    [['--application', 'shop', '--scrape', 'tills'], 'shop has no scrape tills: write till'],
  ])('refuses %p', async (options, why) => {
    await expect(checked(expositionText(), till, ...options)).rejects.toThrow(why);
  });

  test('asks which scrape it is where nothing of any is exported', async () => {
    await expect(checked('up 1\n', [...till, other])).rejects.toThrow(
      new UsageError([
        'Nothing is exported that shop declares: say which of its scrapes it is by --scrape: till, stock',
      ]),
    );
  });
});

describe('an answer by HTTP', () => {
  test.each([
    ['text/plain; version=0.0.4; charset=utf-8', expositionText()],
    [
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
      `${expositionText().replaceAll(/^(# (?:HELP|TYPE) till_(?:requests|uploads))_total/gm, '$1')}# EOF\n`,
    ],
  ])('is well as %s', async (contentType, text) => {
    expect(await answered(text, contentType)).toBe('till of shop: all that it declares is exported so\n');
  });

  test.each([
    [undefined, expositionText(), 'the answer has no content type, and Prometheus 3 reads none of it'],
    [
      'application/json',
      expositionText(),
      'the answer is called application/json, which Prometheus 3 does not know',
    ],
    [
      'application/openmetrics-text; version=1.0.0',
      expositionText(),
      'does not end in # EOF, for which Prometheus refuses all of it',
    ],
    [
      'text/plain; version=0.0.4',
      `${expositionText()}# EOF\n`,
      'the answer ends in # EOF as OpenMetrics does',
    ],
  ])('is told of as %s', async (contentType, text, why) => {
    expect(await answered(text, contentType)).toContain(why);
  });
});
