import type { VNode } from 'preact';
import { pageFaults } from './faults.js';
import { Icon } from './icon.js';
import { useWords } from './language.js';
import { Popup } from './popup.js';
import { useHeard } from './store.js';
import { frameWords } from './words.js';

/** The count of the page's faults in a corner of it, which opens their list. Nothing where there are none. */
export const FaultsCorner = (): VNode | null => {
  useHeard(pageFaults.subscribe);
  const say = useWords(frameWords);
  const faults = pageFaults.get();
  if (faults.length === 0) return null;
  return (
    <div class="faults-corner">
      <Popup
        kind="right up"
        label={`${faults.length} ${say('faults')}`}
        button={
          <>
            <Icon name="warning" /> {faults.length}
          </>
        }
      >
        {() => (
          <ul class="faults">
            {faults.map(({ panel, text }, at) => (
              <li key={at}>
                <strong>{panel}</strong> {text}
              </li>
            ))}
          </ul>
        )}
      </Popup>
    </div>
  );
};
