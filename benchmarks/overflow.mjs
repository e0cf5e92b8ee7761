// How many slides of a Marp page hold more than they show: usage node overflow.mjs PAGE CHROMIUM, playwright-core beside it.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [page, browserPath, clients] = process.argv.slice(2)
const { chromium } = createRequire(pathToFileURL(`${clients}/package.json`))('playwright-core')
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
try {
  const view = await browser.newPage()
  await view.goto(pathToFileURL(page).href)
  const count = await view.evaluate(() =>
    [...document.querySelectorAll('section')].filter(
      (slide) => slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth,
    ).length,
  )
  console.log(count)
} finally {
  await browser.close()
}
