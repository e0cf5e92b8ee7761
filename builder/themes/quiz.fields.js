"use strict";
// How each kind of question is answered on the page: read, written back, and opened again where it was wrong.
const answering = (() => {
  const typed = (form) => form.querySelector(".answer");
  const parts = (form) => [...form.querySelectorAll("[data-part]")];
  const areas = (form) => [...form.querySelectorAll(".area")];
  const inputs = (form) => [...form.querySelectorAll(".option input")];
  const byPart = (form, value) => Object.fromEntries(parts(form).map((part) => [part.dataset.part, value(part)]));

  // No line goes further than the end.
  const settleLines = (form) => {
    const items = parts(form);
    for (const [place, item] of items.entries()) {
      for (const button of item.querySelectorAll("button")) {
        const target = place + Number(button.dataset.step);
        button.setAttribute("aria-disabled", String(target < 0 || target >= items.length));
      }
    }
  };

  const line = {
    read: (form) => typed(form).value,
    write(form, answer) {
      typed(form).value = typeof answer === "string" ? answer : "";
    },
    reopen: typed,
  };

  const fields = {
    numeric: line,
    text: line,
    essay: line,
    choice: {
      read: (form) => inputs(form).filter((input) => input.checked).map((input) => input.value),
      write(form, answer) {
        for (const input of inputs(form)) input.checked = Array.isArray(answer) && answer.includes(input.value);
      },
      reopen(form, right) {
        for (const input of inputs(form)) if (input.type === "radio" || !right[input.value]) input.checked = false;
        return inputs(form)[0];
      },
    },
    match: {
      read: (form) => byPart(form, (select) => select.value),
      write(form, answer) {
        for (const select of parts(form)) select.value = String(answer?.[select.dataset.part] ?? "");
      },
      reopen(form, right) {
        const wrong = parts(form).filter((select) => !right[select.dataset.part]);
        for (const select of wrong) select.value = "";
        return wrong[0];
      },
    },
    order: {
      read: (form) => parts(form).map((item) => item.dataset.part),
      write(form, answer) {
        const items = new Map(parts(form).map((item) => [item.dataset.part, item]));
        const known = Array.isArray(answer) && answer.length === items.size && answer.every((id) => items.has(id));
        if (known) for (const id of answer) form.querySelector(".lines").append(items.get(id));
        settleLines(form);
      },
      reopen: (form, right) => parts(form).find((item) => !right[item.dataset.part])?.querySelector("button"),
    },
    cloze: {
      read: (form) =>
        byPart(form, (gap) => (gap.tagName === "SELECT" ? [gap.value].filter(Boolean) : gap.value)),
      write(form, answer) {
        for (const gap of parts(form)) gap.value = String([answer?.[gap.dataset.part] ?? ""].flat()[0] ?? "");
      },
      reopen(form, right) {
        const wrong = parts(form).filter((gap) => !right[gap.dataset.part]);
        for (const gap of wrong) if (gap.tagName === "SELECT") gap.value = "";
        return wrong[0];
      },
    },
    likert: {
      read: (form) => {
        const chosen = parts(form).filter((input) => input.checked);
        return Object.fromEntries(chosen.map((input) => [input.dataset.part, input.value]));
      },
      write(form, answer) {
        for (const input of parts(form)) input.checked = answer?.[input.dataset.part] === input.value;
      },
    },
  };

  return { fields, typed, parts, areas, inputs, settleLines };
})();
