// A CDK app without the product: the same fleet files, and stacks with the same resources.
const { App } = require('aws-cdk-lib');
const { readFleet } = require('./lib/fleet');
const { FleetStacks } = require('./lib/stacks');

const app = new App();
const customers = app.node.tryGetContext('customers');
const fleet = readFleet(app.node.tryGetContext('stacks') ?? 'stacks', customers ? customers.split(',') : undefined);
new FleetStacks(app, fleet).define();
app.synth();
