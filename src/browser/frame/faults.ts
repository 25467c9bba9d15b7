import { useEffect } from 'preact/hooks';
import { store } from './store.js';

/** What is wrong on a page: in which panel, and what. */
interface PageFault {
  readonly panel: string;
  readonly text: string;
}

/** Faults by who told of them. */
const told = store<ReadonlyMap<symbol, readonly PageFault[]>>(new Map());

export const pageFaults = {
  get: (): readonly PageFault[] => [...told.get().values()].flat(),
  subscribe: told.subscribe,
};

const tell = (who: symbol, faults: readonly PageFault[]): void => {
  const others = [...told.get()].filter(([other]) => other !== who);
  told.set(new Map(faults.length > 0 ? [...others, [who, faults]] : others));
  // Tests and those who take pictures read it from the page.
  document.body.dataset.faults = String(pageFaults.get().length);
  document.body.dataset.faultList = JSON.stringify(pageFaults.get());
};

/** Tells of faults as long as what calls it is on the page. */
export const useFaults = (panel: string, texts: readonly string[]): void => {
  const written = JSON.stringify(texts);
  useEffect(() => {
    const who = Symbol(panel);
    tell(
      who,
      texts.map((text) => ({ panel, text })),
    );
    return () => tell(who, []);
    // A list that says the same is the same.
  }, [panel, written]);
};
