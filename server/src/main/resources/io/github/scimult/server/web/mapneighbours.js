/** Papers of a map by their place. */

const CELLS = 64;

export class Neighbourhood {
  constructor(papers) {
    this.papers = papers;
    this.cells = new Map();
    for (const paper of papers) {
      const key = cell(column(paper.x), column(paper.y));
      const there = this.cells.get(key);
      if (there) {
        there.push(paper);
      } else {
        this.cells.set(key, [paper]);
      }
    }
  }

  /** The nearest paper within a distance; null for none. */
  within(x, y, reach) {
    let best = null;
    let least = reach;
    for (let across = column(x - reach); across <= column(x + reach); across++) {
      for (let down = column(y - reach); down <= column(y + reach); down++) {
        for (const paper of this.cells.get(cell(across, down)) ?? []) {
          const distance = Math.hypot(paper.x - x, paper.y - y);
          if (distance < least) {
            least = distance;
            best = paper;
          }
        }
      }
    }
    return best;
  }

  /** The nearest paper, however far. */
  nearest(x, y) {
    let best = this.within(x, y, 2 / CELLS);
    if (best === null) {
      let least = Infinity;
      for (const paper of this.papers) {
        const square = (paper.x - x) ** 2 + (paper.y - y) ** 2;
        if (square < least) {
          least = square;
          best = paper;
        }
      }
    }
    return best;
  }

  /** The nearest ones of some papers. */
  first(most, x, y, papers) {
    const best = [];
    for (const paper of papers) {
      const square = (paper.x - x) ** 2 + (paper.y - y) ** 2;
      if (best.length < most || square < best.at(-1).square) {
        const place = best.findIndex((one) => square < one.square);
        best.splice(place < 0 ? best.length : place, 0, { square, paper });
        best.length = Math.min(most, best.length);
      }
    }
    return best.map((one) => one.paper);
  }
}

function column(along) {
  return Math.floor(along * CELLS);
}

function cell(across, down) {
  return across * 4 * CELLS + down;
}
