"use strict";
// What an answer is worth: the rules of builder/output/scoring.py, word for word. Touches no page, so that it runs anywhere.
const scoring = (() => {
  const SLACK = 0.001; // thirds are written as 33.33 per cent

  // A short text as it is compared: what a learner does not see or mean makes no difference.
  const comparable = (text) =>
    text
      .normalize("NFC")
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
      .replace(/[\u2018\u2019\u02bc`\u00b4]/gu, "'")
      .replace(/[\u2010-\u2015\u2212]/gu, "-")
      .replace(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu, " ")
      .replace(/^ +| +$/gu, "")
      .toUpperCase()
      .toLowerCase()
      .normalize("NFC");

  // Each way to read a typed number, as text with a point: a mark is a decimal mark or parts thousands.
  const readNumbers = (text, units = []) => {
    let typed = comparable(text);
    const unit = units
      .map(comparable)
      .sort((left, right) => right.length - left.length)
      .find((name) => name && typed.endsWith(name));
    if (unit) typed = typed.slice(0, -unit.length);
    typed = typed.replace(/[ ']/gu, "");
    const decimal = /^[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)$/u.test(typed) ? [typed.replace(",", ".")] : [];
    const grouped = [
      [".", /^[+-]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$/u],
      [",", /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/u],
    ]
      .filter(([, pattern]) => pattern.test(typed))
      .map(([separator]) => typed.split(separator).join("").replace(",", "."));
    return [...decimal, ...grouped];
  };

  // Numbers are compared digit by digit, never as binary fractions: 0.1 + 0.2 is 0.3 here.
  const exactly = (text) => {
    const [, sign, whole, rest] = /^([+-]?)([0-9]*)\.?([0-9]*)$/u.exec(text);
    return { digits: BigInt(`${sign === "-" ? "-" : ""}${whole}${rest || ""}`), scale: rest.length };
  };

  const isWithin = (number, value, tolerance) => {
    const parts = [number, value, tolerance].map(exactly);
    const scale = Math.max(...parts.map((part) => part.scale));
    const [given, wanted, slack] = parts.map((part) => part.digits * 10n ** BigInt(scale - part.scale));
    const distance = given > wanted ? given - wanted : wanted - given;
    return distance <= slack;
  };

  const shares = (parts) => {
    const values = Object.values(parts);
    const right = values.filter(Boolean).length;
    return { fraction: right / Math.max(1, values.length), exact: values.length > 0 && right === values.length, parts };
  };

  const judges = {
    choice({ options, multiple }, chosen) {
      const known = Object.keys(options).filter((id) => chosen.includes(id));
      const sum = known.reduce((total, id) => total + options[id].fraction, 0) / 100;
      const exact = multiple
        ? Object.entries(options).every(([id, option]) => option.correct === chosen.includes(id))
        : known.length > 0 && known.every((id) => options[id].correct);
      const fraction = exact || sum > 1 - SLACK ? 1 : sum;
      const parts = Object.fromEntries(known.map((id) => [id, options[id].correct]));
      return { fraction: multiple ? Math.max(0, fraction) : fraction, exact, parts };
    },
    numeric({ value, tolerance, units }, typed) {
      const exact = readNumbers(typed, units).some((number) => isWithin(number, value, tolerance));
      return { fraction: exact ? 1 : 0, exact, parts: {} };
    },
    text({ accepted }, typed) {
      const exact = accepted.some((text) => comparable(text) === comparable(typed));
      return { fraction: exact ? 1 : 0, exact, parts: {} };
    },
    match({ stems }, given) {
      return shares(Object.fromEntries(Object.entries(stems).map(([id, target]) => [id, given[id] === target])));
    },
    order({ items }, given) {
      return shares(Object.fromEntries(items.map((id, place) => [id, given[place] === id])));
    },
    cloze({ gaps }, given) {
      const marks = Object.entries(gaps).map(([id, gap]) => [id, judge(gap, given[id] ?? (gap.kind === "choice" ? [] : ""))]);
      const total = marks.reduce((sum, [, mark]) => sum + mark.fraction, 0);
      return {
        fraction: total / Math.max(1, marks.length),
        exact: marks.length > 0 && marks.every(([, mark]) => mark.exact),
        parts: Object.fromEntries(marks.map(([id, mark]) => [id, mark.exact])),
      };
    },
  };

  const judge = (question, answer) => judges[question.kind](question, answer);

  return { comparable, readNumbers, judge };
})();
