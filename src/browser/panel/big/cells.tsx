import { type ComponentChildren } from 'preact';
import './big.css';

/** What holds the cells of several values, each at its place. */
export const Cells = ({
  children,
  height,
}: {
  readonly children: ComponentChildren;
  readonly height?: number;
}) => (
  <div class="big-cells" style={height === undefined ? {} : { minHeight: `${height}px` }}>
    {children}
  </div>
);
