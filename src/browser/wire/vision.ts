/** How eyes may see a page: without colours, without one kind of cones each, or out of focus. */
export type Vision = 'achromatopsia' | 'deuteranopia' | 'protanopia' | 'tritanopia' | 'blurred';
