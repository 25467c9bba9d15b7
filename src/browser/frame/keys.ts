import { useEffect, useRef } from 'preact/hooks';

const isWritingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));

/** Does something at a key that is pressed alone, unless somebody writes: `useKey('Escape', close)`. */
export const useKey = (key: string, act: (event: KeyboardEvent) => void, isActive = true): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isActive) return undefined;
    const heard = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (key.length === 1 && isWritingIn(event.target)) return;
      latest.current(event);
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, [key, isActive]);
};
