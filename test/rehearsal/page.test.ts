import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { answering } from '#rehearsal/page/answers.js';
import { type Theatre, openTheatre } from '#rehearsal/page/theatre.js';
import { everywhere } from '#rehearsal/place/places.js';
import { eventually } from '#servers/eventually.js';
import { withLoopback } from '#servers/loopback.js';
import { pageOf } from '#bin/pages.mjs';
import { startChromium } from '../browser/chromium.js';
import { places } from '../estate.js';

// The page of real servers, and what it asks of them, all on one stage. What it shows of each state is tried in test/browser/.

let url = '';
let theatre: Theatre;
let closed: Promise<unknown>;
let close: () => void = () => undefined;

const asked = async (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${url}${path}`, init);
const state = async (): Promise<Rehearsal> => (await asked('/api/rehearsal')).json();
const post = (path: string, body: object): Promise<Response> =>
  asked(path, { method: 'POST', body: JSON.stringify(body) });
const until = (what: string, holds: (now: Rehearsal) => boolean): Promise<Rehearsal> =>
  eventually(
    what,
    async () => {
      const now = await state();
      return holds(now) ? now : undefined;
    },
    60_000,
  );
const alertOf = ({ alerts }: Rehearsal, name: string) => alerts.find((each) => each.name === name);

beforeAll(async () => {
  const page = await pageOf('rehearsal');
  theatre = openTheatre({ places: everywhere({ places }), pace: 60 });
  const ended = new Promise<void>((resolve) => (close = resolve));
  await new Promise<void>((ready) => {
    closed = withLoopback(answering(page, theatre), 0, async (at) => {
      url = at;
      ready();
      await ended;
    });
  });
  await until('the stage', ({ preparing }) => preparing === undefined);
}, 120_000);
afterAll(async () => {
  close();
  await closed;
  await theatre.close();
});

describe('the page of a rehearsal', () => {
  test('is told of every application', async () => {
    expect((await state()).applications).toEqual([
      ...['observer', 'ojeomneo', 'ecoeco', 'sogangcomputerclub', 'maintenance'],
    ]);
  });

  test('has every target up', async () => {
    const { targets } = await until('all targets', (now) => now.targets.length > 0);
    expect(targets.filter(({ health }) => health !== 'up')).toEqual([]);
  });

  test('has the fault of a proof as a button of the part that shows it', async () => {
    const part = (await state()).parts.find(({ name }) => name === 'observer-postgres-exporter');
    expect(part?.faults[0]).toEqual({
      ...{ id: 'ObserverDatabaseDown/0', alert: 'ObserverDatabaseDown', words: 'it is said to be down' },
      ...{ severity: 'critical', isOn: false },
    });
  });

  test('refuses a fault that there is not', async () => {
    const answer = await post('/api/faults/Nothing/0', { on: true });
    expect([answer.status, await answer.text()]).toEqual([400, 'There is no fault Nothing/0.']);
  });

  test('refuses a % that stands for nothing', async () => {
    expect((await post('/api/faults/%E0', { on: true })).status).toBe(400);
  });

  test('is not told to whoever asks for another machine', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${url}/api/rehearsal`, { headers: { host: 'elsewhere.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('the page in a browser', () => {
  /** As long as a message takes to arrive on a machine that has much to do. */
  const patience = { timeout: 90_000 };
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${url}/?lang=en`);
    await page.getByRole('button', { name: /^Press: / }).waitFor(patience);
  }, 120_000);
  afterAll(() => browser.close());

  test('a fault is pressed, and its message arrives as Slack shows it', async () => {
    await page.getByRole('button', { name: /^Press: / }).click();
    const title = page.locator('.message.of-slack .slack-title').first();
    await title.waitFor(patience);
    expect(await title.innerText()).toBe('[발생 1] ObserverHighErrorRate (critical)');
  });

  test('the alert is shown to have been sent', async () => {
    await page.locator('.track .sent.now').waitFor(patience);
    expect(await page.getByRole('status').innerText()).toMatch(/^Told: Slack #observer-alerts/);
  });

  test('its value is drawn over its limit', async () => {
    const drawn = page.getByRole('img', { name: /^Value now [5-9].*%, Limit > 5%$/ });
    await drawn.waitFor(patience);
    expect(await drawn.locator('canvas').count()).toBe(1);
  });

  test('the fault is mended, and the resolved message arrives above the first', async () => {
    await page.locator('.fault-button[aria-pressed=true]').click();
    await page.locator('.message-state.resolved').waitFor(patience);
    expect(await page.locator('.message-state').allInnerTexts()).toEqual(['resolved', 'firing']);
  });
});

describe('an alert that is pressed for, looked at and silenced', () => {
  const name = 'ObserverDatabaseDown';
  beforeAll(async () => {
    await post('/api/looked', { alert: name });
    await post(`/api/faults/${name}/0`, { on: true });
    await until('the message', ({ inbox }) => inbox.some(({ alerts }) => alerts.includes(name)));
  }, 70_000);

  test('stands as sent', async () => {
    const now = await until('sent', (each) => alertOf(each, name)?.stage === 'sent');
    expect(now.parts.flatMap(({ faults }) => faults).filter(({ isOn }) => isOn)).toHaveLength(1);
  });

  test('has the very JSON that was posted in its inbox', async () => {
    const message = (await state()).inbox.find(({ alerts }) => alerts.includes(name));
    expect(message).toMatchObject({
      ...{ medium: 'slack', to: 'Slack #observer-alerts', isResolved: false, alerts: [name] },
      body: { channel: '#observer-alerts', attachments: [{ title: `[발생 1] ${name} (critical)` }] },
    });
  });

  test('has no mark of the rehearsal in it', async () => {
    expect(JSON.stringify((await state()).inbox)).not.toContain('callback_id');
  });

  test('has a curve that comes to its limit', async () => {
    const now = await until('the curve', (each) => alertOf(each, name)?.curve.at(-1)?.[1] === 0);
    expect(alertOf(now, name)?.limit).toBe(0);
  });

  test('has its runbook', async () => {
    expect(alertOf(await state(), name)?.runbook).toContain(`# ${name}`);
  });

  test('is shown to be silenced', async () => {
    await post('/api/silences', { alert: name, minutes: 60 });
    const now = await until('silenced', (each) => alertOf(each, name)?.stage === 'silenced');
    expect(now.silences.map(({ alert }) => alert)).toEqual([name]);
  });

  test('is heard again when the silence is taken away', async () => {
    const [silence] = (await state()).silences;
    await asked(`/api/silences/${silence?.id}`, { method: 'DELETE' });
    const now = await until('sent', (each) => alertOf(each, name)?.stage === 'sent');
    expect(now.silences).toEqual([]);
  });

  test('is told as resolved when the fault is mended', async () => {
    await post(`/api/faults/${name}/0`, { on: false });
    const { happened } = await until('the resolved message', ({ inbox }) =>
      inbox.some(({ isResolved, alerts }) => isResolved && alerts.includes(name)),
    );
    expect(happened.at(-1)?.what).toBe('resolved');
  });

  test('is told of as it happens, by server-sent events', async () => {
    const answer = await asked('/api/events');
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    expect([answer.headers.get('content-type'), new TextDecoder().decode(first?.value).slice(0, 20)]).toEqual(
      ['text/event-stream; charset=utf-8', 'data: {"application"'],
    );
  });
});

test('a pace that Prometheus cannot follow is refused', async () => {
  expect(await (await post('/api/pace', { pace: 1_000 })).text()).toBe(
    'write a number from 1, as in life, to 120',
  );
});
