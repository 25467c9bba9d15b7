import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Message } from '#browser/wire/message.js';
import { eventually } from '#servers/eventually.js';
import { type Opened, open, seen, startBrowser } from './rehearsal/browser.js';
import { states } from './rehearsal/states.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Works with the page while the rehearsal stands so. */
const at = async <T>(
  state: keyof typeof states,
  use: (opened: Opened) => Promise<T>,
  how: Parameters<typeof open>[2] = {},
): Promise<T> => {
  const opened = await open(browser, states[state], how);
  try {
    return await use(opened);
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
  test('is told what to do', () =>
    at('first', async (opened) => {
      expect(await status(opened)).toMatch(/^Nothing is wrong now\. Press a fault/);
    }));

  test('breaks something by the one button that stands out, and looks at the alert that watches for it', () =>
    at('first', async (opened) => {
      await opened.page.getByRole('button', { name: 'Press: 5xx over 5%' }).click();
      expect(await asked(opened, 2)).toEqual([
        'POST api/faults/HighErrorRate/0 {"on":true}',
        'POST api/looked {"alert":"HighErrorRate"}',
      ]);
    }));

  test('reads how fast everything goes', () =>
    at('first', async ({ page }) => {
      expect(await seen(page.locator('.chain'))).toContain('Everything goes 60 times faster than in life');
    }));

  test('reads it in Korean', () =>
    at(
      'first',
      async (opened) => {
        expect(await status(opened)).toMatch(/^지금은 아무 문제도 없습니다/);
      },
      { how: '?lang=ko&theme=light' },
    ));

  test('waits while servers start', () =>
    at('preparing', async (opened) => {
      expect(await status(opened)).toBe('Prometheus reads an hour that was well.');
    }));
});

describe('a fault', () => {
  test('is a button by its own words, which says that it is pressed', () =>
    at('pending', async ({ page }) => {
      const fault = page.getByRole('button', { name: '5xx over 5% HighErrorRate critical' });
      expect(await fault.getAttribute('aria-pressed')).toBe('true');
    }));

  test('is mended by pressing it again', () =>
    at('sent', async (opened) => {
      await opened.page.getByRole('button', { name: '5xx over 5% HighErrorRate critical' }).click();
      expect((await asked(opened, 1))[0]).toBe('POST api/faults/HighErrorRate/0 {"on":false}');
    }));

  test('is pressed by the keyboard', () =>
    at('first', async (opened) => {
      await opened.page.getByRole('button', { name: 'no pod is left' }).focus();
      await opened.page.keyboard.press('Space');
      expect((await asked(opened, 1))[0]).toBe('POST api/faults/PodDown/3 {"on":true}');
    }));

  test('is found by a word of it among many', () =>
    at('first', async ({ page }) => {
      await page.getByRole('searchbox').fill('standby');
      expect(await page.locator('.fault-button').allInnerTexts()).toEqual([
        expect.stringContaining('the standby is 40 s behind'),
      ]);
    }));
});

describe('an alert', () => {
  test('says its condition, and its value against its limit', () =>
    at('pending', async ({ page }) => {
      const curve = page.getByRole('img', { name: /^Value now 7\.\d+%, Limit > 5%$/ });
      expect([await page.locator('.alert-condition').innerText(), await curve.count()]).toEqual([
        'The share of requests that are answered by 5xx is over 5% for 5m.',
        1,
      ]);
    }));

  test('counts down while it is pending', () =>
    at('pending', async ({ page }) => {
      expect(await seen(page.locator('.track [aria-current=step]'))).toMatch(/^pending [12] s left$/);
    }));

  test('tells that it waits for how long it must last', () =>
    at('pending', async (opened) => {
      expect(await status(opened)).toContain('It must last for 5 min (here 5 s) before anybody is told');
    }));

  test('shows how long each step took', () =>
    at('sent', async ({ page }) => {
      const steps = await page.locator('.track li').allInnerTexts();
      expect(steps.slice(0, 4).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
        'condition 1 s',
        'pending 5 s',
        'firing 1 s',
        'grouped 3 s',
      ]);
    }));

  test('that is silenced is shown to fire and to be silenced, with why', () =>
    at('silenced', async ({ page }) => {
      expect([
        await seen(page.locator('.track [aria-current=step] .track-name')),
        await seen(page.locator('.track-withheld')),
      ]).toEqual(['firing', 'silenced By the silence of this page, until 03:30.']);
    }));

  test('that is silenced is woken', () =>
    at('silenced', async (opened) => {
      await opened.page.getByRole('button', { name: 'Remove the silence' }).click();
      expect(await asked(opened, 1)).toEqual(['DELETE api/silences/s-1']);
    }));

  test('is silenced for as long as was chosen', () =>
    at('sent', async (opened) => {
      await opened.page.getByLabel('How long to silence it').selectOption({ label: '2 h (here 2 min)' });
      await opened.page.getByRole('button', { name: 'Silence', exact: true }).click();
      expect(await asked(opened, 1)).toEqual(['POST api/silences {"alert":"HighErrorRate","minutes":120}']);
    }));

  test('that another inhibits is told by which, and the other is a press away', () =>
    at('inhibited', async (opened) => {
      expect(await status(opened)).toMatch(/a graver alert tells of it already.* By PodDown/);
      await opened.page.getByRole('button', { name: 'PodDown sent' }).click();
      expect(await asked(opened, 1)).toEqual(['POST api/looked {"alert":"PodDown"}']);
    }));

  test('has its runbook beside its messages, as Markdown', () =>
    at('sent', async ({ page }) => {
      expect(await page.locator('.runbook ol > li').count()).toBe(2);
    }));
});

