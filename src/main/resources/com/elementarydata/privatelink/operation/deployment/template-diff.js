'use strict';
// Reads {stack: {before, now}}, each a template, and writes {stack: {resources, sections}}: what a deployment changes, as
// `cdk diff` compares. TemplateDiff.java starts it in the folder whose node_modules it uses.

const { fullDiff } = require('@aws-cdk/cloudformation-diff');
const { isDeepStrictEqual } = require('node:util');

const ACTIONS = {
  WILL_CREATE: 'added',
  WILL_IMPORT: 'added',
  WILL_UPDATE: 'changed',
  WILL_REPLACE: 'replaced',
  MAY_REPLACE: 'may-be-replaced',
  WILL_DESTROY: 'removed',
  WILL_ORPHAN: 'retained',
};

// single values, and sections with names
const SINGLE = { awsTemplateFormatVersion: 'AWSTemplateFormatVersion', description: 'Description', transform: 'Transform' };
const NAMED = {
  metadata: 'Metadata',
  parameters: 'Parameters',
  mappings: 'Mappings',
  conditions: 'Conditions',
  outputs: 'Outputs',
};

const isFunction = (keys) => keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));

const isObject = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isFunction(Object.keys(value));

// the innermost properties that differ; a list is compared as a whole
function paths(path, before, now) {
  if (isDeepStrictEqual(before, now)) {
    return [];
  }
  if (!isObject(before) || !isObject(now)) {
    return [path];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].flatMap((name) => paths(`${path}.${name}`, before[name], now[name]));
}

function action(difference) {
  if (difference.isAddition) {
    return 'added';
  }
  return difference.isRemoval ? 'removed' : 'changed';
}

function resource(logicalId, change) {
  const changed = Object.entries(change.isUpdate ? change.propertyUpdates : {});
  const metadata = (template) => (template && template.Metadata) || {};
  const type = change.isUpdate && change.oldResourceType !== change.newResourceType ? ['Type'] : [];
  const replacing = changed.filter(([, value]) => /REPLACE/.test(value.changeImpact)).map(([name]) => name);
  return {
    logicalId,
    path: metadata(change.newValue)['aws:cdk:path'] || metadata(change.oldValue)['aws:cdk:path'] || null,
    type: (change.newValue || change.oldValue).Type,
    action: ACTIONS[change.changeImpact] || 'changed',
    properties: changed.flatMap(([name, value]) => paths(name, value.oldValue, value.newValue)).sort(),
    attributes: [...type, ...(change.isUpdate ? Object.keys(change.otherChanges) : [])].sort(),
    replacing: [...type, ...replacing].sort(),
  };
}

function sections(diff) {
  const found = [];
  for (const [key, section] of Object.entries(SINGLE)) {
    if (diff[key] && diff[key].isDifferent) {
      found.push({ section, name: '', action: action(diff[key]) });
    }
  }
  for (const [key, section] of Object.entries(NAMED)) {
    diff[key].forEachDifference((name, value) => found.push({ section, name, action: action(value) }));
  }
  diff.unknown.forEachDifference((section, value) => found.push({ section, name: '', action: action(value) }));
  return found;
}

function changes({ before, now }) {
  const diff = fullDiff(before, now);
  const resources = [];
  diff.resources.forEachDifference((logicalId, change) => resources.push(resource(logicalId, change)));
  return { resources, sections: sections(diff) };
}

const templates = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const answers = Object.fromEntries(Object.entries(templates).map(([stack, pair]) => [stack, changes(pair)]));
process.stdout.write(JSON.stringify(answers));
