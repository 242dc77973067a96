/** Small dots by the ten thousand, written as pixels: drawing each as a shape takes ten times as long. */

/**
 * @param pen of a canvas, whose content is replaced
 * @param groups papers by colour: [colour, papers] each
 * @param seen where the map lies: left, top, scale and the dots' size, in the canvas's own pixels
 * @param opacity of the dots, in [0, 1]
 */
export function paintDots(pen, groups, seen, opacity) {
  const { width, height } = pen.canvas;
  const image = pen.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const side = Math.max(1, Math.round(seen.size));
  for (const [colour, papers] of groups) {
    const value = pixel(pen, colour, opacity);
    for (const paper of papers) {
      const x = Math.round(seen.left + paper.x * seen.scale - side / 2);
      const y = Math.round(seen.top + paper.y * seen.scale - side / 2);
      if (x >= 0 && y >= 0 && x + side <= width && y + side <= height) {
        for (let row = y * width; row < (y + side) * width; row += width) {
          pixels.fill(value, row + x, row + x + side);
        }
      }
    }
  }
  pen.putImageData(image, 0, 0);
}

/** A colour as a pixel has it. */
function pixel(pen, colour, opacity) {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const { data } = pen.getImageData(0, 0, 1, 1);
  data[3] = Math.round(255 * opacity);
  return new Uint32Array(data.buffer)[0];
}
