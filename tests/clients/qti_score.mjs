// Loads QTI 3 items into the player in Chromium, restores answers, ends the attempt and reports what the player made of it.
// usage: node qti_score.mjs < tries.json > report.json
// A try is {"xml": TEXT, "answers": {VARIABLE: VALUE}}; an entry of the report is
// {"outcomes": {NAME: VALUE}, "responses": {NAME: VALUE}, "text": SHOWN, "names": [INTERACTIONS], "feedback": [SHOWN]}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const resolve = createRequire(import.meta.url).resolve;
const tries = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
const report = { errors: [], tries: [] };
page.on("pageerror", (error) => report.errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && report.errors.push(message.text()));
await page.setContent('<!DOCTYPE html><div id="app"></div>');
await page.addScriptTag({ path: resolve("vue/dist/vue.js") });
await page.addScriptTag({ path: resolve("qti3-item-player/dist/qti3Player.umd.min.js") });
await page.addStyleTag({ path: resolve("qti3-item-player/dist/qti3Player.css") });

await page.evaluate(() => new Promise((ready) => {
  console.log = () => {};
  const component = window.qti3Player.default ?? window.qti3Player;
  window.waiting = {};
  new Vue({
    components: { qti3: component.Qti3Player ?? component },
    template: `<qti3 suppress-alert-messages suppress-invalid-response-messages
      @notifyQti3PlayerReady="player" @notifyQti3ItemReady="item" @notifyQti3EndAttemptCompleted="ended"/>`,
    methods: {
      player(player) { window.player = player; ready(); },
      item() { window.waiting.item(); },
      ended(data) { window.waiting.ended(data.state); },
    },
  }).$mount("#app");
}));

const attempt = ({ xml, answers }) => page.evaluate(async ({ xml, answers }) => {
  const fail = (reject, what) => setTimeout(() => reject(new Error(what)), 8000);
  const shape = (value) => (Array.isArray(value) ? "multiple" : "single");
  const sets = [...new DOMParser().parseFromString(xml, "text/xml").querySelectorAll("qti-simple-match-set")];
  const orders = sets.map((set) => [...set.children].map((choice) => choice.getAttribute("identifier")));
  window.count = (window.count ?? 0) + 1; // the same text twice would not be loaded again
  const responseVariables = Object.entries(answers).map(([identifier, value]) => (
    { identifier, value, cardinality: shape(value), state: { order: [], orders } }
  ));
  const state = { identifier: "", guid: "try", contextVariables: [], responseVariables, outcomeVariables: [],
    templateVariables: [], validationMessages: [] };
  await new Promise((done, reject) => {
    window.waiting.item = done;
    fail(reject, "the item was never ready");
    const control = { max_attempts: 0, show_feedback: true, validate_responses: false };
    window.player.loadItemFromXml(`${xml}<!-- ${window.count} -->`, { guid: "try", status: "interacting", sessionControl: control, state });
  });
  await new Promise((done) => setTimeout(done, 50));
  const names = [...document.querySelectorAll('[class*="-interaction"]')].map((found) => found.className);
  const text = document.querySelector("#qti-item-container")?.innerText ?? "";
  const ended = await new Promise((done, reject) => {
    window.waiting.ended = done;
    fail(reject, "the attempt never ended");
    window.player.endAttempt("try");
  });
  await new Promise((done) => setTimeout(done, 50));
  const values = (variables) => Object.fromEntries(variables.map(({ identifier, value }) => [identifier, value]));
  const feedback = [...document.querySelectorAll(".swal2-html-container, .qti-modal-feedback, .modal-body")];
  return {
    outcomes: values(ended.outcomeVariables), responses: values(ended.responseVariables), text, names,
    feedback: feedback.map((found) => found.innerText),
  };
}, { xml, answers });

for (const entry of tries) {
  try {
    report.tries.push(await attempt(entry));
  } catch (error) {
    report.tries.push({ failed: String(error) });
  }
}
process.stdout.write(JSON.stringify(report));
await browser.close();
