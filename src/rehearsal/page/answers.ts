import type { Page } from '#browser/wire/page.js';
import { numberAt, textAt } from '#ground/json.js';
import { valueAt } from '#ground/field.js';
import type { Answer, Answering, Question, Streaming } from '#servers/loopback.js';
import { decoded, json, loaded, text } from '#servers/page.js';
import type { Theatre } from './theatre.js';

const refused = (status: number, why: string): Answer => ({ ...text('text/plain', why), status });

/** The answer to a wish: what is wrong with it, or how all is now. */
const done = (fault: string | undefined, theatre: Theatre): Answer =>
  fault === undefined ? json(theatre.state()) : refused(400, fault);

/** Milliseconds between two events at least. */
const apart = 250;

/** The state again and again, as server-sent events: at once, and whenever it has changed. */
const events =
  (theatre: Theatre): Streaming =>
  (write) => {
    let timer: NodeJS.Timeout | undefined;
    const send = (): void => {
      timer = undefined;
      write(`data: ${JSON.stringify(theatre.state())}\n\n`);
    };
    send();
    const unfollow = theatre.follow(() => (timer ??= setTimeout(send, apart)));
    return () => {
      unfollow();
      clearTimeout(timer);
    };
  };

const parsed = ({ body }: Question): unknown => {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    return {};
  }
};

const notYet = refused(409, 'The stage is still being set.');

/** What is wished for: a fault, a look, a silence, another application, another pace. */
const wished = async (question: Question, theatre: Theatre): Promise<Answer | undefined> => {
  const { method, path } = question;
  const body = parsed(question);
  const alert = textAt(body, 'alert') ?? '';
  const [, , what = '', ...rest] = path.split('/');
  const id = decoded(rest.join('/'));
  if (id === undefined) return refused(400, `${path} has a % that stands for nothing`);
  const wish = `${method} ${what}`;
  if (wish === 'POST application')
    return done(theatre.play({ application: textAt(body, 'name') ?? '' }), theatre);
  if (wish === 'POST pace') return done(theatre.play({ pace: numberAt(body, 'pace') ?? NaN }), theatre);
  const live = theatre.live();
  if (!['POST faults', 'POST looked', 'POST silences', 'DELETE silences'].includes(wish)) return undefined;
  if (!live) return notYet;
  switch (wish) {
    case 'POST faults':
      return done(await live.press(id, valueAt(body, ['on']) === true), theatre);
    case 'POST looked':
      return done(live.look(alert), theatre);
    case 'POST silences': {
      const minutes = numberAt(body, 'minutes') ?? NaN;
      return done(minutes > 0 ? await live.silence(alert, minutes) : 'write minutes, more than 0', theatre);
    }
    default:
      return done(await live.unsilence(id), theatre);
  }
};

/** Answers what the page of a rehearsal asks and wishes for. */
export const answering =
  (page: Page, theatre: Theatre): Answering =>
  async (question) => {
    const { method, path } = question;
    if (method !== 'GET' && method !== 'HEAD')
      return path.startsWith('/api/') ? wished(question, theatre) : undefined;
    switch (path) {
      case '/api/rehearsal':
        return json(theatre.state());
      case '/api/events':
        return { type: 'text/event-stream; charset=utf-8', body: events(theatre) };
      default:
        return loaded(page, 'Cheomseong: rehearsal', path);
    }
  };
