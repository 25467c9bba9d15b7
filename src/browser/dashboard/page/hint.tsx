import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '#browser/frame/icon.js';
import { keepInside } from '#browser/frame/inside.js';

/** Words behind a sign: they open when that is hovered, has the focus, or is pressed, and close by Escape. */
export const Hint = ({
  label,
  icon = 'info',
  children,
}: {
  readonly label: string;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}): VNode => {
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
      class={`hint ${icon}`}
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
        <Icon name={icon} size={14} />
      </button>
      {isOpen && (
        <div class="hint-box" ref={box} role="tooltip">
          {children}
        </div>
      )}
    </span>
  );
};
