/* The page from top to bottom: the decision first, the evidence below. */

const data = JSON.parse(document.getElementById('data').textContent);

function banner({ info, summary, headline, facts, isPartial }) {
  const valid = summary.validity.verdict === 'VALID';
  return html('header', {},
    html('div', { class: 'top' },
      html('span', { class: 'pill ' + (valid ? 'good' : 'bad') }, valid ? 'VALID' : 'INVALID'),
      isPartial && html('span', { class: 'pill care' }, 'PARTIAL'),
      html('span', {}, info.title.name), html('span', {}, '·'), html('span', {}, info.period.startedAt.slice(0, 16).replace('T', ' ') + ' UTC')),
    html('h1', {}, info.title.question),
    html('p', { class: 'headline' }, headline),
    notes(summary.validity.doubts, 'bad'),
    html('dl', { class: 'facts' }, Object.entries({
      target: info.target.name + ', ' + info.target.region,
      variants: info.plan.variants.map((variant) => variant.name).join(', '),
      duration: facts.duration,
      machine: info.provenance.machine.cpus + ' CPUs',
      seed: info.seed,
    }).map(([term, text]) => html('div', {}, html('dt', {}, term), html('dd', {}, String(text))))));
}

const notes = (doubts, className) => doubts.length > 0 && html('ul', { class: 'notes' },
  doubts.map((doubt) => html('li', { class: className }, html('b', {}, doubt.where + ': '), doubt.finding + '. ', html('span', {}, doubt.remedy))));

const GROUPS = { cold: 'Cold start', warm: 'Warm, under load', load: 'Under load', all: 'All requests', cost: 'Billed cost' };


function figuresTable({ info, table, summary, units }) {
  const variants = info.plan.variants;
  const columns = 1 + variants.length * 3 + Math.max(0, variants.length - 1);
  let group = '';
  const rows = table.flatMap((row, r) => {
    const lead = units[r].group !== group && html('tr', { class: 'lead' },
      html('th', { colspan: columns, scope: 'rowgroup' }, GROUPS[units[r].group]));
    group = units[r].group;
    return [lead, html('tr', {},
      html('th', { scope: 'row' }, units[r].label + ' ', html('span', { class: 'soft small' }, units[r].unit)),
      row.cells.map((cell, i) => [
        html('td', { class: 'value' + (units[r].label === 'client p50' ? ' main' : '') }, cell.value),
        html('td', { class: 'interval' }, cell.interval),
        html('td', { class: 'n' }, cell.n),
        i > 0 && html('td', { class: 'change' }, html('b', {}, cell.change), ' ', html('span', {}, cell.changeInterval)),
      ]))];
  });
  return html('div', { class: 'scroll', tabindex: '0' }, html('table', { class: 'figures' },
    html('thead', {}, html('tr', {}, html('th', { scope: 'col' }, html('span', { class: 'soft small wide' }, 'value, 95 % interval, n')),
      variants.map((variant, i) => [
        html('th', { class: 'variant', colspan: 2, scope: 'colgroup' }, badge(i), variant.name, html('small', {}, variant.memory + ' MB')),
        html('th', { class: 'n', scope: 'col' }, 'n'),
        i > 0 && html('th', { class: 'text', scope: 'col' }, 'vs ' + variants[0].name),
      ]))),
    html('tbody', {}, rows)));
}

/* Phases that are compared with each other, a column for each. */
const sideBySide = ({ phaseTable: { sideBySide: { places, lines } } }) => html('div', { class: 'scroll', tabindex: '0' }, html('table', { class: 'figures' },
  html('thead', {}, html('tr', {}, html('td', {}), places.map((place) => html('th', { scope: 'col' }, place)))),
  html('tbody', {}, lines.map((line) => html('tr', {},
    html('th', { scope: 'row' }, line.label + ' ', html('span', { class: 'soft small' }, line.unit)),
    line.values.map((value) => html('td', {}, value)))))));

