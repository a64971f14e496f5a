// Checks HTML pages in a browser: node pages.mjs MODULES CHROMIUM PAGE…
//
// MODULES is a folder with html-validate, axe-core and puppeteer-core in its node_modules. Prints a
// line for each fault, and ends 1 if there is one. A page must be valid; accessible, light and dark,
// wide and narrow; no wider than the window; load nothing; and print to PDF.
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

const [modules, chromium, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const {HtmlValidate} = require("html-validate");
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let faults = 0;
const report = (page, fault) => {
  console.log(`${page}: ${fault}`);
  ++faults;
};

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    "long-title": "off",  // a file's name may be long
    "no-inline-style": "off",
    "no-trailing-whitespace": "off",  // of texts
  },
});
for (const page of pages) {
  const {results} = await validator.validateString(readFileSync(page, "utf8"));
  for (const one of results.flatMap(result => result.messages)) {
    report(page, `${one.line}:${one.column}: ${one.message} (${one.ruleId})`);
  }
}

// The root user has no sandbox.
const browser = await puppeteer.launch({executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"]});
try {
  const tab = await browser.newPage();
  await tab.setBypassCSP(true);  // for axe, which is a script
  let requests = [];
  tab.on("request", request => requests.push(request.url()));
  for (const page of pages) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [1200, 360]) {
        requests = [];
        const look = `${page}, ${scheme}, ${width} wide`;
        await tab.setViewport({width, height: 800});
        await tab.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
        await tab.goto(pathToFileURL(page));
        if (requests.length !== 1) report(look, `asks for ${requests.slice(1)}`);
        const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (beyond > 0) report(look, `is ${beyond} pixels wider than the window`);
        await tab.evaluate(axe);
        const {violations} = await tab.evaluate(() => axe.run());
        for (const {id, help, nodes} of violations) report(look, `${id}: ${help}: ${nodes[0].html}`);
      }
    }
    const pdf = await tab.pdf({format: "A4"});
    if (pdf.length < 1000) report(page, "does not print");
  }
} finally {
  await browser.close();
}
process.exitCode = faults > 0 ? 1 : 0;
