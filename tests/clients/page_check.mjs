// Opens a page to read in Chromium, in light, in dark and on a narrow screen, and reports what axe-core finds there.
// usage: node page_check.mjs PAGE.html [FOLDER] > report.json     (pictures of the page go to FOLDER, if it is given)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const views = [
  { name: "light", colorScheme: "light", width: 1280, script: true },
  { name: "dark", colorScheme: "dark", width: 1280, script: true },
  { name: "narrow", colorScheme: "light", width: 320, script: true },
];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const report = [];
for (const { name, colorScheme, width } of views) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url().slice(0, 80)));
  await page.goto(pathToFileURL(process.argv[2]).href);
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  if (process.argv[3]) await page.screenshot({ path: join(process.argv[3], `${name}.png`), fullPage: true });
  report.push({
    view: name,
    requests,
    first,
    overflow: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    loaded: await page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)),
    violations: found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) })),
  });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(report));
