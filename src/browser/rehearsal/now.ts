import { useEffect, useState } from 'preact/hooks';
import { useStore } from '#browser/frame/store.js';
import { told } from './server.js';

/** The command's time, in milliseconds since 1970, four times a second while `isMoving`. */
export const useNow = (isMoving = true): number => {
  const { ahead } = useStore(told);
  const [, drawAgain] = useState(0);
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => drawAgain((times) => times + 1), 250);
    return () => clearInterval(timer);
  }, [isMoving]);
  return Date.now() + ahead;
};