/* Phases one by one: measured, with the prediction beside it. */
function phaseFigures({ phaseTable }) {
  return [
    html('div', { class: 'scroll', tabindex: '0' }, html('table', { class: 'figures model' },
      html('thead', {}, html('tr', {}, ['', 'measured', '95 %', 'n', 'model predicts', 'inside'].map((text) => html('th', { scope: 'col' }, text)))),
      html('tbody', {}, phaseTable.blocks.filter((block) => block.rows.length > 0).map((block) => [
        html('tr', { class: 'lead' }, html('th', { colspan: 6, scope: 'rowgroup' }, block.place)),
        block.rows.map((row) => html('tr', {},
          html('th', { scope: 'row' }, row.label + ' ', html('span', { class: 'soft small' }, row.unit)),
          html('td', {}, row.measured), html('td', { class: 'interval' }, row.interval), html('td', { class: 'n' }, row.n), html('td', {}, row.predicted),
          html('td', { class: row.inside === 'no' ? 'no' : 'ok' }, row.inside === 'no' ? '✗ no' : row.inside)))])))),
    phaseTable.gaps.length > 0 && dataTable('Calls after times of idleness', ['', 'idle, s', 'calls', 'cold'],
      phaseTable.gaps.map((gap) => [gap.place, gap.seconds, gap.calls, gap.cold])),
  ];
}

function validity({ summary }) {
  const flag = (bad, text) => html('td', { class: bad ? 'no' : null }, (bad ? '✗ ' : '') + text);
  const total = (counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);
  const limit = (phase) => Math.max(5, 0.05 * (phase.latencyP50Ms || 0));
  return [
    html('p', { class: 'soft small' }, summary.validity.verdict === 'VALID'
      ? 'Every check holds. Lag is how late a request went out; its bound is max(5 ms, 5 % of the median latency).'
      : 'What failed is marked. Lag is how late a request went out; its bound is max(5 ms, 5 % of the median latency).'),
    notes(summary.validity.cautions, 'care'),
    html('div', { class: 'scroll', tabindex: '0' }, html('table', {},
      html('thead', {}, html('tr', {}, ['variant, phase', 'planned', 'unsent', 'errors', 'throttles', 'no REPORT', 'lag p50, ms', 'p99', 'max', 'bound', 'discarded']
        .map((text) => html('th', { scope: 'col' }, text)))),
      html('tbody', {}, summary.phases.map((phase) => {
        const unsent = Math.max(0, phase.requests.planned - phase.requests.recorded);
        const lag = phase.lag;
        return html('tr', {},
          html('th', { scope: 'row' }, `${phase.variant}, ${phase.phase}`),
          html('td', {}, count(phase.requests.planned)),
          flag(unsent > 0, count(unsent)), flag(total(phase.errors) > 0, count(total(phase.errors))),
          html('td', {}, count(total(phase.throttles))), html('td', {}, count(phase.requests.withoutReport)),
          html('td', {}, lag ? number(lag.p50Ms) : '-'), lag ? flag(lag.p99Ms > limit(phase), number(lag.p99Ms)) : html('td', {}, '-'),
          html('td', {}, lag ? number(lag.maxMs) : '-'), html('td', {}, lag ? number(limit(phase)) : '-'),
          html('td', {}, count(total(phase.discarded))));
      })))),
  ];
}

function deviations({ info }) {
  if (info.target.deviations.length === 0) return html('p', {}, 'None that touches these figures.');
  return html('dl', { class: 'glossary' }, info.target.deviations.map((deviation) =>
    [html('dt', {}, deviation.what), html('dd', {}, deviation.why)]));
}

