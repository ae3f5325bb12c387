"use strict";
// Draws the overview that /v1/live sends once a second; no library. Nodes are kept and changed, not thrown away, so that
// focus, selection and scroll positions stay where they are.

const KINDS = {
  proven: "proven", open: "open", coming: "to come", faulty: "faulty", missed: "missed", empty: "nothing to prove",
};
const SVG = "http://www.w3.org/2000/svg";
const SILENCE = 5000;      // milliseconds without news after which the page says so
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 10000;
const byId = id => document.getElementById(id);
const number = value => Number(value).toLocaleString("en");

let paused = false;
let latest = null;
let latestAt = 0;
let connected = false;
let retry = FIRST_RETRY;
let chosen = null;

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function svg(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function set(node, name, value) {
  if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/** Makes the children of `parent` those of `items`, keeping the nodes of keys that stay. */
function keyed(parent, items, key, create, update) {
  const present = new Map([...parent.children].map(child => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const id = String(key(item));
    let child = present.get(id);
    if (!child) { child = create(item); child.dataset.key = id; }
    present.delete(id);
    update(child, item);
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  present.forEach(child => child.remove());
}

function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min`;
  if (whole < 86400) return `${Math.floor(whole / 3600)} h ${Math.floor(whole / 60) % 60} min`;
  return `${Math.floor(whole / 86400)} d ${Math.floor(whole / 3600) % 24} h`;
}

function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const two = value => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  return `${hours ? hours + ":" : ""}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

const timeOfDay = at => new Date(at).toLocaleTimeString("en-GB");
const dayAndTime = at => new Date(at).toLocaleString("en-GB", {dateStyle: "medium", timeStyle: "medium"});

// ---- the wheel

function segment(index, inner, outer) {
  const gap = 0.012;
  const from = index / 48 * 2 * Math.PI - Math.PI / 2 + gap;
  const to = (index + 1) / 48 * 2 * Math.PI - Math.PI / 2 - gap;
  const at = (radius, angle) => `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  return `M${at(inner, from)} L${at(outer, from)} A${outer},${outer} 0 0 1 ${at(outer, to)} `
    + `L${at(inner, to)} A${inner},${inner} 0 0 0 ${at(inner, from)} Z`;
}

function plural(count, noun) {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function describe(deadline) {
  const what = deadline.kind === "empty" ? "nothing to prove."
    : `${KINDS[deadline.kind]}. ${plural(deadline.liveSectors, "sector")} in ${plural(deadline.partitions, "partition")}`
      + (deadline.faultySectors ? `, ${number(deadline.faultySectors)} faulty` : "")
      + (deadline.recoveringSectors ? `, ${number(deadline.recoveringSectors)} of them recovering` : "") + ".";
  const proof = deadline.proof ? ` ${deadline.proof[0].toUpperCase()}${deadline.proof.slice(1)}.` : "";
  return `Deadline ${deadline.index}${deadline.current ? ", now" : ""}: ${what}${proof} `
    + `Epochs ${number(deadline.open)} to ${number(deadline.close - 1)}.`;
}

function patterns() {
  const holder = svg("defs", {});
  holder.innerHTML = `
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" class="hatch-ground"/><rect width="3" height="6" class="hatch-line"/></pattern>
    <pattern id="cross" width="10" height="10" patternUnits="userSpaceOnUse">
      <rect width="10" height="10" class="cross-ground"/><path d="M0,0 L10,10 M10,0 L0,10" class="cross-line"/></pattern>`;
  return holder;
}

function choose(index, focus) {
  chosen = (index + 48) % 48;
  document.querySelectorAll("#wheel path.deadline").forEach(path => path.setAttribute("tabindex", Number(path.dataset.index) === chosen ? 0 : -1));
  if (focus) document.querySelector(`#wheel path.deadline[data-index="${chosen}"]`).focus();
  tellDeadline();
}

function tellDeadline() {
  if (latest && chosen !== null) say(byId("deadline-detail"), describe(latest.deadlines[chosen]));
}

function buildWheel(wheel) {
  wheel.append(patterns());
  for (let index = 0; index < 48; index++) {
    const path = svg("path", {d: segment(index, 88, 134), class: "deadline", tabindex: index === 0 ? 0 : -1, "data-index": index, role: "img"});
    path.addEventListener("pointerenter", () => choose(index, false));
    path.addEventListener("focus", () => choose(index, false));
    path.addEventListener("keydown", event => {
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 6, PageUp: -6}[event.key];
      if (step) { event.preventDefault(); choose(index + step, true); }
      if (event.key === "Home" || event.key === "End") { event.preventDefault(); choose(event.key === "Home" ? 0 : 47, true); }
    });
    wheel.append(path, svg("path", {class: "progress", "data-progress": index}), svg("path", {class: "proof-mark", d: segment(index, 138, 142), "data-mark": index}));
  }
  for (let index = 0; index < 48; index += 6) {
    const angle = (index + 0.5) / 48 * 2 * Math.PI - Math.PI / 2;
    wheel.append(svg("text", {x: 156 * Math.cos(angle), y: 156 * Math.sin(angle)}, index));
  }
  wheel.append(svg("line", {id: "hand"}), svg("circle", {r: 3, class: "pin"}),
    svg("text", {id: "wheel-now", x: 0, y: -14, class: "big"}), svg("text", {id: "wheel-words", x: 0, y: 12}), svg("text", {id: "wheel-more", x: 0, y: 28}));
}

function share(deadline, overview) {
  if (deadline.kind !== "open") return 0;
  const running = overview.jobs.find(job => job.kind === "window_proof" && job.total > 0);
  return Math.max(deadline.partitions ? deadline.provenPartitions / deadline.partitions : 0, running ? running.done / running.total : 0, /made|sent/.test(deadline.proof) && !/being made|not made/.test(deadline.proof) ? 0.75 : 0);
}

function drawWheel(overview) {
  const wheel = byId("wheel");
  if (!wheel.firstChild) buildWheel(wheel);
  for (const deadline of overview.deadlines) {
    const path = wheel.querySelector(`path.deadline[data-index="${deadline.index}"]`);
    set(path, "class", `deadline ${deadline.kind}`);
    set(path, "aria-label", describe(deadline));
    const done = share(deadline, overview);
    const progress = wheel.querySelector(`path[data-progress="${deadline.index}"]`);
    set(progress, "d", done > 0 ? segment(deadline.index, 88, 88 + 46 * Math.min(1, done)) : "");
    const landed = deadline.kind === "proven" || deadline.partitions > 0 && deadline.provenPartitions >= deadline.partitions;
    set(wheel.querySelector(`path[data-mark="${deadline.index}"]`), "class", `proof-mark ${landed ? "landed" : deadline.proof && deadline.kind === "open" ? "busy" : ""}`);
  }
  const current = overview.deadlines.find(deadline => deadline.current);
  if (current) {
    const through = (overview.height - current.open) / Math.max(1, current.close - current.open);
    const angle = (current.index + Math.min(1, Math.max(0, through))) / 48 * 2 * Math.PI - Math.PI / 2;
    const hand = byId("hand");
    set(hand, "x1", 52 * Math.cos(angle)); set(hand, "y1", 52 * Math.sin(angle));
    set(hand, "x2", 84 * Math.cos(angle)); set(hand, "y2", 84 * Math.sin(angle));
    say(byId("wheel-now"), String(current.index));
    say(byId("wheel-words"), current.liveSectors ? plural(current.liveSectors, "sector") : "nothing to prove");
    say(byId("wheel-more"), current.kind === "open" ? `closes in ${number(current.close - overview.height)} epochs` : current.kind === "proven" ? "proven" : "");
  }
  keyed(byId("legend"), Object.entries(KINDS), ([kind]) => kind,
    ([kind]) => element("li", {}, element("i", {class: kind}), `${KINDS[kind]} `, element("span", {class: "soft"})),
    (item, [kind]) => say(item.lastChild, String(overview.deadlines.filter(deadline => deadline.kind === kind).length)));
  tellDeadline();
}

// ---- the panels

function drawAlerts(overview) {
  keyed(byId("alerts"), overview.alerts, alert => alert.id,
    () => element("div", {class: "alert"}, element("strong"), element("span", {class: "text"}), element("time")),
    (node, alert) => {
      set(node, "data-tone", alert.tone);
      say(node.children[0], alert.title);
      say(node.children[1], alert.text);
      const time = node.children[2];
      set(time, "datetime", new Date(alert.since).toISOString());
      set(time, "title", dayAndTime(alert.since));
      say(time, `${timeOfDay(alert.since)}, ${span((Date.now() - alert.since) / 1000)} ago`);
    });
}

function drawTiles(overview) {
  keyed(byId("tiles"), overview.tiles, tile => tile.name,
    tile => element("div", {class: "tile"}, element("span", {}, tile.name), element("b"), element("span")),
    (node, tile) => { say(node.children[1], tile.value); say(node.children[2], tile.detail); });
}

function bar(node, part) {
  const known = part >= 0;
  node.classList.toggle("unknown", !known);
  set(node, "aria-valuenow", known ? Math.round(part * 100) : "");
  node.firstChild.style.transform = `scaleX(${known ? part.toFixed(4) : 0})`;
}

const newBar = label => element("div", {class: "bar", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100, "aria-label": label}, element("i"));

function drawPipeline(overview) {
  keyed(byId("pipeline"), overview.pipeline, column => column.name,
    column => element("div", {class: "column"}, element("h3", {}, element("span", {}, column.name), element("span", {class: "soft"})), element("div", {class: "cards"})),
    (node, column) => {
      say(node.firstChild.lastChild, String(column.count));
      node.classList.toggle("idle", column.count === 0);
      keyed(node.lastChild, column.cards, card => card.sector,
        card => element("div", {class: "sector"}, element("div", {class: "top"}, element("b", {}, number(card.sector)), element("span", {class: "soft"})),
          element("span", {class: "soft"}), newBar(`Sector ${card.sector}`)),
        (item, card) => {
          set(item, "data-tone", card.tone);
          say(item.firstChild.lastChild, card.since ? span((Date.now() - card.since) / 1000) : "");
          say(item.children[1], card.text);
          item.children[2].hidden = card.share < 0;
          bar(item.children[2], card.share);
        });
    });
  keyed(byId("sectors"), overview.sectors.length ? overview.sectors : [{state: "no sector yet", count: 0, tone: "none"}], row => row.state,
    row => element("li", {}, element("i"), element("b"), ` ${row.state}`),
    (node, row) => { set(node, "data-tone", row.tone); say(node.children[1], number(row.count)); });
}

function rate(job) {
  const seconds = (Date.now() - job.startedAt) / 1000;
  if (job.total <= 0 || job.done <= 0 || seconds <= 0) return `for ${clock(seconds)}`;
  if (!job.unit) return `${(100 * job.done / job.total / seconds).toFixed(1)} %/s`;
  const each = job.done / seconds;
  return `${each >= 1e6 ? (each / 1e6).toFixed(1) + " M" : each >= 1e3 ? (each / 1e3).toFixed(1) + " k" : each.toFixed(1)} ${job.unit}/s`;
}

function bytes(count) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const unit = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(count) / 10));
  return `${parseFloat((count / 1024 ** unit).toPrecision(4))} ${units[unit]}`;
}

