// Plays a quiz page in Chromium by keyboard alone and reports what it saw.
// usage: node quiz_play.mjs PAGE.html < script.json > report.json
// The script is {"scheme": "light" | "dark", "width": 1280, "script": true, "store": true, "steps": […]}; a step is one of
//   {"to": ID} press Tab until that element has the focus      {"press": KEY}   {"type": TEXT}   {"click": SELECTOR}
//   {"read": QUESTION}   {"score": true}   {"axe": NAME}   {"sizes": true}   {"reload": true}   {"width": PIXELS}
//   {"text": SELECTOR} of what can be seen   {"keep": TEXT} into the browser's store   {"media": "print" | "screen"}
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const script = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const context = await browser.newContext({
  colorScheme: script.scheme ?? "light",
  viewport: { width: script.width ?? 1280, height: 900 },
  javaScriptEnabled: script.script ?? true,
});
if (script.store === false) {
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new Error("refused"); } });
  });
}
const page = await context.newPage();
const report = { errors: [], requests: [], reads: [] };
page.on("console", (message) => message.type() === "error" && report.errors.push(message.text()));
page.on("pageerror", (error) => report.errors.push(String(error)));
page.on("request", (request) => report.requests.push(request.url().slice(0, 200)));
await page.goto(pathToFileURL(process.argv[2]).href);

const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.dataset?.name || "");

// Buttons and summaries have no id of their own: "QUESTION:check", "QUESTION:hint", "QUESTION:solution".
const name = () =>
  page.evaluate(() => {
    for (const form of document.querySelectorAll("form.question")) {
      const button = form.querySelector(".actions button");
      if (button) button.dataset.name = `${form.id}:check`;
      for (const kind of ["hint", "solution"]) {
        const summary = form.querySelector(`.${kind} > summary`);
        if (summary) summary.dataset.name = `${form.id}:${kind}`;
      }
    }
    for (const button of document.querySelectorAll(".next")) button.dataset.name = `next:${button.dataset.turn}`;
  });

const tabTo = async (target) => {
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press("Tab");
    if ((await focused()) === target) return;
  }
  throw new Error(`Tab never reached ${target}`);
};

const read = (id) =>
  page.evaluate((id) => {
    const form = document.getElementById(id);
    const shown = (selector) => [...form.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    return {
      id,
      verdict: form.dataset.verdict ?? null,
      result: form.querySelector(".result").innerText,
      role: form.querySelector(".result").getAttribute("role"),
      button: form.querySelector(".actions button")?.innerText ?? null,
      marks: Object.fromEntries(shown(".mark").map((mark) => [mark.id, mark.innerText])),
      open: shown("details[open]").map((details) => details.className),
      solution: shown(".solution").length > 0,
      solutionText: form.querySelector(".solution")?.textContent ?? null,
      spoken: form.querySelector(".spoken")?.textContent ?? null,
      visible: form.checkVisibility(),
      lines: [...form.querySelectorAll(".line")].map((line) => line.dataset.part),
      areas: [...form.querySelectorAll(".area")].map((area) => [area.classList.contains("chosen"), area.dataset.verdict ?? ""]),
      answer: [...form.querySelectorAll("input, select, textarea")]
        .filter((field) => (["radio", "checkbox"].includes(field.type) ? field.checked : field.value))
        .map((field) => field.value),
      focus: document.activeElement?.id || document.activeElement?.dataset?.name || "",
      outline: document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : "",
    };
  }, id);

const axe = async () => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) }));
};

const sizes = () =>
  page.evaluate(() => {
    const small = [...document.querySelectorAll("input, select, textarea, button, summary")]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ id: element.id || element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24);
    const { scrollWidth, clientWidth } = document.documentElement;
    return { small: small.map(({ id }) => id), overflow: scrollWidth - clientWidth };
  });

const perform = async (step) => {
  if (step.to) return tabTo(step.to);
  if (step.press) return page.keyboard.press(step.press);
  if (step.type) return page.keyboard.type(step.type);
  if (step.click) return page.locator(step.click).first().click();
  if (step.media) return page.emulateMedia({ media: step.media });
  if (step.keep) {
    return page.evaluate((text) => {
      const { key } = JSON.parse(document.getElementById("_data").textContent);
      localStorage.setItem(key, text);
    }, step.keep);
  }
  if (step.reload) return page.reload().then(name);
  if (step.width) return page.setViewportSize({ width: step.width, height: 900 });
  if (step.read) return report.reads.push(await read(step.read));
  if (step.score) return report.reads.push({ score: await page.locator("#_points").innerText(), answered: await page.locator("#_answered").innerText() });
  if (step.axe) return report.reads.push({ axe: step.axe, violations: await axe() });
  if (step.sizes) return report.reads.push(await sizes());
  if (step.text) return report.reads.push({ texts: await page.locator(step.text).filter({ visible: true }).allInnerTexts() });
  throw new Error(`no such step: ${JSON.stringify(step)}`);
};

try {
  if (script.script ?? true) await name();
  for (const step of script.steps) await perform(step);
} catch (error) {
  report.errors.push(String(error));
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(report));