function reproduce({ info, summary, facts }) {
  const price = info.plan.price;
  const rows = [
    ['target', facts.target], ['machine', facts.machine], ['version', facts.version], ['run', `${info.id}, seed ${info.seed}`], ['phases', facts.phases],
    ...info.plan.variants.map((variant) => ['variant ' + variant.name, [variant.memory + ' MB', ...Object.entries(variant.settings).map(([key, value]) => key + ' ' + value)].join(', ')]),
    price && ['price', `$${Number((price.perRequest * 1e6).toPrecision(6))} per 1M requests, $${price.perGbSecond} per GB-s (${price.region}, ${price.architecture}; ${price.source}, ${price.date})`],
  ].filter(Boolean);
  const text = JSON.stringify({ info, summary }, null, 2);
  return [
    html('pre', {}, info.provenance.command),
    html('div', { class: 'scroll' }, html('table', {}, html('tbody', {}, rows.map(([term, value]) =>
      html('tr', {}, html('th', { scope: 'row' }, term), html('td', { class: 'text' }, value)))))),
    html('details', {}, html('summary', {}, 'The experiment as it was resolved'), html('pre', {}, JSON.stringify(info.plan.experiment, null, 2))),
    html('p', { class: 'download' }, html('a', { download: info.id + '.json', href: 'data:application/json;charset=utf-8,' + encodeURIComponent(text) }, 'Download these figures as JSON')),
  ];
}

const TERMS = [
  ['cold start', 'An invocation that waited until Lambda had made a new execution environment for it.'],
  ['warm', 'An invocation that found an environment which had served before.'],
  ['proactive', 'The first invocation of an environment that was ready before anybody asked: nobody waited, so it is not cold.'],
  ['client latency', 'From the time a request should have gone out (the intended time) until its answer was there.'],
  ['service time', 'From the time it really went out.'],
  ['init duration', 'Lambda’s own figure for starting the runtime and the code outside the handler.'],
  ['first duration', 'Lambda’s figure for the handler’s run in a cold start.'],
  ['hidden', 'What remains of a cold start’s client latency after init, first duration and a warm round trip: finding a place, fetching and unpacking the code. No log line has it.'],
  ['cold ratio', 'The share of invocations under load that were cold.'],
  ['p99', '99 of 100 requests were faster. Shown from 200 samples on, p99.9 from 1,000.'],
  ['± and [ , ]', 'The 95 % interval: had the run been repeated under the same conditions, 95 of 100 such intervals would hold the true value. ± ∞ says that there are too few samples for a bound.'],
  ['predicted', 'What the reference model, a simulation of Lambda’s rules, says of the same plan of requests, with times fitted to warm-ups and other phases: never to the figures it stands beside. Its interval holds 95 % of what it finds over and over again.'],
  ['~', 'A change whose interval holds 0: it may be none.'],
];

const howToRead = ({ closing }) => [
  html('p', {}, 'Read the sentence at the top first, then whether the measurement is valid. An INVALID or partial run shows what was seen, and nothing can be concluded from it.'),
  html('p', {}, 'A figure without its interval says little: when two intervals overlap widely, the difference may be chance. Cold and warm are measured in phases of their own and never mixed.'),
  html('p', { class: 'soft' }, closing),
  html('dl', { class: 'glossary' }, TERMS.map(([term, text]) => [html('dt', {}, term), html('dd', {}, text)])),
];

function render(page) {
  const variants = page.summary.variants;
  const few = variants.some((variant) => !variant.metrics.warmClientP99Ms);
  const byPhase = page.phaseTable.blocks.length > 0;
  document.getElementById('page').append(
    banner(page),
    byPhase && page.phaseTable.sideBySide.lines.length > 0 ? section('Side by side', sideBySide(page)) : '',
    section('The figures', byPhase ? phaseFigures(page) : figuresTable(page), !byPhase && few && html('p', { class: 'soft small' }, '- stands where there are too few samples for a figure.')),
    ...(byPhase ? [] : [
      section('Where the time of a cold start goes', breakdownChart(variants)),
      section('Every cold start', coldChart(page.charts.variants, variants)),
      section('Warm latency by percentile', percentileChart(page.charts.variants, variants))]),
    section('Over time, under load', timelineSection(page.charts.timelines, variants)),
    section('Model against measured', modelSection(page, variants)),
    section('Is the measurement valid?', validity(page)),
    section('How this target differs from AWS', deviations(page)),
    section('Do it again', reproduce(page)),
    section('How to read this', howToRead(page)));
  const redraw = () => redraws.forEach((draw) => draw());
  redraw();
  new ResizeObserver(() => requestAnimationFrame(redraw)).observe(document.getElementById('page'));
}

render(data);
