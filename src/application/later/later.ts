import type { Application } from '#application/application.js';

/** What was concluded of the answers of all applications that are remembered together to one question, as text, by a name of its own. */
export interface Together {
  /** Nothing where an answer, or what else is given, is another than it was. */
  readonly conclusion: (name: string, question: string, given: string) => string | undefined;
  readonly conclude: (name: string, question: string, given: string, text: string) => void;
}

/** What is known of an application that is not made: answers by their questions, as JSON. */
export interface Memory {
  readonly answer: (question: string) => string | undefined;
  readonly remember: (question: string, answer: string) => void;
  /** Whether everything was asked of it in an earlier run, and is answered. */
  readonly isSettled?: boolean;
  readonly together?: Together;
  /** A text by its SHA-256, where it was made in this run: whoever writes it need not make it again. */
  readonly text?: (sum: string) => string | undefined;
  /** Keeps a text by its SHA-256, outside of memory. */
  readonly keepText?: (sum: string, text: string) => void;
  /** Lets go of what was made: it is made again where somebody reads it. */
  readonly release?: () => void;
}

/** What makes an application: told whether one of its fields is read, or something is asked of it whose answer is remembered. */
export type Make = (isRead?: boolean) => Application;

/** An application that is made only when somebody asks for what nobody remembers. */
interface Later {
  readonly make: Make;
  readonly memory: Memory;
}

const laters = new WeakMap<object, Later>();

/** What makes an application, and what is remembered of it; nothing of one that is there. */
export const laterOf = (application: Application): Later | undefined =>
  // what could not be made, of an estate of which a file throws, is not there
  application === undefined ? undefined : laters.get(application);

/** By this an application is known while it is not made. */
const name = 'name';

/** Whether it is asked what the application is called, wherever it runs. */
export const isName = (question: string): boolean => question === name;

/**
 * An application in its place, to be made when it is read. It is the same value to whoever reads it; its name is known before, where it is
 * remembered. Who asks by `question` what was asked in an earlier run, does not read it at all.
 */
export const later = (make: Make, memory: Memory): Application => {
  const target: Application = Object.create(null);
  const known = (): string | undefined => memory.answer(name);
  const made = (isRead = false): Application => {
    const whole = make(isRead);
    if (known() === undefined) memory.remember(name, JSON.stringify(whole.name));
    return whole;
  };
  let called: unknown;
  const named = (): unknown => {
    const text = called === undefined ? known() : undefined;
    called ??= text === undefined ? made().name : JSON.parse(text);
    return called;
  };
  const application = new Proxy(target, {
    get: (_, field) => (field === name ? named() : Reflect.get(made(true), field)),
    has: (_, field) => Reflect.has(made(true), field),
    ownKeys: () => Reflect.ownKeys(made(true)),
    getOwnPropertyDescriptor: (_, field) => {
      const own = Reflect.getOwnPropertyDescriptor(made(true), field);
      return own && { ...own, configurable: true };
    },
    set: () => false,
    deleteProperty: () => false,
  });
  laters.set(application, { make: made, memory });
  return application;
};
