// @ts-check
/** What each kind of node gives: a value, or a gap with its reasons. Pure. */
import { fold } from "./cells.mjs";
import { Gap, sound, together } from "./gaps.mjs";
import { total } from "./totals.mjs";

/** @typedef {import("./gaps.mjs").Tree} Tree */
/** @typedef {import("./gaps.mjs").Value} Value */
/** @typedef {import("./gaps.mjs").Context} Context */
/** @typedef {(node: Tree, context: Context) => Value} Handler */

/** @param {Tree} node @param {Context} context @returns {Value} */
export function valueOf(node, context) {
  const kind = String(node[0]);
  if (Object.hasOwn(SIGNS, kind)) return arithmetic(kind, node, context);
  if (Object.hasOwn(ORDERS, kind)) return comparison(kind, node, context);
  return HANDLERS[kind](node, context);
}

/** @param {Tree} node @param {number} index @returns {Tree} */
const part = (node, index) => /** @type {Tree} */ (node[index]);

/** @param {Tree} node @param {number} index @returns {Tree[]} */
const parts = (node, index) => /** @type {Tree[]} */ (node[index]);

/** @type {Record<string, (a: number, b: number) => Value>} */
const SIGNS = {
  "+": (a, b) => sound(a + b),
  "-": (a, b) => sound(a - b),
  "*": (a, b) => sound(a * b),
  "/": (a, b) => (b === 0 ? new Gap([{ kind: "divide" }]) : sound(a / b)),
};

/** @type {Record<string, (a: number, b: number) => boolean>} */
const ORDERS = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

/** @param {Value[]} values @returns {Gap|null} */
function gapIn(values) {
  const gaps = values.filter((value) => value instanceof Gap);
  if (gaps.length === 0) return null;
  return gaps.length === 1 ? gaps[0] : together(gaps);
}

/** @param {string} sign @param {Tree} node @param {Context} context @returns {Value} */
function arithmetic(sign, node, context) {
  const sides = [valueOf(part(node, 1), context), valueOf(part(node, 2), context)];
  return gapIn(sides) ?? SIGNS[sign](Number(sides[0]), Number(sides[1]));
}

/** @param {string} sign @param {Tree} node @param {Context} context @returns {Value} */
function comparison(sign, node, context) {
  const sides = [valueOf(part(node, 1), context), valueOf(part(node, 2), context)];
  if (sides.some((side) => side instanceof Gap && side.link)) return false;
  const gap = gapIn(sides);
  if (gap) return gap;
  const [left, right] = sides;
  if (left === null || right === null) return sign === "!=";
  if (typeof left === "string" && typeof right === "string") return (fold(left) === fold(right)) === (sign === "==");
  return ORDERS[sign](Number(left), Number(right));
}

/** @param {boolean} decides the value that settles all @returns {Handler} */
const joined = (decides) => (node, context) => {
  /** @type {Gap[]} */
  const gaps = [];
  for (const each of parts(node, 1)) {
    const value = valueOf(each, context);
    if (value === decides) return decides;
    if (value instanceof Gap) gaps.push(value);
  }
  return gapIn(gaps) ?? !decides;
};

/** @param {(...values: number[]) => number} pick @returns {Handler} */
const picked = (pick) => (node, context) => {
  const values = parts(node, 1).map((each) => valueOf(each, context));
  return gapIn(values) ?? pick(...values.map(Number));
};

/** @type {Handler} */
function figureOf(node, { world, row, key, number }) {
  const id = String(node[1]);
  const { each } = world.figures[id];
  const results = world.results[id];
  /** @type {string|number} */
  let at = "";
  if (each === "row") at = row?.index ?? -1;
  else if (typeof each === "string") {
    const named = row ? row.cells[each] : key;
    if (named instanceof Gap) return named;
    at = fold(String(named ?? ""));
  } else if (each !== null) at = number ?? -1;
  return results.get(at) ?? (each === null ? null : new Gap([{ kind: "rows" }]));
}

/** @type {Handler} */
function ofRow(node, context) {
  const place = valueOf(part(node, 1), context);
  if (place instanceof Gap) return place;
  const row = context.world.byIndex.get(Number(place ?? -1));
  return row ? valueOf(part(node, 2), { ...context, row }) : linkOf(part(node, 1), context);
}

/** @param {Tree} node that names no row @param {Context} context @returns {Gap} */
function linkOf(node, { row }) {
  const column = node[0] === "cell" ? String(node[1]) : "";
  return new Gap(row && column ? [{ kind: "cell", row: row.index, column }] : [{ kind: "rows" }], true);
}

/** @type {Record<string, Handler>} */
const HANDLERS = {
  number: (node) => Number(node[1]),
  text: (node) => String(node[1]),
  today: (_, { world }) => world.today,
  series: (_, { number }) => number ?? 0,
  key: (_, { key }) => key ?? "",
  here: (_, { here }) => here?.index ?? null,
  cell: (node, { row }) => row?.cells[String(node[1])] ?? null,
  answer: (node, { world }) => world.answers[String(node[1])],
  figure: figureOf,
  of: ofRow,
  given(node, context) {
    const value = valueOf(part(node, 1), context);
    return !(value instanceof Gap) && value !== "" && value !== null;
  },
  not(node, context) {
    const value = valueOf(part(node, 1), context);
    return value instanceof Gap ? value : !value;
  },
  minus(node, context) {
    const value = valueOf(part(node, 1), context);
    return value instanceof Gap ? value : sound(-Number(value));
  },
  if(node, context) {
    const value = valueOf(part(node, 1), context);
    return value instanceof Gap ? value : valueOf(part(node, value ? 2 : 3), context);
  },
  and: joined(false),
  or: joined(true),
  least: picked(Math.min),
  most: picked(Math.max),
  each: (node, context) => total(node, context, valueOf),
};
