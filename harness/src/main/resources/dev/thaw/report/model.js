/* What the reference model predicted, beside what was measured. */

/* Shares have no sensible ratio: of them the distance in percentage points is drawn. */
const isShare = (key) => key.endsWith('Ratio');

function modelRows(predictions, share) {
  return predictions.flatMap((prediction) => Object.entries(prediction.metrics)
    .filter(([key, check]) => check.measured && isShare(key) === share && (share || check.measured.value > 0))
    .map(([key, check]) => modelRow(prediction, key, check, share)));
}

/* Everything as a multiple of the measured value, or in points from it. */
function modelRow(prediction, key, check, share) {
  const measured = check.measured.value;
  const from = (value) => value === undefined ? undefined : share ? 100 * (value - measured) : value / measured;
  const range = (estimate) => ({ value: from(estimate.value), low: from(estimate.low), high: from(estimate.high) });
  return { variant: prediction.variant, phase: prediction.phase, key, inside: check.isInside, predicted: range(check.predicted), measured: range(check.measured) };
}

function modelSection({ summary, model }, variants) {
  const predictions = summary.predictions || [];
  if (predictions.length === 0) return html('p', { class: 'soft' }, summary.run.status === 'COMPLETE' ? 'This run holds no prediction.' : 'A partial run is not predicted.');
  const names = new Map();
  model.blocks.forEach((block, b) => Object.keys(predictions[b].metrics).forEach((key, r) => names.set(key, block.rows[r].group + ' ' + block.rows[r].label)));
  const ratios = modelRows(predictions, false);
  const shares = modelRows(predictions, true);
  const indexOf = (row) => Math.max(0, variants.findIndex((variant) => variant.variant === row.variant));
  const several = new Set([...ratios, ...shares].map((row) => row.phase)).size > 1;
  const label = (row) => names.get(row.key) + (several ? ' (' + row.phase + ')' : '');
  return [
    ratios.length + shares.length > 0 && figure({
      label: 'Predictions of the model relative to what was measured',
      caption: 'The line in the middle is the measured value, the band around it its 95 % interval. A mark is the prediction with its 95 % interval: filled where the measured value lies inside, open where it does not.',
      legend: variantLegend(variants),
      draw: (width) => drawModel(width, [
        { rows: ratios, title: 'times and cost: predicted ÷ measured (log)', share: false },
        { rows: shares, title: 'shares: predicted − measured, in points', share: true },
      ].filter((panel) => panel.rows.length > 0), label, indexOf),
    }),
    modelTable(model),
    html('details', {}, html('summary', {}, 'What its times were fitted to'),
      dataTable('Fitted times; none from the figures above', ['variant, phase', 'time', 'fitted', 'from', 'n'], predictions.flatMap((prediction) => prediction.sources.map((source) =>
        [`${prediction.variant}, ${prediction.phase}`, source.quantity, source.times, source.from, count(source.n)])))),
    model.blocks.filter((block) => block.rows.length === 0).map((block) => html('p', { class: 'soft small' }, `${block.variant}, ${block.phase}: ${block.origins}.`)),
    html('p', { class: 'soft small' }, model.closing.charAt(0).toUpperCase() + model.closing.slice(1)),
  ];
}

function modelTable(model) {
  return html('div', { class: 'scroll', tabindex: '0' }, html('table', { class: 'figures model' },
    html('thead', {}, html('tr', {}, ['', 'predicted', 'measured', 'error', 'inside'].map((text) => html('th', { scope: 'col' }, text)))),
    html('tbody', {}, model.blocks.filter((block) => block.rows.length > 0).map((block) => [
      html('tr', { class: 'lead' }, html('th', { colspan: 5, scope: 'rowgroup' }, `${block.variant}, ${block.phase}`)),
      block.rows.map((row) => html('tr', {},
        html('th', { scope: 'row' }, row.group + ' ' + row.label + ' ', html('span', { class: 'soft small' }, row.unit)),
        html('td', {}, row.predicted), html('td', {}, row.measured), html('td', {}, row.error),
        html('td', { class: row.inside === 'no' ? 'no' : 'ok' }, row.inside === 'no' ? '✗ no' : row.inside)))]))));
}

function drawModel(width, panels, label, indexOf) {
  const rowHeight = 24;
  const left = Math.min(190, width * 0.42);
  const right = width - 16;
  let top = 30;
  const drawn = panels.map(({ rows, title, share }) => {
    const keys = [...new Map(rows.map((row) => [label(row), row.key])).keys()];
    const lines = keys.flatMap((key) => rows.filter((row) => label(row) === key));
    const bottom = top + lines.length * rowHeight + 4;
    const values = lines.flatMap((row) => [row.predicted, row.measured].flatMap((range) => [range.value, range.low, range.high]).filter((value) => value !== undefined));
    const x = share ? linearScale(...shareRange(values), left, right) : logScale(...logRange([...values, 1]), left, right);
    const ticks = share ? linearTicks(x.low, x.high, (right - left) / 45) : logTicks(x, 40);
    const panel = svg('g', {},
      svg('text', { class: 'title', x: 0, y: top - 10 }, title),
      bottomAxis(x, ticks, { top, bottom, left, right, format: share ? tick : (value) => tick(value) + '×' }),
      svg('line', { class: 'total', x1: x(share ? 0 : 1), x2: x(share ? 0 : 1), y1: top, y2: bottom }),
      lines.map((row, i) => modelLine(row, x, top + (i + 0.5) * rowHeight + 2, { name: i > 0 && label(lines[i - 1]) === label(row) ? '' : label(row), index: indexOf(row), right, share })));
    top = bottom + 62;
    return panel;
  });
  return svg('svg', { viewBox: `0 0 ${width} ${top - 34}` }, drawn);
}

/* Room for the points on both sides of none, and never less than one of them. */
function shareRange(values) {
  const most = Math.max(0.5, ...values.map(Math.abs)) * 1.08;
  return [-most, most];
}

function modelLine(row, x, y, { name, index, right, share }) {
  const spelt = (value) => share ? number(value) + ' pp' : number(value) + '×';
  const end = (value, otherwise) => x(value === undefined ? otherwise : value);
  return svg('g', { class: variantClass(index) },
    name && svg('text', { x: 0, y: y + 4 }, name),
    svg('rect', { class: 'band', x: end(row.measured.low, x.low), y: y - 7, width: Math.max(1, Math.min(right, end(row.measured.high, x.high)) - end(row.measured.low, x.low)), height: 14 }),
    svg('line', { class: 'line', x1: x(row.predicted.low), x2: x(row.predicted.high), y1: y, y2: y }),
    mark(index, x(row.predicted.value), y, 4.6, row.inside ? 'mark' : 'mark open',
      `${row.variant}, ${row.phase}: ${spelt(row.predicted.value)}, from ${spelt(row.predicted.low)} to ${spelt(row.predicted.high)}`));
}
