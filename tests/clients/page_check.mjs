// Opens pages to read in Chromium, in light, in dark, on a narrow screen and at 400 %, and reports what axe-core finds.
// usage: node page_check.mjs [--pictures FOLDER] PAGE.html... > report.json     (an entry for each page and view)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({ options: { pictures: { type: "string" } }, allowPositionals: true });
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const views = [
  { name: "light", colorScheme: "light", width: 1280, height: 900, scale: 1 },
  { name: "dark", colorScheme: "dark", width: 1280, height: 900, scale: 1 },
  { name: "narrow", colorScheme: "light", width: 320, height: 900, scale: 1 },
  { name: "zoomed", colorScheme: "dark", width: 320, height: 256, scale: 4 }, // 1280 × 1024 at 400 %
];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const report = [];
for (const file of positionals) for (const { name, colorScheme, width, height, scale } of views) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url().slice(0, 80)));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  if (values.pictures) await page.screenshot({ path: join(values.pictures, `${name}.png`), fullPage: true });
  report.push({
    page: file,
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
