import { useLayoutEffect, useState } from 'preact/hooks';

/** A value that several parts of a page read, and hear of when it changes. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** Calls `heard` at each change, until what it gives back is called. */
  readonly subscribe: (heard: () => void) => () => void;
}

export const store = <Value>(first: Value): Store<Value> => {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(value, next)) return;
      value = next;
      for (const heard of [...listeners]) heard();
    },
    subscribe: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
};

/** Draws again what calls it whenever something is heard of. */
export const useHeard = (subscribe: (heard: () => void) => () => void): void => {
  const [, drawAgain] = useState(0);
  useLayoutEffect(() => subscribe(() => drawAgain((times) => times + 1)), [subscribe]);
};

/** The value of a store, as it is now: what uses it is drawn again when it changes. */
export const useStore = <Value>(of: Store<Value>): Value => {
  useHeard(of.subscribe);
  return of.get();
};
