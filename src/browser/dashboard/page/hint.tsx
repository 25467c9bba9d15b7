import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '#browser/frame/icon.js';
import { keepInside } from '#browser/frame/inside.js';
import { Markdown } from '#browser/frame/markdown.js';

/** A description behind an ⓘ: it opens when that is hovered, has the focus, or is pressed, and closes by Escape. */
export const Hint = ({ label, text }: { readonly label: string; readonly text: string }): VNode => {
  const [isOpen, setOpen] = useState(false);
  const [isPinned, setPinned] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setOpen(false);
    setPinned(false);
  };
  useLayoutEffect(() => {
    if (isOpen && box.current) keepInside(box.current);
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) close();
    };
    addEventListener('pointerdown', elsewhere, true);
    return () => removeEventListener('pointerdown', elsewhere, true);
  }, [isOpen]);
  return (
    <span
      class="hint"
      ref={whole}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => !isPinned && close()}
      onFocusOut={() => close()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class="plain"
        aria-label={label}
        aria-expanded={isOpen}
        onFocus={() => setOpen(true)}
        onClick={() => {
          setOpen(!isPinned);
          setPinned(!isPinned);
        }}
      >
        <Icon name="info" size={14} />
      </button>
      {isOpen && (
        <div class="hint-box" ref={box} role="tooltip">
          <Markdown text={text} />
        </div>
      )}
    </span>
  );
};
