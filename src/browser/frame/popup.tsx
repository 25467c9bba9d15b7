import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepInside } from './inside.js';
import './popup.css';

/**
 * A button that opens a box below it. It closes by Escape, which gives the focus back to the button, by a click elsewhere,
 * and when the focus leaves it. What is inside may close it too.
 */
export const Popup = ({
  label,
  title,
  button,
  kind = '',
  children,
}: {
  readonly label: string;
  /** What hovering the button tells; the label where nothing else is said. */
  readonly title?: string;
  readonly button: ComponentChildren;
  readonly kind?: string;
  readonly children: (close: () => void) => ComponentChildren;
}): VNode => {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  useLayoutEffect(() => {
    if (!isOpen || !box.current) return;
    keepInside(box.current);
    const first = box.current.querySelector<HTMLElement>('[data-first], input, select, button, a[href]');
    first?.focus({ preventScroll: true });
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', elsewhere, true);
    addEventListener('focusin', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere, true);
      removeEventListener('focusin', elsewhere);
    };
  }, [isOpen]);
  return (
    <div
      class={`popup ${kind}`}
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        ref={opener}
        aria-haspopup="true"
        aria-expanded={isOpen}
        aria-label={label}
        title={title ?? label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div class="popup-box" ref={box} role="group" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  );
};
