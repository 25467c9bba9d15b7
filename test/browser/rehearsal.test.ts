import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Message } from '#browser/wire/message.js';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { eventually } from '#servers/eventually.js';
import { wrongOn } from '../preview/screen.js';
import { startChromium } from './chromium.js';
import { type Opened, open, seen } from './rehearsal/browser.js';
import { states } from './rehearsal/states.js';

let browser: Browser;
let shared: Opened;
beforeAll(async () => {
  browser = await startChromium();
  shared = await open(browser, states.first);
});
afterAll(async () => {
  await shared.close();
  await browser.close();
});

let told = 0;
/** The page that the tests share, once it shows how the rehearsal stands. */
const at = async (state: Rehearsal): Promise<Opened> => {
  told += 1;
  const now = state.now + told;
  shared.scripted.forget();
  shared.scripted.tell({ ...state, now });
  await shared.page.locator(`[data-now="${now}"]`).waitFor();
  return shared;
};

/** Works with a page that no other test has seen. */
const alone = async (
  state: Rehearsal,
  use: (opened: Opened) => Promise<void>,
  how: Parameters<typeof open>[2] = {},
): Promise<void> => {
  const opened = await open(browser, state, how);
  try {
    await use(opened);
  } finally {
    await opened.close();
  }
};

/** What was asked of the command, once it was so much. */
const asked = ({ scripted }: Opened, count: number): Promise<readonly string[]> =>
  eventually(`${count} requests`, () =>
    Promise.resolve(scripted.asked.length >= count ? scripted.asked : undefined),
  );

const status = ({ page }: Opened): Promise<string> => seen(page.getByRole('status'));
const inbox = ({ page }: Opened) => page.locator('.inbox');

describe('who opens a rehearsal for the first time', () => {
  test('is told what to do', async () => {
    const opened = await at(states.first);
    expect(await status(opened)).toMatch(/^Nothing is wrong now\. Press a fault/);
  });

  test('breaks something by the one button that stands out, and looks at the alert that watches for it', async () => {
    const opened = await at(states.first);
    await opened.page.getByRole('button', { name: 'Press: 5xx over 5%' }).click();
    expect(await asked(opened, 2)).toEqual([
      'POST api/faults/HighErrorRate/0 {"on":true}',
      'POST api/looked {"alert":"HighErrorRate"}',
    ]);
  });

  test('reads how fast everything goes', async () => {
    const { page } = await at(states.first);
    expect(await seen(page.locator('.chain'))).toContain('Everything goes 60 times faster than in life');
  });

  test('reads it in Korean', () =>
    alone(
      states.first,
      async (opened) => {
        expect(await status(opened)).toMatch(/^지금은 아무 문제도 없습니다/);
      },
      { how: '?lang=ko&theme=light' },
    ));

  test('waits while servers start', async () => {
    const opened = await at(states.preparing);
    expect(await status(opened)).toBe('Prometheus reads an hour that was well.');
  });
});

describe('a fault', () => {
  test('is a button by its own words, which says that it is pressed', async () => {
    const { page } = await at(states.pending);
    const fault = page.getByRole('button', { name: '5xx over 5% HighErrorRate critical' });
    expect(await fault.getAttribute('aria-pressed')).toBe('true');
  });

  test('is mended by pressing it again', async () => {
    const opened = await at(states.sent);
    await opened.page.getByRole('button', { name: '5xx over 5% HighErrorRate critical' }).click();
    expect((await asked(opened, 2))[0]).toBe('POST api/faults/HighErrorRate/0 {"on":false}');
  });

  test('is pressed by the keyboard', async () => {
    const opened = await at(states.first);
    await opened.page.getByRole('button', { name: 'no pod is left' }).focus();
    await opened.page.keyboard.press('Space');
    expect((await asked(opened, 2))[0]).toBe('POST api/faults/PodDown/3 {"on":true}');
  });

  test('is found by a word of it among many', () =>
    alone(states.first, async ({ page }) => {
      await page.getByRole('searchbox').fill('standby');
      expect(await page.locator('.fault-button').allInnerTexts()).toEqual([
        expect.stringContaining('the standby is 40 s behind'),
      ]);
    }));
});

