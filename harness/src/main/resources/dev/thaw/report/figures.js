/* Figures are spelt as the terminal spells them. */

function number(value) {
  const size = Math.abs(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 || size === 0 ? 2 : 3;
  const text = value.toFixed(decimals);
  return decimals === 0 ? grouped(text) : text;
}

const grouped = (whole) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
const ms = (value) => number(value) + ' ms';
const count = (value) => grouped(Math.round(value));
const plural = (n, one, many) => count(n) + ' ' + (n === 1 ? one : many);
const tick = (value) => value >= 1000 ? grouped(value) : String(Number(value.toPrecision(6)));
