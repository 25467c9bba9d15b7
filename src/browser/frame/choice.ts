import { store, type Store } from './store.js';

/** What the address says of a name: before the `#`, else behind the `?` of what follows it. */
export const inAddress = (name: string): string | null =>
  new URLSearchParams(location.search).get(name) ??
  new URLSearchParams(location.hash.split('?')[1] ?? '').get(name);

const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser may forbid a page to remember anything.
    return null;
  }
};

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it holds as long as the page does.
  }
};

/** One of a few values: as the address has it, else as it was last chosen, else as `first` guesses; a choice is remembered. */
export const choice = <Value extends string>(
  name: string,
  values: readonly Value[],
  first: () => Value,
): Store<Value> => {
  const known = (text: string | null): Value | undefined => values.find((value) => value === text);
  const key = `cheomseong.${name}`;
  const { get, set, subscribe } = store(known(inAddress(name)) ?? known(remembered(key)) ?? first());
  return {
    get,
    subscribe,
    set: (value) => {
      remember(key, value);
      set(value);
    },
  };
};
