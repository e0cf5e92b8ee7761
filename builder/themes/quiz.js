"use strict";
// Plays the questions of one page. Nothing leaves the browser; what is kept, is kept in it.
(() => {
  const data = JSON.parse(document.getElementById("_data").textContent);
  const forms = new Map(
    [...document.querySelectorAll("form.question")].map((form) => [form.id, form]),
  );
  const judged = new Map();

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

  const shown = (number) => String(Math.round(number * 100) / 100).replace(".", data.decimal);

  // Each way to read what was typed: either mark is a decimal mark, or it parts thousands; none for no number.
  const readNumbers = (text) => {
    const typed = text.replace(/[\s'\u2019]/gu, "").replace(/^[\u2212\u2013]/u, "-");
    const decimal = /^[+-]?(\d+[.,]?\d*|[.,]\d+)$/u.test(typed) ? [Number(typed.replace(",", "."))] : [];
    const grouped = [/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/u, /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u]
      .map((pattern, comma) => pattern.test(typed) && typed.split(comma ? "," : ".").join("").replace(",", "."))
      .filter(Boolean);
    return [...decimal, ...grouped.map(Number)];
  };

  const comparable = (text) =>
    text
      .normalize("NFC")
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
      .replace(/[\u2018\u2019\u02bc`\u00b4]/gu, "'")
      .replace(/\s+/gu, " ")
      .trim()
      .toLocaleUpperCase(data.language)
      .toLocaleLowerCase(data.language);

  // What was answered

  const fields = (form) => [...form.querySelectorAll("input, select")];

  const readAnswer = (form) => {
    const { kind } = data.questions[form.id];
    if (kind === "choice") return fields(form).filter((field) => field.checked).map((field) => field.value);
    if (kind === "match") return Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
    return fields(form)[0].value;
  };

  const isEmpty = (answer) =>
    typeof answer === "string" ? !answer.trim() : !Object.values(answer).some((value) => value);

  const writeAnswer = (form, answer) => {
    const { kind } = data.questions[form.id];
    for (const field of fields(form)) {
      if (kind === "choice") field.checked = Array.isArray(answer) && answer.includes(field.value);
      else field.value = String((kind === "match" ? answer?.[field.name] : answer) ?? "");
    }
  };

  // What it is worth: a fraction of the points, and what to say of each part

  const judge = {
    choice({ options, multiple }, answer) {
      const chosen = Object.entries(options).filter(([id]) => answer.includes(id));
      const sum = chosen.reduce((total, [, option]) => total + option.fraction, 0);
      const exact = multiple
        ? Object.entries(options).every(([id, option]) => option.correct === answer.includes(id))
        : chosen.every(([, option]) => option.correct);
      const parts = Object.fromEntries(chosen.map(([id, option]) => [id, option.correct]));
      return { exact, fraction: sum / 100, parts };
    },
    match({ stems }, answer) {
      const ids = Object.keys(stems);
      const parts = Object.fromEntries(ids.map((id) => [id, answer[id] === stems[id]]));
      const right = ids.filter((id) => parts[id]).length;
      return { exact: right === ids.length, fraction: right / ids.length, parts };
    },
    numeric({ value, tolerance }, answer) {
      const wanted = Number(value);
      const slack = Number(tolerance) + 1e-9 * Math.max(1, Math.abs(wanted));
      const exact = readNumbers(answer).some((number) => Math.abs(number - wanted) <= slack);
      return { exact, fraction: exact ? 1 : 0, parts: {} };
    },
    text({ accepted }, answer) {
      const exact = accepted.some((text) => comparable(text) === comparable(answer));
      return { exact, fraction: exact ? 1 : 0, parts: {} };
    },
  };

  const verdictOf = (form, answer) => {
    const question = data.questions[form.id];
    const { exact, fraction, parts } = judge[question.kind](question, answer);
    const worth = fraction > 0.9999 ? 1 : Math.max(0, fraction);
    const verdict = exact ? "right" : worth > 0 ? "partly" : "wrong";
    return { verdict, points: worth * question.points, parts };
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

  const marks = (form, id) => document.getElementById(`${form.id}.${id}.mark`);

  const mark = (form, id, right) => {
    const place = marks(form, id);
    if (!place) return;
    const verdict = right ? "right" : "wrong";
    place.replaceChildren(said("span", verdict));
    signed(place, verdict).dataset.verdict = verdict;
    place.hidden = false;
    document.getElementById(`${form.id}.${id}`).setAttribute("aria-describedby", place.id);
  };

  const feedback = (form, id, several) => {
    const template = document.getElementById(`${form.id}.${id}.feedback`);
    if (!template) return [];
    const box = document.createElement("div");
    box.className = "said";
    if (several) {
      const label = form.querySelector(`label[for="${CSS.escape(`${form.id}.${id}`)}"]`);
      const name = document.createElement("p");
      name.className = "said-of";
      name.append(...[...label.childNodes].map((node) => node.cloneNode(true)));
      box.append(name);
    }
    box.append(template.content.cloneNode(true));
    return [box];
  };

  const verdictLine = (form, { verdict, points }) => {
    const line = document.createElement("p");
    line.className = "verdict";
    const total = data.questions[form.id].points;
    line.append(said("strong", verdict), " · ", said("span", "score", { points: shown(points), total: shown(total) }));
    return signed(line, verdict);
  };

  const show = (form, result) => {
    const region = form.querySelector(".result");
    const { kind, multiple } = data.questions[form.id];
    const shownOrder = fields(form).map((field) => (kind === "match" ? field.name : field.value));
    const explanation = form.querySelector(".explanation").cloneNode(true);
    region.replaceChildren(
      verdictLine(form, result),
      ...shownOrder.filter((id) => id in result.parts).flatMap((id) => feedback(form, id, multiple)),
      ...(result.verdict === "right" ? [explanation] : []),
    );
    for (const [id, right] of Object.entries(result.parts)) mark(form, id, right);
    form.dataset.verdict = result.verdict;
    say(form.querySelector("button"), "again");
    judged.set(form.id, result);
    tally();
  };

  const clear = (form) => {
    form.querySelector(".result").replaceChildren();
    form.querySelector(".solution").open = false;
    for (const place of form.querySelectorAll(".mark")) place.hidden = true;
    for (const field of fields(form)) field.removeAttribute("aria-describedby");
    delete form.dataset.verdict;
    say(form.querySelector("button"), "check");
    judged.delete(form.id);
    tally();
  };

  const tally = () => {
    const all = Object.values(data.questions);
    const points = [...judged.values()].reduce((sum, result) => sum + result.points, 0);
    const total = all.reduce((sum, question) => sum + question.points, 0);
    say(document.getElementById("_points"), "score", { points: shown(points), total: shown(total) });
    say(document.getElementById("_answered"), "answered", { number: judged.size, total: all.length });
    const progress = document.getElementById("_progress");
    progress.max = all.length;
    progress.value = judged.size;
  };

  // Keeping it, where the browser lets us

  const keep = () => {
    const answers = [...forms.values()].map((form) => [form.id, { answer: readAnswer(form), checked: judged.has(form.id) }]);
    try {
      localStorage.setItem(data.key, JSON.stringify(Object.fromEntries(answers)));
    } catch { /* A private window or a full store: the page works without. */ }
  };

  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(data.key));
    } catch { /* The same. */ }
    for (const [id, form] of forms) {
      if (!kept?.[id]) continue;
      writeAnswer(form, kept[id].answer);
      if (kept[id].checked && !complaint(form)) show(form, verdictOf(form, readAnswer(form)));
    }
  };

  // What a learner does

  const complaint = (form) => {
    const answer = readAnswer(form);
    if (isEmpty(answer)) return said("p", "empty");
    const numeric = data.questions[form.id].kind === "numeric";
    return numeric && !readNumbers(answer).length ? said("p", "number", { example: `1${data.decimal}5` }) : null;
  };

  const check = (form) => {
    const problem = complaint(form);
    if (problem) form.querySelector(".result").replaceChildren(problem);
    else show(form, verdictOf(form, readAnswer(form)));
  };

  // What was right stays; what was wrong is open again.
  const retry = (form) => {
    const { parts } = judged.get(form.id);
    const { kind, multiple } = data.questions[form.id];
    clear(form);
    for (const field of fields(form)) {
      if (kind === "choice" && (!multiple || !parts[field.value])) field.checked = false;
      if (kind === "match" && !parts[field.name]) field.value = "";
    }
    const first = kind === "match" ? fields(form).find((field) => !field.value) : null;
    (first ?? fields(form)[0]).focus();
    if (kind === "numeric" || kind === "text") fields(form)[0].select();
  };

  const shuffle = (form) => {
    const options = [...form.querySelectorAll(".option")];
    const parent = options[0].parentNode;
    for (let rest = options.length; rest > 0; rest -= 1) {
      const [option] = options.splice(Math.floor(Math.random() * rest), 1);
      parent.append(option);
    }
  };

  const restart = () => {
    for (const form of forms.values()) {
      writeAnswer(form, null);
      clear(form);
    }
    keep();
    const [first] = forms.values();
    fields(first)[0].focus();
  };

  const begin = () => {
    document.documentElement.classList.add("js");
    for (const form of forms.values()) {
      if (data.questions[form.id].shuffle) shuffle(form);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (judged.has(form.id)) retry(form);
        else check(form);
        keep();
      });
      form.addEventListener("input", () => {
        if (judged.has(form.id) || form.querySelector(".result").hasChildNodes()) clear(form);
        keep();
      });
    }
    document.getElementById("_restart").addEventListener("click", restart);
    tally();
    restore();
  };

  if (forms.size) begin();
})();