describe('an alert', () => {
  test('says its condition, and its value against its limit', async () => {
    const { page } = await at(states.pending);
    const curve = page.getByRole('img', { name: /^Value now 8\.\d+%, Limit > 5%$/ });
    expect([await page.locator('.alert-condition').innerText(), await curve.count()]).toEqual([
      'The share of requests that are answered by 5xx is over 5% for 5m.',
      1,
    ]);
  });

  test('counts down while it is pending', async () => {
    const { page } = await at(states.pending);
    expect(await seen(page.locator('.track [aria-current=step]'))).toMatch(/^pending [12] s left$/);
  });

  test('tells that it waits for how long it must last', async () => {
    const opened = await at(states.pending);
    expect(await status(opened)).toContain('It must last for 5 min (here 5 s) before anybody is told');
  });

  test('shows how long each step took', async () => {
    const { page } = await at(states.sent);
    const steps = await page.locator('.track li').allInnerTexts();
    expect(steps.slice(0, 4).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      'condition 1 s',
      'pending 5 s',
      'firing 1 s',
      'grouped 3 s',
    ]);
  });

  test('that is silenced is shown to fire and to be silenced, with why', async () => {
    const { page } = await at(states.silenced);
    expect([
      await seen(page.locator('.track [aria-current=step] .track-name')),
      await seen(page.locator('.track-withheld')),
    ]).toEqual(['firing', expect.stringMatching(/^silenced It wakes at \d\d:\d\d:30\.$/)]);
  });

  test('that is silenced is woken', async () => {
    const opened = await at(states.silenced);
    await opened.page.getByRole('button', { name: 'Remove the silence' }).click();
    expect(await asked(opened, 1)).toEqual(['DELETE api/silences/s-1']);
  });

  test('is silenced for as long as was chosen', () =>
    alone(states.sent, async (opened) => {
      await opened.page.getByLabel('How long to silence it').selectOption({ label: '2 h (here 2 min)' });
      await opened.page.getByRole('button', { name: 'Silence', exact: true }).click();
      expect(await asked(opened, 1)).toEqual(['POST api/silences {"alert":"HighErrorRate","minutes":120}']);
    }));

  test('that another inhibits is told by which, and the other is a press away', async () => {
    const opened = await at(states.inhibited);
    expect(await seen(opened.page.locator('.track-withheld'))).toBe('inhibited By PodDown');
    await opened.page.getByRole('button', { name: 'PodDown sent' }).click();
    expect(await asked(opened, 1)).toEqual(['POST api/looked {"alert":"PodDown"}']);
  });

  test('has its runbook beside its messages, as Markdown', async () => {
    const { page } = await at(states.sent);
    expect(await page.locator('.runbook ol > li').count()).toBe(2);
  });
});

