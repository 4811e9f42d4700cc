/* The figures on cold starts and on warm latency. */

const PARTS = [
  { key: 'coldHiddenP50Ms', name: 'hidden', className: 'part-hidden', on: 'on-hidden halo', says: 'in no log line: placement, download, unpacking' },
  { key: 'coldInitP50Ms', name: 'init', className: 'part-init', on: 'on-init', says: 'Init (or Restore) Duration' },
  { key: 'coldFirstDurationP50Ms', name: 'first duration', className: 'part-first', on: 'on-light', says: 'the handler’s first run' },
  { key: 'warmRoundTripP50Ms', name: 'warm round trip', className: 'part-trip', on: 'on-light', says: 'network and front end' },
];

const hatch = () => svg('defs', {},
  svg('pattern', { id: 'hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: 'hatch-paper', width: 7, height: 7 }),
    svg('line', { class: 'hatch-line', x1: 0, x2: 0, y1: 0, y2: 7 })));

const valueOf = (variant, key) => variant.metrics[key] ? variant.metrics[key].value : null;

const variantLegend = (variants, extra) =>
  html('div', { class: 'legend' },
    variants.map((variant, i) => html('span', {}, badge(i), variant.variant)), extra);

function breakdownChart(variants) {
  const shown = variants.filter((variant) => PARTS.some((part) => part.key.startsWith('cold') && valueOf(variant, part.key) !== null));
  if (shown.length === 0) return html('p', { class: 'soft' }, 'Too few cold starts to take apart (5 are needed).');
  const sum = (variant) => PARTS.reduce((total, part) => total + Math.max(0, valueOf(variant, part.key) || 0), 0);
  const most = Math.max(...shown.map((variant) => Math.max(sum(variant), valueOf(variant, 'coldClientP50Ms') || 0)));
  const draw = (width) => {
    const right = width - 14;
    const rowHeight = 72;
    const bottom = shown.length * rowHeight + 6;
    const x = linearScale(0, most * 1.06, 0, right);
    return svg('svg', { viewBox: `0 0 ${width} ${bottom + 42}` }, hatch(),
      bottomAxis(x, linearTicks(0, most * 1.06, Math.min(8, width / 75)), { top: 8, bottom, left: 0, right, label: 'ms, medians' }),
      shown.map((variant, row) => breakdownRow(variant, x, row * rowHeight + 34, 30)));
  };
  return figure({
    label: 'Median parts of a cold start, one bar for each variant',
    caption: 'Medians of each part, from 0. The black line is the median a caller waited; parts’ medians need not add up to it.',
    legend: html('div', { class: 'legend' }, PARTS.map((part) => html('span', {},
      svg('svg', { viewBox: '0 0 22 14', 'aria-hidden': 'true' }, svg('rect', { class: part.className, width: 22, height: 14, rx: 2 })),
      html('span', {}, part.name + ' ', html('span', { class: 'soft small' }, part.says))))),
    draw,
    table: () => dataTable('Medians in ms', ['variant', ...PARTS.map((part) => part.name), 'client'],
      variants.map((variant) => [variant.variant,
        ...[...PARTS.map((part) => part.key), 'coldClientP50Ms'].map((key) => valueOf(variant, key) === null ? '-' : number(valueOf(variant, key)))])),
  });
}

function breakdownRow(variant, x, y, height) {
  let from = 0;
  const client = variant.metrics.coldClientP50Ms;
  const bars = PARTS.map((part) => {
    const value = valueOf(variant, part.key);
    if (value === null || value <= 0) return null;
    const left = x(from);
    const width = x(from + value) - left;
    from += value;
    const text = number(value);
    return [
      svg('rect', { class: part.className, x: left, y, width: Math.max(0.5, width), height }, svg('title', {}, `${part.name}: ${ms(value)}`)),
      width > text.length * 8 + 6 && svg('text', { class: part.on, x: left + width / 2, y: y + height / 2 + 4.5, 'text-anchor': 'middle' }, text),
    ];
  });
  return svg('g', {},
    svg('text', { class: 'strong', x: 0, y: y - 8 }, variant.variant,
      svg('tspan', { 'font-weight': 400 }, client ? `   ${ms(client.value)}, n = ${count(client.n)}` : '')),
    bars,
    client && svg('line', { class: 'total', x1: x(client.value), x2: x(client.value), y1: y - 4, y2: y + height + 4 },
      svg('title', {}, `client median: ${ms(client.value)}`)));
}

function coldChart(charts, variants) {
  const shown = charts.filter((chart) => chart.cold.n > 0);
  if (shown.length === 0) return html('p', { class: 'soft' }, 'No cold start was measured.');
  const draw = (width) => {
    const [left, right, top, bottom] = [50, width - 20, 26, 300];
    const x = logScale(...logRange(shown.flatMap((chart) => chart.cold.ms)), left, right);
    const y = linearScale(0, 1, bottom, top);
    return svg('svg', { viewBox: `0 0 ${width} ${bottom + 42}` },
      leftAxis(y, [0, 0.25, 0.5, 0.75, 1], { left, right, top, label: 'share that waited at most', format: (p) => p * 100 + ' %' }),
      bottomAxis(x, logTicks(x, 44), { top, bottom, left, right, label: 'client latency of a cold start, ms (log)' }),
      charts.map((chart, i) => chart.cold.n > 0 && coldSteps(chart, i, x, y)),
      variants.map((variant, i) => variant.metrics.coldClientP50Ms && medianBar(variant.metrics.coldClientP50Ms, i, x, y)));
  };
  const few = shown.filter((chart) => chart.cold.n < 20).map((chart) => chart.variant);
  return figure({
    label: 'Distribution of cold client latency, every sample a mark',
    caption: 'Every mark is one cold start (of more than 1,000, a thousand evenly ranked ones). The further left a line, the shorter the wait. '
      + 'The bar at 50 % is the median’s 95 % interval.' + (few.length ? ` Few samples: ${few.join(', ')}.` : ''),
    legend: variantLegend(charts), draw,
    table: () => dataTable('Cold client latency, ms, ascending', ['variant', 'n', 'values'],
      charts.map((chart) => [chart.variant, count(chart.cold.n), chart.cold.ms.slice(0, 200).map(number).join(' ') + (chart.cold.ms.length > 200 ? ' …' : '')])),
  });
}

function coldSteps(chart, index, x, y) {
  const values = chart.cold.ms;
  const rank = (i) => (i + 1) / values.length;
  const steps = values.flatMap((value, i) => [[x(value), y(i / values.length)], [x(value), y(rank(i))]]);
  return svg('g', { class: variantClass(index) },
    svg('path', { class: 'line faint', d: path(steps) }),
    values.map((value, i) => mark(index, x(value), y(rank(i)), values.length > 200 ? 2 : 4, 'mark dot', `${chart.variant}: ${ms(value)}`)));
}

function medianBar(estimate, index, x, y) {
  if (estimate.low === undefined || estimate.high === undefined) return null;
  return svg('g', { class: variantClass(index) },
    svg('line', { class: 'line', 'stroke-width': 3, x1: x(estimate.low), x2: x(estimate.high), y1: y(0.5), y2: y(0.5) }),
    [estimate.low, estimate.high].map((bound) =>
      svg('line', { class: 'line', x1: x(bound), x2: x(bound), y1: y(0.5) - 6, y2: y(0.5) + 6 })));
}

const NINES = [[0, 'min'], [0.30103, 'p50'], [1, 'p90'], [2, 'p99'], [3, 'p99.9'], [4, 'p99.99'], [5, 'p99.999'], [6, 'p99.9999']];

function percentileChart(charts, variants) {
  const shown = charts.filter((chart) => chart.warmClient.n > 0);
  if (shown.length === 0) return html('p', { class: 'soft' }, 'No warm invocation was measured under load.');
  const most = Math.max(1, ...shown.map((chart) => chart.warmClient.points.at(-1).nines));
  const draw = (width) => {
    const [left, right, top, bottom] = [46, width - 20, 26, 320];
    const x = linearScale(0, most, left, right);
    const y = logScale(...logRange(shown.flatMap((chart) => [...chart.warmClient.points, ...chart.warmService.points].map((p) => p.ms))), bottom, top);
    const ticks = NINES.filter(([nines]) => nines <= most + 0.01);
    const names = new Map(ticks);
    return svg('svg', { viewBox: `0 0 ${width} ${bottom + 42}` },
      leftAxis(y, logTicks(y, 24), { left, right, top, label: 'latency, ms (log)' }),
      bottomAxis(x, ticks.map(([nines]) => nines), { top, bottom, left, right, label: 'percentile, an equal step for each nine', format: (nines) => names.get(nines) }),
      charts.map((chart, i) => chart.warmClient.n > 0 && percentileLines(chart, i, x, y)));
  };
  const few = shown.filter((chart) => chart.warmClient.isRaw).map((chart) => chart.variant);
  return figure({
    label: 'Warm latency by percentile',
    caption: 'Where the two lines of a variant part, the generator or a queue in front of the function added to the wait. '
      + 'Marks are the slowest requests one by one; a line ends at the slowest, and no percentile beyond it can be known.'
      + (few.length ? ` Few samples, drawn one by one: ${few.join(', ')}.` : ''),
    legend: variantLegend(charts, [
      html('span', { class: 'soft' }, svg('svg', { viewBox: '0 0 22 14', class: 'v0', 'aria-hidden': 'true' }, svg('line', { class: 'line thick', x1: 3, x2: 19, y1: 7, y2: 7 })), 'from the intended time'),
      html('span', { class: 'soft' }, svg('svg', { viewBox: '0 0 22 14', class: 'v0', 'aria-hidden': 'true' }, svg('line', { class: 'line thin', x1: 1, x2: 21, y1: 7, y2: 7 })), 'from the sent time'),
    ]),
    draw,
    table: () => dataTable('Warm latency, ms', ['variant', 'n', ...['client', 'service'].flatMap((kind) => ['p50', 'p90', 'p99', 'p99.9'].map((name) => `${kind} ${name}`)), 'slowest'],
      charts.map((chart, i) => [chart.variant, count(chart.warmClient.n),
        ...['warmClient', 'warmService'].flatMap((kind) => SERVED.map((name) => figureOf(variants[i], `${kind}${name}Ms`))),
        chart.warmClient.n ? number(chart.warmClient.points.at(-1).ms) : '-'])),
  });
}

const SERVED = ['P50', 'P90', 'P99', 'P999'];
const figureOf = (variant, key) => valueOf(variant, key) === null ? '-' : number(valueOf(variant, key));

/* The slowest requests stand out one by one: between them nothing was measured. */
function percentileLines(chart, index, x, y) {
  const at = (curve) => curve.points.map((point) => [x(point.nines), y(point.ms)]);
  const steps = (curve) => at(curve).flatMap((point, i, all) => i === 0 ? [point] : [[point[0], all[i - 1][1]], point]);
  const shown = chart.warmClient.isRaw ? chart.warmClient.points : chart.warmClient.points.slice(-12);
  return svg('g', { class: variantClass(index) },
    svg('path', { class: 'line thick', d: path(steps(chart.warmClient)) }),
    svg('path', { class: 'line thin', d: path(steps(chart.warmService)) }),
    shown.map((point) => mark(index, x(point.nines), y(point.ms), 3.2, 'mark dot', `${chart.variant}: ${ms(point.ms)}`)));
}
