"use strict";
// Plays the questions of one page. Nothing leaves the browser; what is kept, is kept in it.
(() => {
  const data = JSON.parse(document.getElementById("_data").textContent);
  const forms = new Map([...document.querySelectorAll("form.question")].map((form) => [form.id, form]));
  const judged = new Map();
  let round = 0;

  // Words and numbers

  const fill = (text, values) =>
    Object.entries(values).reduce((result, [name, value]) => result.split(`{${name}}`).join(value), text);

  const say = (element, word, values = {}) => {
    const [text, language] = data.words[word];
    element.textContent = fill(text, values);
    if (language) element.lang = language;
    else element.removeAttribute("lang");
    return element;
  };

  const said = (tag, word, values) => say(document.createElement(tag), word, values);

  const shown = (number) =>
    String(Math.round(number * 100) / 100).replace("-", "\u2212").replace(".", data.decimal);

  const question = (form) => data.questions[form.id];

  // An order that ids and a seed decide: equal in every language, another one in every round.

  const weight = (text) => {
    let hash = 2166136261;
    for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
    for (const factor of [0x85ebca6b, 0xc2b2ae35]) hash = Math.imul(hash ^ (hash >>> 15), factor);
    return (hash ^ (hash >>> 16)) >>> 0;
  };

  const mixed = (elements, name, seed) =>
    [...elements]
      .map((element) => [weight(`${seed}\n${name(element)}`), name(element), element])
      .sort((left, right) => left[0] - right[0] || (left[1] < right[1] ? -1 : 1))
      .map(([, , element]) => element);

  // What was answered

  const { fields, typed, parts, areas, inputs, settleLines } = answering;
  const kindOf = (form) => fields[question(form).kind];
  const readAnswer = (form) => kindOf(form).read(form);
  const isEmpty = (answer) =>
    typeof answer === "string" ? !answer.trim() : Object.values(answer).every((value) => isEmpty(value));

  const complaint = (form) => {
    const { kind, units } = question(form);
    const answer = readAnswer(form);
    if (isEmpty(answer)) return said("p", "empty");
    const unread = kind === "numeric" && !scoring.readNumbers(answer, units).length;
    return unread ? said("p", "number", { example: `1${data.decimal}5` }) : null;
  };

  // What it is worth

  const resultOf = (form) => {
    const { fraction, exact, parts: right } = scoring.judge(question(form), readAnswer(form));
    const verdict = exact ? "right" : fraction > 0 ? "partly" : "wrong";
    return { verdict, points: fraction * question(form).points, right };
  };

  const ownResult = (form) => {
    const points = Number(form.querySelector(".own select").value);
    const verdict = points === question(form).points ? "right" : points > 0 ? "partly" : "wrong";
    return { verdict, points, right: {} };
  };

  // Showing it

  const signs = { right: "✓", partly: "◐", wrong: "✗" };

  const signed = (element, verdict) => {
    const sign = document.createElement("span");
    sign.className = "sign";
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = signs[verdict];
    element.prepend(sign);
    return element;
  };

  const mark = (form, id, right) => {
    const place = document.getElementById(`${form.id}.${id}.mark`);
    if (!place) return;
    const verdict = right ? "right" : "wrong";
    place.replaceChildren(said("span", verdict));
    signed(place, verdict).dataset.verdict = verdict;
    place.hidden = false;
    const field = document.getElementById(`${form.id}.${id}`);
    if (field.matches("input, select")) field.setAttribute("aria-describedby", place.id);
    for (const area of areas(form)) if (area.dataset.for === field.id) area.dataset.verdict = verdict;
  };

  // What is said to the options that were chosen; each under its name, where there are several.
  const feedback = (form, right) => {
    const { kind, multiple } = question(form);
    const chosen =
      kind === "cloze"
        ? parts(form).map((gap) => [gap, `${gap.dataset.part}.${gap.value}`])
        : inputs(form).filter((input) => input.value in right).map((input) => [input, input.value]);
    return chosen.flatMap(([field, id]) => {
      const template = document.getElementById(`${form.id}.${id}.feedback`);
      if (!template) return [];
      const box = document.createElement("div");
      box.className = "said";
      if (multiple || kind === "cloze") {
        const name = document.createElement("p");
        name.className = "said-of";
        name.append(...[...field.labels[0].childNodes].map((node) => node.cloneNode(true)));
        box.append(name);
      }
      box.append(template.content.cloneNode(true));
      return [box];
    });
  };

  const verdictLine = (form, { verdict, points }) => {
    const element = document.createElement("p");
    element.className = "verdict";
    const total = question(form).points;
    element.append(said("strong", verdict), " · ", said("span", "score", { points: shown(points), total: shown(total) }));
    return signed(element, verdict);
  };

  const copies = (form, selector) =>
    [...form.querySelectorAll(`.solution ${selector}`)].map((element) => element.cloneNode(true));

  const show = (form, result) => {
    form.querySelector(".result").replaceChildren(
      verdictLine(form, result),
      ...feedback(form, result.right),
      ...(result.verdict === "right" ? copies(form, ".explanation") : []),
    );
    for (const [id, right] of Object.entries(result.right)) mark(form, id, right);
    settle(form, result);
    say(form.querySelector(".actions button"), "again");
  };

  // An essay is compared with what a good one holds; then its writer says what it is worth.
  const compare = (form) => {
    const own = form.querySelector(".own");
    const chosen = own.querySelector("select").value !== "";
    const result = chosen ? ownResult(form) : { points: 0, right: {} };
    form.querySelector(".result").replaceChildren(
      ...(chosen ? [verdictLine(form, result)] : []),
      ...copies(form, ".guidance"),
      ...copies(form, ".explanation"),
    );
    own.hidden = false;
    settle(form, result);
    say(form.querySelector(".actions button"), "again");
  };

  const settle = (form, result) => {
    if (result.verdict) form.dataset.verdict = result.verdict;
    judged.set(form.id, result);
    tally();
  };

  const clear = (form) => {
    form.querySelector(".result").replaceChildren();
    for (const place of form.querySelectorAll(".mark")) place.hidden = true;
    for (const field of form.querySelectorAll("[data-part], .option input")) field.removeAttribute("aria-describedby");
    for (const area of areas(form)) delete area.dataset.verdict;
    const solution = form.querySelector(".solution");
    if (solution) solution.open = false;
    const own = form.querySelector(".own");
    if (own) {
      own.hidden = true;
      own.querySelector("select").value = "";
    }
    delete form.dataset.verdict;
    const button = form.querySelector(".actions button");
    if (button) say(button, own ? "compare" : "check");
    judged.delete(form.id);
    tally();
  };

  // An opinion counts as answered once it is whole.
  const settleOpinion = (form) => {
    const statements = new Set(parts(form).map((input) => input.dataset.part));
    if (Object.keys(readAnswer(form)).length === statements.size) settle(form, { points: 0, right: {} });
    else judged.delete(form.id);
    tally();
  };

  const settleAreas = (form) => {
    for (const area of areas(form)) area.classList.toggle("chosen", document.getElementById(area.dataset.for).checked);
  };

  const settlePrint = (form) => {
    const printed = form.querySelector(".printed");
    if (printed) printed.textContent = typed(form).value;
  };

  const tally = () => {
    const all = Object.values(data.questions);
    const points = [...judged.values()].reduce((sum, result) => sum + result.points, 0);
    const total = all.reduce((sum, { points: most }) => sum + most, 0);
    say(document.getElementById("_points"), "score", { points: shown(points), total: shown(total) }).hidden = !total;
    say(document.getElementById("_answered"), "answered", { number: judged.size, total: all.length });
    const progress = document.getElementById("_progress");
    progress.max = all.length;
    progress.value = judged.size;
    document.getElementById("_score").classList.toggle("begun", judged.size > 0);
  };

  // Keeping it, where the browser lets us

  const turns = () => [...document.querySelectorAll(".next")];

  const keep = () => {
    const answers = [...forms.values()].map((form) => {
      const own = form.querySelector(".own select")?.value;
      return [form.id, { answer: readAnswer(form), checked: judged.has(form.id), ...(own ? { own } : {}) }];
    });
    const told = turns().filter((button) => button.hidden).map((button) => button.dataset.turn);
    try {
      localStorage.setItem(data.key, JSON.stringify({ ...Object.fromEntries(answers), _round: round, _told: told }));
    } catch { /* A private window or a full store: the page works without. */ }
  };

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(data.key)) ?? {};
    } catch {
      return {}; // The same; or it is not ours.
    }
  };

  const restore = () => {
    const before = kept();
    if (Number.isInteger(before._round) && before._round > 0) {
      round = before._round;
      arrangeAll();
    }
    for (const button of turns()) if (before._told?.includes?.(button.dataset.turn)) tell(button);
    for (const [id, form] of forms) {
      const { answer, checked, own } = before[id] ?? {};
      if (answer === undefined) continue;
      kindOf(form).write(form, answer);
      if (own !== undefined) form.querySelector(".own select").value = String(own);
      changed(form);
      if (checked && question(form).kind !== "likert" && !complaint(form)) judgeNow(form);
    }
  };

  // What a learner does

  const judgeNow = (form) => (question(form).kind === "essay" ? compare(form) : show(form, resultOf(form)));

  const check = (form) => {
    const problem = complaint(form);
    if (problem) form.querySelector(".result").replaceChildren(problem);
    else judgeNow(form);
  };

  // What was right stays; what was wrong is open again.
  const retry = (form) => {
    const { right } = judged.get(form.id);
    clear(form);
    const first = kindOf(form).reopen(form, right) ?? form.querySelector("input, select, textarea, .move");
    changed(form);
    first.focus();
    if (first.matches('input[type="text"]')) first.select();
  };

  const changed = (form) => {
    settleAreas(form);
    settlePrint(form);
    if (question(form).kind === "likert") settleOpinion(form);
  };

  const answered = (form, target) => {
    const { kind } = question(form);
    if (kind === "essay" && judged.has(form.id)) {
      if (target.closest(".own") || !readAnswer(form).trim()) judgeOwn(form);
    } else if (judged.has(form.id) || form.querySelector(".result").hasChildNodes()) {
      if (kind !== "likert") clear(form);
    }
    changed(form);
    keep();
  };

  const judgeOwn = (form) => (readAnswer(form).trim() ? compare(form) : clear(form));

  // The line itself stays where it is in the page, so that the focus does; its neighbour goes round it.
  const move = (form, button) => {
    const item = button.closest(".line");
    const step = Number(button.dataset.step);
    const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    if (step < 0) item.after(neighbour);
    else item.before(neighbour);
    settleLines(form);
    answered(form, item);
    const items = parts(form);
    say(form.querySelector(".spoken"), "place", { number: items.indexOf(item) + 1, total: items.length });
  };

  const tell = (button) => {
    button.hidden = true;
    const turn = document.getElementById(button.dataset.turn);
    turn.hidden = false;
    const next = turns().find((other) => other.closest(".case") === button.closest(".case") && !other.hidden);
    if (next) next.parentElement.hidden = false;
    return turn;
  };

  // Of each case only the first turn, and a button for the next.
  const hideTurns = () => {
    for (const scenario of document.querySelectorAll(".case")) {
      for (const [place, button] of scenario.querySelectorAll(".next").entries()) {
        button.hidden = false;
        button.parentElement.hidden = place > 0;
        document.getElementById(button.dataset.turn).hidden = true;
      }
    }
  };

  const arrange = (form) => {
    const { kind, shuffle, items } = question(form);
    const seed = `${form.id}\n${round}`;
    if (kind === "order") {
      const lines = mixed(parts(form), (item) => item.dataset.part, seed);
      const given = lines.every((item, place) => item.dataset.part === items[place]);
      form.querySelector(".lines").append(...(given ? [...lines.slice(1), lines[0]] : lines));
      settleLines(form);
    } else if (shuffle) {
      const options = form.querySelectorAll(".option");
      options[0].parentNode.append(...mixed(options, (option) => option.querySelector("input").value, seed));
    }
  };

  const arrangeAll = () => {
    for (const form of forms.values()) arrange(form);
  };

  const restart = () => {
    round += 1;
    for (const form of forms.values()) {
      kindOf(form).write(form, null);
      clear(form);
      changed(form);
    }
    arrangeAll();
    hideTurns();
    keep();
    const [first] = forms.values();
    first.querySelector("input, select, textarea, .move").focus();
  };

  const begin = () => {
    document.documentElement.classList.add("js");
    hideTurns();
    for (const form of forms.values()) {
      if (question(form).kind === "order") settleLines(form);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (judged.has(form.id)) retry(form);
        else check(form);
        keep();
      });
      form.addEventListener("input", (event) => answered(form, event.target));
      form.addEventListener("click", (event) => {
        const button = event.target.closest(".move");
        if (button) move(form, button);
        const area = event.target.closest(".area");
        if (area) document.getElementById(area.dataset.for).click();
      });
    }
    for (const button of turns()) {
      button.addEventListener("click", () => {
        tell(button).focus();
        keep();
      });
    }
    document.getElementById("_restart").addEventListener("click", restart);
    document.getElementById("_print").addEventListener("click", () => window.print());
    tally();
    restore();
  };

  if (forms.size) begin();
})();
