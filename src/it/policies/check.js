// Holds templates to AWS Control Tower's Guard rules for EC2 and load balancers, and to CloudFormation's offline validation.
'use strict';

const { RegoEngine, TemplateFile } = require('@aws/cloudformation-validate');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const guard = path.dirname(require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
const system = process.platform === 'darwin' ? 'macos' : 'ubuntu';
const processor = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const rules = ['ec2', 'elasticloadbalancing'].map((kind) => path.join(guard, 'rules/control-tower/cfn-guard', kind));
const acknowledged = JSON.parse(fs.readFileSync(path.join(__dirname, 'acknowledged.json'), 'utf8'));
const engine = new RegoEngine();
const SEVERE = ['ERROR', 'FATAL'];
// the rules for style alone take minutes for a template with many conditions
const severe = engine
  .listRules()
  .filter((rule) => SEVERE.includes(rule.severity))
  .map((rule) => rule.id);

/** The names of the Guard rules that a template fails, and how many it passes. */
function guardRules(template) {
  const program = path.join(guard, 'bin', system, processor, 'cfn-guard');
  const run = spawnSync(
    program,
    ['validate', '--structured', '-o', 'json', '-S', 'none', '-d', template, ...rules.flatMap((kind) => ['-r', kind])],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.error || ![0, 19].includes(run.status)) {
    throw new Error(`cfn-guard did not run on ${template}: ${run.error ?? run.stderr}`);
  }
  const [report] = JSON.parse(run.stdout);
  const failed = [...new Set(report.not_compliant.map((failure) => failure.Rule.name))];
  return { failed, passed: report.compliant.length };
}

/** What CloudFormation would refuse, as far as it can be told offline. */
function errors(template) {
  return engine
    .validateStandard(new TemplateFile(template), { include: { ids: severe } })
    .diagnostics.filter((found) => SEVERE.includes(found.severity))
    .map((found) => ({ rule: found.ruleId, message: found.message }));
}

function check(template) {
  const name = path.basename(template);
  const mine = acknowledged.filter((one) => one.templates.includes(name));
  const { failed, passed } = guardRules(template);
  const refused = errors(template);
  const isFine = (rule, message) => mine.some((one) => one.rule === rule && (message ?? '').match(one.message ?? '') !== null);
  const fine = failed.filter((rule) => isFine(rule));
  const fineErrors = refused.filter((error) => isFine(error.rule, error.message));
  console.log(`${name}: ${passed} Guard rules passed, ${fine.length + fineErrors.length} findings acknowledged`);
  return [
    ...refused.filter((error) => !fineErrors.includes(error)).map((error) => `${error.rule} ${error.message}`),
    ...failed.filter((rule) => !fine.includes(rule)).map((rule) => `${rule} failed, and acknowledged.json gives no reason`),
    ...mine
      .filter((one) => !failed.includes(one.rule) && !fineErrors.some((error) => error.rule === one.rule))
      .map((one) => `${one.rule} did not fail; take the name of the template out of acknowledged.json`),
  ].map((problem) => `${name}: ${problem}`);
}

// a check that finds nothing anywhere proves nothing
const wrong = path.join(__dirname, 'wrong.template.json');
const missed = [
  ...(guardRules(wrong).failed.includes('vpc_sg_restricted_common_ports_check') ? [] : ['Guard']),
  ...(errors(wrong).length > 0 ? [] : ['cloudformation-validate']),
].map((tool) => `${tool} finds nothing in wrong.template.json`);

const problems = [...missed, ...process.argv.slice(2).flatMap(check)];
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
