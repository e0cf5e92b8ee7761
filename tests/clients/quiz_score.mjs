// Judges answers with the script of the page to play, without a page.
// usage: node quiz_score.mjs SCORING.js < questions.json > marks.json     ([[question, answer], …] → [mark, …])
import { readFileSync } from "node:fs";

const { judge, readNumbers, comparable } = new Function(`${readFileSync(process.argv[2], "utf8")}; return scoring;`)();
const { questions, numbers, texts } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify({
    marks: questions.map(([question, answer]) => judge(question, answer)),
    numbers: numbers.map(([text, units]) => readNumbers(text, units)),
    texts: texts.map(comparable),
  }),
);
