/* Load over time: panels one above the other on one time axis, the same scales for every variant. */

function timelineSection(timelines, variants) {
  if (timelines.length === 0) return html('p', { class: 'soft' }, 'No load was recorded.');
  const shared = {
    rate: Math.max(1, ...timelines.flatMap((line) => line.buckets.flatMap((bucket, i) => [rate(line, bucket.offered, i) || 0, rate(line, bucket.completed, i) || 0]))),
    latency: logRange(timelines.flatMap((line) => [...line.dots.map((dot) => dot.ms), ...line.buckets.flatMap((bucket) => bucket.latency ? [bucket.latency.p50, bucket.latency.p99] : [])])),
    failures: Math.max(0, ...timelines.flatMap((line) => line.buckets.map((bucket) => bucket.errors + bucket.throttles))),
    seconds: Math.max(...timelines.map((line) => line.seconds), 1),
  };
  return [
    html('p', { class: 'soft small' },
      'Latency counts from the intended time and stands where the request was due. All panels share their scales.'
      + (timelines.some((line) => line.dots.length) ? ' Every mark is one request.' : ' There are too many requests to draw each; lines are percentiles per bucket.')),
    html('div', { class: 'legend' },
      legendLine('line', 'p50'), legendLine('line faint', 'p90'), legendLine('line faint dashed', 'p99 (of a few: nearly the slowest)'),
      html('span', {}, svg('svg', { viewBox: '0 0 22 14', 'aria-hidden': 'true' }, svg('path', { class: 'cold', d: 'M11,2l6,10h-12z' })), 'cold start'),
      html('span', {}, svg('svg', { viewBox: '0 0 22 14', 'aria-hidden': 'true' }, cross(11, 7, 4)), 'failed')),
    html('div', { class: 'panels' }, timelines.map((line) =>
      timelineFigure(line, variants.findIndex((variant) => variant.variant === line.variant), shared))),
  ];
}

const legendLine = (className, text) => html('span', {},
  svg('svg', { viewBox: '0 0 22 14', class: 'v0', 'aria-hidden': 'true' }, svg('line', { class: className, x1: 1, x2: 21, y1: 7, y2: 7 })), text);

const cross = (x, y, s) => svg('path', { d: `M${x - s},${y - s}l${2 * s},${2 * s}m0,${-2 * s}l${-2 * s},${2 * s}`, class: 'cross' });

/* Requests per second; null for a bucket that the load fills by less than half. */
function rate(line, requests, bucket) {
  const covered = Math.min(line.bucketSeconds, line.seconds - bucket * line.bucketSeconds);
  return covered < line.bucketSeconds / 2 ? null : requests / covered;
}

function timelineFigure(line, index, shared) {
  const readout = html('div', { class: 'readout', 'aria-live': 'off' });
  const node = figure({
    label: `${line.variant} in ${line.phase} over time: rate, cold starts, latency, failures`,
    draw: (width) => drawTimeline(line, index, shared, width, readout),
    table: () => dataTable(`Buckets of ${line.bucketSeconds} s; rates per second, latency in ms`,
      ['from s', 'offered', 'completed', 'p50', 'p90', 'p99', 'errors', 'throttles'],
      line.buckets.map((bucket, i) => [i * line.bucketSeconds,
        rate(line, bucket.offered, i), rate(line, bucket.completed, i)].map((value) => value === null ? '-' : number(value)).concat(
        bucket.latency ? [bucket.latency.p50, bucket.latency.p90, bucket.latency.p99].map(number) : ['-', '-', '-'],
        [count(bucket.errors), count(bucket.throttles)]))),
  });
  return html('div', {}, html('h3', {}, badge(Math.max(0, index)), `${line.variant} · ${line.phase}`), readout, node);
}