describe('the inbox', () => {
  test('says what will be there while nobody was told', () =>
    at('firing', async (opened) => {
      expect(await seen(inbox(opened))).toContain('Nobody has got a message yet');
    }));

  test('has what everybody got when the message arrives', () =>
    at('firing', async (opened) => {
      opened.scripted.tell(states.sent);
      await opened.page.locator('.message').first().waitFor();
      expect(await opened.page.locator('.message-medium').allInnerTexts()).toEqual(['Slack', 'PagerDuty']);
    }));

  test('has the resolved message above the first', () =>
    at('resolved', async ({ page }) => {
      expect(await page.locator('.message.of-slack .message-state').allInnerTexts()).toEqual([
        'resolved',
        'firing',
      ]);
    }));

  test('marks a message at a wrong receiver', () =>
    at('wrong', async (opened) => {
      expect(await status(opened)).toMatch(/^A message went where it should not\./);
      expect(await seen(opened.page.locator('.message.is-wrong .message-wrong'))).toBe(
        'At the wrong receiver. No route of HighErrorRate leads there.',
      );
    }));

  const mail = (html: string): Message => ({
    ...states.sent.inbox[0]!,
    id: 'mail',
    medium: 'email',
    body: { subject: 'Down', from: 'a@example.org', to: 'b@example.org', html, text: 'Down, in text' },
  });
  const told = (message: Message) => ({ ...states.sent, inbox: [message] });

  test('shows the HTML of a mail as high as it is', async () => {
    const opened = await open(browser, told(mail('<div style="height:333px">Down</div>')));
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
      ...told(mail(evil)),
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
  test('tells what happened, with how long after the condition began', () =>
    at('sent', async ({ page }) => {
      expect(await seen(page.locator('.timeline li').first())).toMatch(
        /^\d\d:\d\d:12 \+10 s sent Slack #shop-alerts, PagerDuty$/,
      );
    }));

  test('opens the targets where one is down, and says why', () =>
    at('down', async ({ page }) => {
      expect(await seen(page.locator('.targets'))).toContain('connection refused');
    }));

  test('goes as in life on demand', () =>
    at('first', async (opened) => {
      await opened.page.getByRole('button', { name: 'As in life' }).click();
      expect(await asked(opened, 1)).toEqual(['POST api/pace {"pace":1}']);
    }));

  test('goes to another application', () =>
    at('first', async (opened) => {
      await opened.page.getByLabel('Application').selectOption('board');
      expect(await asked(opened, 1)).toEqual(['POST api/application {"name":"board"}']);
    }));

  test('says what the command would not do', () =>
    at('first', async (opened) => {
      opened.scripted.refuse('PodDown cannot be broken while it is mended.');
      await opened.page.getByRole('button', { name: 'no pod is left' }).click();
      expect(await seen(opened.page.getByRole('alert'))).toBe(
        'That did not work: PodDown cannot be broken while it is mended.',
      );
    }));

  test('says that the command has ended', () =>
    at('sent', async ({ page, scripted }) => {
      await scripted.close();
      expect(await seen(page.getByRole('alert'))).toMatch(/^The rehearsal has ended/);
    }));

  test.each(Object.keys(states).flatMap((name) => [390, 1280].map((width) => [name, width] as const)))(
    'is as wide as the window and complains of nothing: %s at %i',
    (name, width) =>
      // A key of states.
      at(
        name as keyof typeof states,
        async ({ page, complaints }) => {
          const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
          expect([wide, complaints]).toEqual([width, []]);
        },
        { width },
      ),
  );
});