function drawJobs(overview) {
  const lanes = overview.cores.lanes;
  const parts = [
    overview.jobs.length ? plural(overview.jobs.length, "computation") : "",
    overview.cores.busy ? `${number(overview.cores.busy)} of ${plural(overview.cores.count, "core")}` : "",
    ...["halted", "queued"].map(state => [lanes.reduce((sum, lane) => sum + lane[state], 0), state])
      .filter(([count]) => count).map(([count, state]) => `${number(count)} ${state}`)];
  say(byId("jobs-count"), parts.filter(part => part).join(" · "));
  say(byId("proof-memory"), `Memory of proofs: ${bytes(overview.memory.reserved)} of ${bytes(overview.memory.limit)} reserved`);
  keyed(byId("jobs"), overview.jobs.length ? overview.jobs : [{id: "none"}], job => job.id,
    job => job.id === "none" ? element("p", {class: "soft"}, "Nothing is being computed.")
      : element("div", {class: "job"}, element("span", {class: "name"}), newBar(job.name),
        element("span", {class: "clock percent"}), element("span", {class: "clock soft"}), element("span", {class: "clock left"})),
    (node, job) => {
      if (job.id === "none") return;
      const part = job.total > 0 ? Math.min(1, job.done / job.total) : -1;
      say(node.children[0], job.name);
      bar(node.children[1], part);
      say(node.children[2], part < 0 ? "running" : `${Math.floor(part * 100)} %`);
      say(node.children[3], rate(job));
      say(node.children[4], job.secondsLeft < 0 ? "" : `${clock(job.secondsLeft)} left`);
    });
}

