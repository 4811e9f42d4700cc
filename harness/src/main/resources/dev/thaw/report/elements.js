'use strict';
/* Elements are built, never parsed from text: nothing a run recorded can become markup. */

function element(namespace, name, attributes, children) {
  const node = namespace ? document.createElementNS(namespace, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

const html = (name, attributes, ...children) => element(null, name, attributes, children);
const svg = (name, attributes, ...children) =>
  element('http://www.w3.org/2000/svg', name, attributes, children);

const variantClass = (index) => 'v' + (index % 6);

/* A variant's sign differs in shape as well as in colour. */
function mark(index, x, y, size, className, title) {
  const tip = title ? svg('title', {}, title) : null;
  const attributes = { class: className || 'mark' };
  const s = size;
  switch (index % 4) {
    case 0: return svg('circle', { ...attributes, cx: x, cy: y, r: s }, tip);
    case 1: return svg('rect', { ...attributes, x: x - s * 0.9, y: y - s * 0.9, width: s * 1.8, height: s * 1.8 }, tip);
    case 2: return svg('path', { ...attributes, d: `M${x},${y - s * 1.2}l${s * 1.15},${s * 2}h${-s * 2.3}z` }, tip);
    default: return svg('path', { ...attributes, d: `M${x},${y - s * 1.3}l${s * 1.3},${s * 1.3}l${-s * 1.3},${s * 1.3}l${-s * 1.3},${-s * 1.3}z` }, tip);
  }
}

const badge = (index) =>
  html('span', { class: 'badge ' + variantClass(index), 'aria-hidden': 'true' },
    svg('svg', { viewBox: '0 0 11 11', width: 11, height: 11 }, mark(index, 5.5, 5.5, 4.6)));

function dataTable(caption, head, rows) {
  return html('div', { class: 'scroll', tabindex: '0' }, html('table', {},
    html('caption', {}, caption),
    html('thead', {}, html('tr', {}, head.map((text) => html('th', { scope: 'col' }, text)))),
    html('tbody', {}, rows.map((row) => html('tr', {}, row.map((text, i) =>
      i === 0 ? html('th', { scope: 'row' }, text) : html('td', {}, text)))))));
}

const redraws = [];

/* A figure draws itself to the width it is given, and has its data in a table behind it. */
function figure({ label, caption, legend, draw, table }) {
  const canvas = html('div', {});
  const node = html('figure', {},
    caption && html('figcaption', {}, caption), legend, canvas,
    table && html('details', {}, html('summary', {}, 'Data behind this figure'), table()));
  redraws.push(() => {
    const width = Math.max(260, canvas.clientWidth);
    if (canvas.dataset.width === String(width)) return;
    canvas.dataset.width = width;
    const drawn = draw(width);
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', label);
    canvas.replaceChildren(drawn);
  });
  return node;
}

const section = (title, ...children) => html('section', {}, html('h2', {}, title), children);