function drawTimeline(line, index, shared, width, readout) {
  const [left, right] = [44, width - 10];
  const x = linearScale(0, shared.seconds, left, right);
  const rateTop = 22;
  const rateBottom = 112;
  const rugBottom = rateBottom + 30;
  const latencyTop = rugBottom + 34;
  const latencyBottom = latencyTop + 170;
  const failTop = latencyBottom + 32;
  const bottom = shared.failures > 0 ? failTop + 50 : latencyBottom;
  const y = linearScale(0, shared.rate * 1.1, rateBottom, rateTop);
  const cursor = svg('line', { class: 'cursor', y1: rateTop, y2: bottom });
  const surface = svg('rect', { x: left, y: rateTop, width: right - left, height: bottom - rateTop, fill: 'transparent' });
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${bottom + 42}`, class: variantClass(Math.max(0, index)) },
    ratePanel(line, x, y, { left, right, top: rateTop }),
    rugPanel(line, x, { left, right, top: rateBottom + 10, bottom: rugBottom }),
    latencyPanel(line, index, x, logScale(...shared.latency, latencyBottom, latencyTop), { left, right, top: latencyTop }),
    shared.failures > 0
      ? failurePanel(line, x, linearScale(0, shared.failures, bottom, failTop), { left, right, top: failTop })
      : svg('text', { x: left, y: bottom + 34 }, 'no errors, no throttles'),
    bottomAxis(x, linearTicks(0, shared.seconds, width / 70), { top: bottom, bottom, left, right, label: 'seconds' }),
    cursor, surface);
  follow(surface, cursor, drawing, width, x, line, readout);
  return drawing;
}

function ratePanel(line, x, y, area) {
  const steps = (key) => line.buckets.flatMap((bucket, i) => {
    const value = rate(line, bucket[key], i);
    if (value === null) return [null];
    return [[x(i * line.bucketSeconds), y(value)], [x(Math.min(line.seconds, (i + 1) * line.bucketSeconds)), y(value)]];
  });
  const completed = steps('completed').filter((point) => point !== null);
  const closed = completed.length ? path([[completed[0][0], y(0)], ...completed, [completed.at(-1)[0], y(0)]]) + 'Z' : '';
  return svg('g', {},
    leftAxis(y, linearTicks(0, y.high, 3), { ...area, label: 'requests/s: offered (line), completed (area)' }),
    svg('path', { class: 'area', d: closed }),
    svg('path', { class: 'line', d: path(steps('offered')) }));
}

function rugPanel(line, x, { left, right, top, bottom }) {
  return svg('g', {},
    svg('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
    svg('text', { x: left - 7, y: bottom, 'text-anchor': 'end' }, 'cold'),
    line.coldAtSeconds.map((at) => svg('line', { class: 'rug', x1: x(at), x2: x(at), y1: top, y2: bottom },
      svg('title', {}, `cold start at ${at.toFixed(2)} s`))),
    line.coldAtSeconds.length === 0 && svg('text', { x: right, y: bottom - 5, 'text-anchor': 'end' }, 'none'));
}

function latencyPanel(line, index, x, y, area) {
  /* A few buckets stand apart; of many, a line is easier to follow. */
  const apart = line.buckets.length <= 40 ? [null] : [];
  const along = (key) => line.buckets.flatMap((bucket, i) => bucket.latency && i * line.bucketSeconds < line.seconds
    ? [...apart, ...[i, i + 1].map((edge) => [x(Math.min(line.seconds, edge * line.bucketSeconds)), y(bucket.latency[key])])] : [null]);
  return svg('g', {},
    leftAxis(y, logTicks(y, 22), { ...area, label: 'latency, ms (log)' }),
    line.dots.map((dot) => latencyDot(dot, x, y)),
    svg('path', { class: 'line faint dashed', d: path(along('p99')) }),
    svg('path', { class: 'line faint', d: path(along('p90')) }),
    svg('path', { class: 'line', d: path(along('p50')) }));
}

function latencyDot(dot, x, y) {
  const [cx, cy] = [x(dot.atSeconds), y(dot.ms)];
  const tip = svg('title', {}, `${dot.kind.toLowerCase()}: ${ms(dot.ms)} at ${dot.atSeconds.toFixed(2)} s`);
  switch (dot.kind) {
    case 'COLD': return svg('path', { class: 'cold', d: `M${cx},${cy - 6}l6,10h-12z` }, tip);
    case 'FAILED': return svg('g', {}, cross(cx, cy, 3), tip);
    default: return svg('circle', { class: 'mark', 'fill-opacity': 0.35, cx, cy, r: 2 }, tip);
  }
}

function failurePanel(line, x, y, area) {
  const bar = (bucket, i, from, to, className) => to > from && svg('rect', {
    class: className, x: x(i * line.bucketSeconds) + 0.5, width: Math.max(1, x(Math.min(line.seconds, (i + 1) * line.bucketSeconds)) - x(i * line.bucketSeconds) - 1),
    y: y(to), height: y(from) - y(to) });
  return svg('g', {},
    leftAxis(y, linearTicks(0, y.high, 2).filter(Number.isInteger), { ...area, label: 'errors (red) and throttles (amber) per bucket' }),
    line.buckets.map((bucket, i) => [
      bar(bucket, i, 0, bucket.errors, 'failed'),
      bar(bucket, i, bucket.errors, bucket.errors + bucket.throttles, 'throttle')]));
}

/* One cursor through all panels, with the bucket's figures above them. */
function follow(surface, cursor, drawing, width, x, line, readout) {
  surface.addEventListener('pointermove', (event) => {
    const box = drawing.getBoundingClientRect();
    const at = (event.clientX - box.left) / box.width * width;
    const seconds = (at - x(0)) / (x(1) - x(0));
    const i = Math.floor(seconds / line.bucketSeconds);
    const bucket = line.buckets[i];
    if (!bucket) return;
    cursor.setAttribute('x1', at);
    cursor.setAttribute('x2', at);
    cursor.classList.add('on');
    const latency = bucket.latency ? `p50 ${number(bucket.latency.p50)}, p90 ${number(bucket.latency.p90)}, p99 ${ms(bucket.latency.p99)}` : 'no answer';
    readout.textContent = `${i * line.bucketSeconds} to ${(i + 1) * line.bucketSeconds} s: ${plural(bucket.offered, 'request', 'requests')}, ${latency}`
      + (bucket.errors ? `, ${plural(bucket.errors, 'error', 'errors')}` : '') + (bucket.throttles ? `, ${plural(bucket.throttles, 'throttle', 'throttles')}` : '');
  });
  surface.addEventListener('pointerleave', () => {
    cursor.classList.remove('on');
    readout.textContent = '';
  });
}
