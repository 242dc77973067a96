/** Where most papers of a map lie. */

/** Outliers begin beyond the quartiles by this multiple of the distance between both (Tukey 1977). */
const FENCE = 1.5;
const MARGIN = 0.06;
const LEAST_SIDE = 0.02;

/** The middle and the sides of what holds all papers but outliers, which would make the rest small, with a margin. */
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
  if (values.length === 0) {
    return [0, 1];
  }
  const sorted = Float64Array.from(values).sort();
  const lower = sorted[Math.floor(0.25 * (sorted.length - 1))];
  const upper = sorted[Math.ceil(0.75 * (sorted.length - 1))];
  const inside = sorted.filter((value) => value >= lower - FENCE * (upper - lower) && value <= upper + FENCE * (upper - lower));
  return [inside[0], inside[inside.length - 1]];
}
