/** What fingers, pens and mice do on a map. */

const STILL_PIXELS = 4;

/** @param doing what is done: drag(across, down), zoom(factor, x, y), point(x, y), click(x, y), leave() */
export function followPointer(canvas, doing) {
  const held = new Map();
  let moved = false;

  function spread() {
    const [one, other] = [...held.values()];
    return { apart: Math.hypot(one.x - other.x, one.y - other.y), x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  }

  canvas.addEventListener("pointerdown", (event) => {
    moved = held.size > 0;
    held.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const from = held.get(event.pointerId);
    if (!from) {
      doing.point(event.offsetX, event.offsetY);
      return;
    }
    moved ||= Math.hypot(event.offsetX - from.x, event.offsetY - from.y) > STILL_PIXELS;
    if (!moved) {
      return;
    }
    const before = held.size === 2 ? spread() : null;
    held.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (before) {
      const after = spread();
      doing.zoom(after.apart / Math.max(1, before.apart), after.x, after.y);
    } else {
      doing.drag(event.offsetX - from.x, event.offsetY - from.y);
    }
  });
  canvas.addEventListener("pointerup", (event) => {
    if (held.delete(event.pointerId) && !moved) {
      doing.click(event.offsetX, event.offsetY);
    }
  });
  canvas.addEventListener("pointercancel", (event) => held.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => doing.leave());
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      doing.zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
}
