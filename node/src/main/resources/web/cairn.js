"use strict";
// Draws the overview that /v1/live sends whenever something has changed; no library, no polling.

const KINDS = {
  proven: "proven", open: "open, proof running or to be sent", coming: "to come",
  faulty: "faulty", missed: "missed", empty: "nothing to prove",
};
const SVG = "http://www.w3.org/2000/svg";
const byId = id => document.getElementById(id);
const number = value => Number(value).toLocaleString("en");

let paused = false;
let latest = null;
let latestAt = 0;

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function clock(seconds) {
  const left = Math.max(0, Math.round(seconds));
  const two = value => String(value).padStart(2, "0");
  return `${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
}


function segment(index, inner, outer) {
  const gap = 0.012;
  const from = index / 48 * 2 * Math.PI - Math.PI / 2 + gap;
  const to = (index + 1) / 48 * 2 * Math.PI - Math.PI / 2 - gap;
  const at = (radius, angle) => `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  return `M${at(inner, from)} L${at(outer, from)} A${outer},${outer} 0 0 1 ${at(outer, to)} `
    + `L${at(inner, to)} A${inner},${inner} 0 0 0 ${at(inner, from)} Z`;
}

function svg(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function describe(deadline) {
  return `Deadline ${deadline.index}: ${KINDS[deadline.kind]}. ${number(deadline.partitions)} partitions, `
    + `${number(deadline.liveSectors)} live sectors, ${number(deadline.faultySectors)} faulty. `
    + `Opens at epoch ${number(deadline.open)}, closes at ${number(deadline.close)}.`;
}

function patterns() {
  const holder = svg("defs", {});
  holder.innerHTML = `
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--bad-tint)"/><rect width="3" height="6" fill="var(--bad)"/></pattern>
    <pattern id="cross" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill="var(--bad)"/><path d="M0,0 L8,8 M8,0 L0,8" stroke="var(--panel)" stroke-width="1.2"/></pattern>`;
  return holder;
}

function drawWheel(overview) {
  const wheel = byId("wheel");
  const focused = document.activeElement?.dataset?.index;
  wheel.replaceChildren(patterns());
  for (const deadline of overview.deadlines) {
    const path = svg("path", {
      d: segment(deadline.index, 88, 134), class: deadline.kind, tabindex: 0,
      "data-index": deadline.index, "aria-label": describe(deadline),
    });
    const read = () => { byId("deadline-detail").textContent = describe(deadline); };
    path.addEventListener("pointerenter", read);
    path.addEventListener("focus", read);
    path.append(svg("title", {}, describe(deadline)));
    wheel.append(path);
    if (String(deadline.index) === focused) path.focus();
  }
  for (let index = 0; index < 48; index += 6) {
    const angle = (index + 0.5) / 48 * 2 * Math.PI - Math.PI / 2;
    wheel.append(svg("text", {x: 152 * Math.cos(angle), y: 152 * Math.sin(angle)}, index));
  }
  const current = overview.deadlines.find(deadline => deadline.current);
  if (current) {
    const angle = (current.index + 0.5) / 48 * 2 * Math.PI - Math.PI / 2;
    wheel.append(svg("line", {x1: 40 * Math.cos(angle), y1: 40 * Math.sin(angle), x2: 84 * Math.cos(angle), y2: 84 * Math.sin(angle)}));
    wheel.append(svg("text", {x: 0, y: -6, class: "big"}, current.index));
    wheel.append(svg("text", {x: 0, y: 16}, `${number(current.liveSectors)} sectors`));
  }
  byId("legend").replaceChildren(...Object.entries(KINDS).map(([kind, words]) => {
    const count = overview.deadlines.filter(deadline => deadline.kind === kind).length;
    return element("li", {}, element("i", {class: kind}), `${words} `, element("span", {class: "soft"}, String(count)));
  }));
}

function drawTables(overview) {
  byId("alerts").replaceChildren(...overview.alerts.map(text => element("div", {class: "alert"}, text)));
  byId("tiles").replaceChildren(...overview.tiles.map(tile =>
    element("div", {class: "tile"}, element("span", {}, tile.name), element("b", {}, tile.value), element("span", {}, tile.detail))));
  byId("sectors").replaceChildren(...(overview.sectors.length ? overview.sectors : [{state: "No sector yet", count: 0}]).map(row =>
    element("tr", {}, element("td", {}, row.state), element("td", {}, number(row.count)))));
  byId("proofs").replaceChildren(...(overview.proofs.length
    ? overview.proofs.map(proof => {
      const share = proof.total > 0 ? Math.min(100, 100 * proof.done / proof.total) : 0;
      return element("div", {class: "proof"}, element("span", {}, proof.what),
        element("div", {class: "bar"}, element("i", {style: `width:${share.toFixed(1)}%`})),
        element("span", {class: "clock"}, proof.total > 0 ? `${share.toFixed(0)} %` : "running"));
    })
    : [element("p", {class: "soft"}, "None: nothing is being proved.")]));
  byId("shards").replaceChildren(...overview.shards.flatMap(group => [
    element("div", {}, `${group.type} `, element("span", {class: "soft"}, `${number(group.entities)} entities in ${number(group.shards)} shards`)),
    element("div", {class: "shards", "aria-hidden": "true"}, ...Array.from({length: Math.min(group.shards, 200)}, () => element("i"))),
  ]));
}

function draw(overview) {
  byId("miner").textContent = `${overview.miner} · ${overview.network}`;
  byId("sentence").textContent = overview.sentence;
  drawWheel(overview);
  drawTables(overview);
  document.title = `${overview.alerts.length ? "▲ " : ""}${overview.miner} · Cairn`;
}

function tell(state) {
  byId("live").dataset.state = state;
  byId("live").textContent = state;
}

function tick() {
  if (!latest) return;
  const age = (Date.now() - latestAt) / 1000 + latest.headAgeSeconds;
  byId("head").textContent = `epoch ${number(latest.height)} · ${age < 10 ? age.toFixed(1) + " s" : clock(age)} ago`;
}

byId("pause").addEventListener("click", () => {
  paused = !paused;
  byId("pause").textContent = paused ? "Resume" : "Pause";
  tell(paused ? "paused" : "live");
  if (!paused && latest) draw(latest);
});

const source = new EventSource("/v1/live");
source.addEventListener("open", () => tell(paused ? "paused" : "live"));
source.addEventListener("error", () => tell("reconnecting"));
source.addEventListener("overview", event => {
  latest = JSON.parse(event.data);
  latestAt = Date.now();
  if (!paused) { tell("live"); draw(latest); tick(); }
});
setInterval(tick, 500);
