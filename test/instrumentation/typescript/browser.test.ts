import { expect, test } from '@jest/globals';
import { opened } from './browser.js';

const paint = (seconds: number) => ({ name: 'first-contentful-paint', startTime: seconds * 1000 });
const task = (from: number, to: number) => ({ startTime: from * 1000, duration: (to - from) * 1000 });
const session = (seconds: number, pages: number) => ({
  id: expect.stringMatching(/^[0-9a-f]{32}$/),
  seconds,
  pages,
});

test('a page is told with its times once nothing kept it busy for five seconds', () => {
  const page = opened();
  page.load();
  page.happens('paint', paint(1.2));
  page.happens('longtask', task(1.5, 2.5));
  page.wait(8);
  expect(page.reports()).toEqual([
    { page: '/', viewed: true, errors: 0, failures: 0, fcp: 1.2, tti: 2.5, session: session(7.5, 1) },
  ]);
});

test('a page that is busy again and again is interactive after the last time', () => {
  const page = opened();
  page.load();
  page.happens('paint', paint(1));
  page.happens('longtask', task(2, 3));
  page.wait(7);
  page.happens('longtask', task(6, 7));
  page.wait(6);
  expect(page.reports()).toMatchObject([{ tti: 7 }]);
});

test('a page without long tasks is interactive when it is seen', () => {
  const page = opened();
  page.load();
  page.happens('paint', paint(0.8));
  page.wait(7);
  expect(page.reports()).toMatchObject([{ fcp: 0.8, tti: 0.8 }]);
});

test('a browser that does not tell of long tasks tells no time to interactive', () => {
  const page = opened({ tellsTasks: false });
  page.load();
  page.happens('paint', paint(1));
  page.wait(2);
  expect(page.reports()).toEqual([expect.not.objectContaining({ tti: expect.anything() })]);
});

test('a page that is opened in the background has no times', () => {
  const page = opened();
  page.load();
  page.hides();
  page.happens('paint', paint(30));
  page.shows();
  page.wait(10);
  page.hides();
  expect(page.reports()).toEqual([
    expect.not.objectContaining({ fcp: expect.anything() }),
    expect.not.objectContaining({ fcp: expect.anything() }),
  ]);
});

test('a page that is left is told once', () => {
  const page = opened();
  page.load();
  page.wait(2);
  page.hides();
  expect(page.reports()).toEqual([{ page: '/', viewed: true, errors: 0, failures: 0, session: session(2, 1) }]);
});

test('a page that is left again tells how long the session is by now', () => {
  const page = opened();
  page.load();
  page.hides();
  page.shows();
  page.wait(30);
  page.hides();
  expect(page.reports()[1]).toEqual({ page: '/', viewed: false, errors: 0, failures: 0, session: session(30, 1) });
});

test('a page that the router shows is another, of the same session', () => {
  const page = opened();
  page.load();
  page.wait(3);
  page.goes('/notices/7');
  page.wait(2);
  page.hides();
  expect(page.reports()).toMatchObject([
    { page: '/', viewed: true, session: { pages: 1 } },
    { page: '/notices/7', viewed: true, session: { seconds: 5, pages: 2 } },
  ]);
});

test('a route to the same page is no other page', () => {
  const page = opened();
  page.load();
  page.goes('/');
  page.hides();
  expect(page.reports()).toMatchObject([{ session: { pages: 1 } }]);
});

test('a session in which nothing happened for half an hour is over', () => {
  const page = opened();
  page.load();
  page.hides();
  page.wait(1801);
  page.goes('/late');
  page.hides();
  const ids = page.reports().map((each) => (each as { session: { id: string } }).session.id);
  expect(ids[0]).not.toBe(ids.at(-1));
});

test('a browser that keeps nothing tells of no session', () => {
  const page = opened({ keeps: false });
  page.load();
  page.hides();
  expect(page.reports()).toEqual([{ page: '/', viewed: true, errors: 0, failures: 0 }]);
});

test('errors and promises that nobody looks after are counted', () => {
  const page = opened();
  page.load();
  page.emits('error');
  page.emits('unhandledrejection');
  page.hides();
  expect(page.reports()).toMatchObject([{ errors: 2 }]);
});

test('a page that fails without end is still told', () => {
  const page = opened();
  page.load();
  for (let i = 0; i < 1000; i += 1) page.emits('error');
  page.hides();
  expect(page.reports()).toMatchObject([{ errors: 100 }]);
});

test.each([
  ['that is answered 503', 'https://shop.example/api/a', () => Promise.resolve({ status: 503 }), 1],
  ['that is not answered', 'https://shop.example/api/a', () => Promise.reject(new TypeError('Failed')), 1],
  ['that is answered 404', 'https://shop.example/api/a', () => Promise.resolve({ status: 404 }), 0],
  ['that the page gives up', 'https://shop.example/api/a', () => Promise.reject(new DOMException('', 'AbortError')), 0],
  ['of somebody else', 'https://ads.example/', () => Promise.reject(new TypeError('Failed')), 0],
])('a call %s is counted as it is', async (_, url, answer, failures) => {
  const page = opened();
  page.load();
  page.answers(url, answer);
  await page.fetches(url);
  page.hides();
  expect(page.reports()).toMatchObject([{ failures }]);
});

test('what is stopped tells nothing more', () => {
  const page = opened();
  page.load()();
  page.goes('/notices');
  page.emits('error');
  page.hides();
  expect(page.reports()).toEqual([]);
});
