// Reads the Terraform module without Terraform: that it is HCL, says what everything is, and has safe defaults.
'use strict';

const { parse } = require('@cdktf/hcl2json');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');

const UNCHECKED = [
  'admit_path_mtu_icmp',
  'create_load_balancer',
  'deletion_protection',
  'tags',
  'targets_outside_vpc',
  'vpc_id',
];

async function main(folder) {
  const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
  const hcl = async (name) => parse(name, read(name));
  const { variable } = await hcl('variables.tf');
  const { output } = await hcl('outputs.tf');
  const { resource } = await hcl('main.tf');
  const { terraform } = await hcl('versions.tf');
  const readme = read('README.md');

  for (const [name, [definition]] of [...Object.entries(variable), ...Object.entries(output)]) {
    assert.ok(definition.description, `${name} has a description`);
    assert.ok(readme.includes(`| ${name} |`), `README.md names ${name}`);
  }
  for (const [name, [definition]] of Object.entries(variable)) {
    assert.ok(definition.type, `${name} has a type`);
    assert.equal('validation' in definition, !UNCHECKED.includes(name), `${name} is validated`);
  }
  assert.equal(variable.deletion_protection[0].default, false);
  assert.deepEqual(variable.client_cidrs[0].default, ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24']);
  const [balancer] = resource.aws_lb.this;
  assert.deepEqual(
    [balancer.internal, balancer.load_balancer_type, balancer.enforce_security_group_inbound_rules_on_private_link_traffic],
    [true, 'network', 'on'],
  );
  assert.equal(resource.aws_vpc_endpoint_service.this[0].acceptance_required, true);
  assert.equal(terraform[0].required_providers[0].aws.version, '>= 5.100, < 7.0');
  console.log(`${path.basename(folder)}: ${Object.keys(variable).length} variables, ${Object.keys(output).length} outputs`);
}

main(process.argv[2]).then(
  () => process.exit(0),
  (problem) => {
    console.error(`${process.argv[2]}: ${problem.message}`);
    process.exit(1);
  },
);
