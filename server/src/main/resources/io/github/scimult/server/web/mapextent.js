/** Where most papers of a map lie, and how it is turned to fill a frame. */

/** Outliers lie beyond the quartiles by more than this multiple of the distance between both (Tukey 1977: "far out"). */
const FENCE = 3;
/** At each side this share of the papers may lie outside, however near. */
const TAIL = 0.002;
const MARGIN = 0.06;
const LEAST_SIDE = 0.02;
const TURNS = 36;
const ENOUGH_PAPERS = 2000;
/** A turn that enlarges the map by less is not worth another picture. */
const WORTH = 1.02;

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
  const last = sorted.length - 1;
  const lower = sorted[Math.floor(0.25 * last)];
  const upper = sorted[Math.ceil(0.75 * last)];
  const reach = FENCE * (upper - lower);
  const begin = Math.max(lower - reach, sorted[Math.floor(TAIL * last)]);
  const end = Math.min(upper + reach, sorted[Math.ceil((1 - TAIL) * last)]);
  const inside = sorted.filter((value) => value >= begin && value <= end);
  return [inside[0], inside[inside.length - 1]];
}

/**
 * Turns the papers and regions of a map, whose directions mean nothing, so that they are as large in a frame as can be.
 *
 * @param aspect the frame's width by its height
 */
export function turn(map, aspect) {
  const every = Math.ceil(map.papers.length / ENOUGH_PAPERS);
  const some = map.papers.filter((_, place) => place % every === 0);
  let best = 0;
  let largest = size(some, aspect) * WORTH;
  for (let step = 1; step < TURNS; step++) {
    const angle = (step * Math.PI) / TURNS;
    const own = size(some.map((paper) => turned(paper, angle)), aspect);
    if (own > largest) {
      [best, largest] = [angle, own];
    }
  }
  if (best !== 0) {
    for (const place of [...map.papers, ...(map.regions ?? [])]) {
      Object.assign(place, turned(place, best));
    }
  }
}

/** In the frame, of one unit of the map. */
function size(papers, aspect) {
  const all = extent(papers);
  return Math.min(aspect / all.width, 1 / all.height);
}

function turned({ x, y }, angle) {
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) };
}
