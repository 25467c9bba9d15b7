/** Moves a box that has just opened to where all of its width is inside the window. */
export const keepInside = (box: HTMLElement): void => {
  box.style.translate = '';
  const { left, right } = box.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - 8);
  const shift = Math.max(0, Math.min(over, left - 8)) - Math.max(0, 8 - left);
  box.style.translate = `${-shift}px 0`;
};
