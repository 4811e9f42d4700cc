/* Scales and axes. Ticks are round numbers, and no two labels touch. */

function linearScale(low, high, from, to) {
  const scale = (value) => from + (value - low) / (high - low || 1) * (to - from);
  scale.low = low;
  scale.high = high;
  return scale;
}

function logScale(low, high, from, to) {
  const log = linearScale(Math.log(low), Math.log(high), from, to);
  const scale = (value) => log(Math.log(Math.min(high, Math.max(low, value))));
  scale.low = low;
  scale.high = high;
  return scale;
}

function niceStep(span, atMost) {
  const rough = span / Math.max(1, atMost);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((m) => m * power).find((step) => step >= rough * 0.999999);
}

function linearTicks(low, high, atMost) {
  const step = niceStep(high - low || 1, atMost);
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/* The densest set of round numbers whose labels stay so many pixels apart. */
const MULTIPLES = [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

function logTicks(scale, apart) {
  const { low, high } = scale;
  for (const multiples of MULTIPLES) {
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      ticks.push(...multiples.map((multiple) => Number((multiple * 10 ** power).toPrecision(6)))
        .filter((value) => value >= low && value <= high));
    }
    if (ticks.every((value, i) => i === 0 || Math.abs(scale(value) - scale(ticks[i - 1])) >= apart)) return ticks;
  }
  return [];
}

/* A little air on both sides, and never less than a factor of two in all. */
function logRange(values) {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [1, 10];
  let low = Math.min(...positive) / 1.08;
  let high = Math.max(...positive) * 1.08;
  if (high / low < 2) {
    const middle = Math.sqrt(low * high);
    low = middle / Math.SQRT2;
    high = middle * Math.SQRT2;
  }
  return [low, high];
}

function bottomAxis(scale, ticks, { top, bottom, label, left, right, format = tick }) {
  return svg('g', {},
    ticks.map((value) => [
      svg('line', { class: 'grid', x1: scale(value), x2: scale(value), y1: top, y2: bottom }),
      svg('text', { x: scale(value), y: bottom + 17, 'text-anchor': 'middle' }, format(value)),
    ]),
    svg('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
    label && svg('text', { x: right, y: bottom + 34, 'text-anchor': 'end' }, label));
}

function leftAxis(scale, ticks, { left, right, label, top, format = tick }) {
  return svg('g', {},
    ticks.map((value) => [
      svg('line', { class: 'grid', x1: left, x2: right, y1: scale(value), y2: scale(value) }),
      svg('text', { x: left - 7, y: scale(value) + 4, 'text-anchor': 'end' }, format(value)),
    ]),
    label && svg('text', { class: 'title', x: 0, y: top - 9 }, label));
}

/* A path through the points; a null breaks it. */
function path(points) {
  let pen = 'M';
  let d = '';
  for (const point of points) {
    if (point === null) {
      pen = 'M';
    } else {
      d += pen + point[0].toFixed(1) + ',' + point[1].toFixed(1);
      pen = 'L';
    }
  }
  return d;
}
