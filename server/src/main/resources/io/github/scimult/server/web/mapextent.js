/** Where most papers of a map lie. */

const OUTSIDE = 0.02;
const MARGIN = 0.07;
const LEAST_SIDE = 0.02;

/** The middle and the sides of what holds all papers but a few at each end, with a margin: outliers do not make the rest small. */
export function extent(papers) {
  const [left, right] = span(papers.map((paper) => paper.x));
  const [top, bottom] = span(papers.map((paper) => paper.y));
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: Math.max(right - left, LEAST_SIDE) * (1 + 2 * MARGIN),
    height: Math.max(bottom - top, LEAST_SIDE) * (1 + 2 * MARGIN),
  };
}

function span(values) {
  const sorted = Float64Array.from(values).sort();
  const outside = Math.floor(OUTSIDE * sorted.length);
  return sorted.length === 0 ? [0, 1] : [sorted[outside], sorted[sorted.length - 1 - outside]];
}
