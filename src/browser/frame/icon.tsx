import type { VNode } from 'preact';

/** Lines of each icon in a square of 24. */
const lines = {
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v.5',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  dots: 'M12 5v.1M12 12v.1M12 19v.1',
  refresh: 'M20 5v5h-5M4 19v-5h5M5.6 9A7.5 7.5 0 0 1 19 8l1 2M4 14l1 2a7.5 7.5 0 0 0 13.4-1',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  'zoom-out': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21M7.5 10.5h6',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17v.2',
  close: 'M6 6l12 12M18 6L6 18',
  outside: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  back: 'M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
} as const;

export type IconName = keyof typeof lines;

/** A sign beside words, or in a button that has a label: it says nothing to those who do not see it. */
export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): VNode => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width={name === 'dots' ? 3 : 2}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={lines[name]} />
  </svg>
);