describe('the inbox', () => {
  test('says what will be there while nobody was told', async () => {
    const opened = await at(states.firing);
    expect(await seen(inbox(opened))).toContain('Nobody has got a message yet');
  });

  test('has what everybody got when the message arrives', async () => {
    const opened = await at(states.firing);
    opened.scripted.tell(states.sent);
    await opened.page.locator('.message').first().waitFor();
    expect(await opened.page.locator('.message-medium').allInnerTexts()).toEqual(['Slack', 'PagerDuty']);
  });

  test('has the resolved message above the first', async () => {
    const { page } = await at(states.resolved);
    expect(await page.locator('.message.of-slack .message-state').allInnerTexts()).toEqual([
      'resolved',
      'firing',
    ]);
  });

  test('has messages of other alerts apart', () =>
    alone(
      {
        ...states.sent,
        inbox: [...states.sent.inbox, { ...states.sent.inbox[0]!, id: '9', alerts: ['DBDown'] }],
      },
      async (opened) => {
        const count = () => opened.page.locator('.message').count();
        const own = await count();
        await opened.page.getByRole('button', { name: 'All 3' }).click();
        expect([own, await count()]).toEqual([2, 3]);
      },
    ));

  test('marks a message at a wrong receiver', async () => {
    const opened = await at(states.wrong);
    expect(await status(opened)).toMatch(/^A message went where it should not\./);
    expect(await seen(opened.page.locator('.message.is-wrong .message-wrong'))).toBe(
      'At the wrong receiver. No route of HighErrorRate leads there.',
    );
  });

  const mail = (html: string): Message => ({
    ...states.sent.inbox[0]!,
    id: 'mail',
    medium: 'email',
    body: { subject: 'Down', from: 'a@example.org', to: 'b@example.org', html, text: 'Down, in text' },
  });
  test('shows the HTML of a mail as high as it is', async () => {
    const opened = await open(browser, {
      ...states.sent,
      inbox: [mail('<div style="height:333px">Down</div>')],
    });
    try {
      const high = await eventually('the mail to be measured', async () => {
        const box = await opened.page.locator('.mail-body').boundingBox();
        return box && box.height > 333 ? box.height : undefined;
      });
      expect(high).toBeLessThan(380);
    } finally {
      await opened.close();
    }
  });

  test('runs nothing of a mail, of a message, or of a runbook', async () => {
    const evil = '<img src="x" onerror="top.evil = 1"><script>top.evil = 1</script>';
    const state = {
      ...states.sent,
      alerts: states.sent.alerts.map((each) => ({ ...each, runbook: evil, summary: evil })),
      inbox: [mail(evil), { ...mail(evil), id: 'chat', medium: 'slack' as const, body: { text: evil } }],
    };
    const opened = await open(browser, state);
    try {
      await opened.page.frameLocator('.mail-body').locator('img').waitFor({ state: 'attached' });
      expect(await opened.page.evaluate(() => 'evil' in globalThis)).toBe(false);
    } finally {
      await opened.close();
    }
  });
});

describe('the page', () => {
  test('tells what happened, with how long after the condition began', async () => {
    const { page } = await at(states.sent);
    expect(await seen(page.locator('.timeline li').first())).toMatch(
      /^\d\d:\d\d:12 \+10 s sent HighErrorRate Slack #shop-alerts, PagerDuty$/,
    );
  });

  test('opens the targets where one is down, and says why', async () => {
    const { page } = await at(states.down);
    expect(await seen(page.locator('.targets'))).toContain('connection refused');
  });

  test('goes as in life on demand', async () => {
    const opened = await at(states.first);
    await opened.page.getByRole('button', { name: 'As in life' }).click();
    expect(await asked(opened, 1)).toEqual(['POST api/pace {"pace":1}']);
  });

  test('goes to another application', async () => {
    const opened = await at(states.first);
    await opened.page.getByLabel('Application').selectOption('board');
    expect(await asked(opened, 1)).toEqual(['POST api/application {"name":"board"}']);
  });

  test('says what the command would not do', () =>
    alone(states.first, async (opened) => {
      opened.scripted.refuse('PodDown cannot be broken while it is mended.');
      await opened.page.getByRole('button', { name: 'no pod is left' }).click();
      expect(await seen(opened.page.getByRole('alert'))).toBe(
        'That did not work: PodDown cannot be broken while it is mended.',
      );
    }));

  test('says that the command has ended', () =>
    alone(states.sent, async ({ page, scripted }) => {
      await scripted.close();
      expect(await seen(page.getByRole('alert'))).toMatch(/^The rehearsal has ended/);
    }));

  test.each([390, 1280])('is whole in a window of %i pixels, however the rehearsal stands', async (width) => {
    await shared.page.setViewportSize({ width, height: 900 });
    const wrong: (readonly [string, readonly string[]])[] = [];
    for (const [name, state] of Object.entries(states)) {
      const { page } = await at(state);
      wrong.push([name, await wrongOn(page)]);
    }
    expect(wrong).toEqual(Object.keys(states).map((name) => [name, []]));
  });

  test('complained of nothing', () => {
    expect(shared.complaints).toEqual([]);
  });
});