function drawStory(overview) {
  keyed(byId("story"), overview.story.length ? overview.story : [{number: "none"}], line => line.number,
    line => line.number === "none" ? element("li", {class: "soft"}, "Nothing yet.")
      : element("li", {"data-tone": line.tone}, element("time", {datetime: new Date(line.at).toISOString(), title: dayAndTime(line.at)}, timeOfDay(line.at)),
        element("b", {}, line.subject[0].toUpperCase() + line.subject.slice(1)), element("span", {}, line.text)),
    () => {});
}

function drawShards(overview) {
  const nodes = [...new Set(overview.shards.map(group => group.node))];
  const total = overview.shards.reduce((sum, group) => sum + group.shards, 0);
  say(byId("shards-count"), `${number(total)} on ${plural(nodes.length, "machine")}`);
  keyed(byId("shards"), nodes, node => node,
    node => element("div", {class: "machine"}, element("h3", {}, element("span", {class: "mono"}, node), element("span", {class: "soft"})), element("ul")),
    (machine, node) => {
      const groups = overview.shards.filter(group => group.node === node);
      say(machine.firstChild.lastChild, `${number(groups.reduce((sum, group) => sum + group.shards, 0))} shards`);
      keyed(machine.lastChild, groups, group => group.type,
        group => element("li", {"data-type": group.type}, element("span", {class: "type"}), element("span", {class: "squares", "aria-hidden": "true"})),
        (item, group) => {
          say(item.firstChild, `${group.type} · ${number(group.entities)} in ${plural(group.shards, "shard")}`);
          keyed(item.lastChild, Array.from({length: Math.min(group.shards, 200)}, (_, index) => index), index => index, () => element("i"), () => {});
        });
    });
}

