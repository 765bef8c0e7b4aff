// Checks the files of a fleet with nothing but their schemas: node validate.js FOLDER
const fs = require('node:fs');
const path = require('node:path');
const Ajv = require('ajv');
const { parse } = require('yaml');

const folder = process.argv[2];
if (folder === undefined || folder === '--help') {
  console.log('usage: node validate.js FOLDER');
  process.exit();
}

const ajv = new Ajv({ allErrors: true, strict: false });
const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
const schema = (name) => ajv.compile(JSON.parse(read(`${name}.schema.json`)));
let problems = 0;

function check(file, validate) {
  if (!validate(parse(read(file)))) {
    problems += validate.errors.length;
    validate.errors.forEach((error) => console.log(`${file}: ${error.instancePath} ${error.message}`));
  }
}

check('network.yaml', schema('network'));
check('addresses.lock.yaml', schema('addresses.lock'));
const customer = schema('customer');
const files = fs.readdirSync(path.join(folder, 'customers')).sort();
files.forEach((file) => check(path.join('customers', file), customer));
console.log(`${files.length} customer files: ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;