function draw(overview) {
  say(byId("miner"), `${overview.miner} · ${overview.network}`);
  set(byId("verdict"), "data-tone", overview.verdict.tone);
  say(byId("sentence"), overview.verdict.sentence);
  say(byId("detail"), overview.verdict.detail);
  drawAlerts(overview);
  drawTiles(overview);
  drawWheel(overview);
  drawPipeline(overview);
  drawJobs(overview);
  drawStory(overview);
  drawShards(overview);
  const sign = {bad: "▲ ", warn: "△ "}[overview.verdict.tone] ?? "";
  if (document.title !== `${sign}${overview.miner} · Cairn`) document.title = `${sign}${overview.miner} · Cairn`;
}

// ---- live, paused, reconnecting

function tell(state) {
  set(byId("live"), "data-state", state);
  say(byId("live"), state);
}

function standing() {
  if (!connected) return latest ? "reconnecting" : "connecting";
  return paused ? "paused" : "live";
}

function tick() {
  const silent = latest && Date.now() - latestAt > SILENCE;
  if (silent && connected) lost();
  tell(standing());
  const away = byId("away");
  away.hidden = connected || !latest;
  document.body.classList.toggle("stale", !connected && latest !== null);
  if (!latest) return;
  const since = (Date.now() - latestAt) / 1000;
  if (!connected) say(away, `Cairn has not answered for ${span(since)}. What stands here is from ${timeOfDay(latestAt)}; the page goes on by itself.`);
  document.querySelectorAll(".age").forEach(node => say(node, silent || paused ? `${span(since)} old` : ""));
  const age = since + latest.headAgeSeconds;
  say(byId("head"), `epoch ${number(latest.height)} · ${age < 10 ? age.toFixed(1) + " s" : span(age)} ago`);
}

let source = null;
let waiting = null;

function lost() {
  connected = false;
  source?.close();
  source = null;
  if (waiting === null) {
    waiting = setTimeout(connect, retry);
    retry = Math.min(LONGEST_RETRY, retry * 2);
  }
}

function connect() {
  waiting = null;
  const mine = new EventSource("/v1/live");
  source = mine;
  mine.addEventListener("error", () => { if (source === mine) { lost(); tick(); } });
  mine.addEventListener("overview", event => {
    if (source !== mine) return;
    latest = JSON.parse(event.data);
    latestAt = Date.now();
    connected = true;
    retry = FIRST_RETRY;
    if (!paused) draw(latest);
    tick();
  });
}

byId("pause").addEventListener("click", () => {
  paused = !paused;
  say(byId("pause"), paused ? "Resume" : "Pause");
  set(byId("pause"), "aria-pressed", paused);
  if (!paused && latest) draw(latest);
  tick();
});
addEventListener("online", () => { retry = FIRST_RETRY; if (!connected && waiting !== null) { clearTimeout(waiting); connect(); } });
connect();
setInterval(tick, 500);
