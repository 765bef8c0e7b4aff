const { LegacyStackSynthesizer } = require('aws-cdk-lib');
const { CustomerStack } = require('./customer-stack');
const { DnsStack } = require('./dns-stack');
const { ProductionStack } = require('./production-stack');
const { RegionStack } = require('./region-stack');

class FleetStacks {
  constructor(app, { network, ledger, customers }) {
    Object.assign(this, { app, network, ledger, customers });
  }

  define() {
    const { app, network, ledger } = this;
    const production = network.production;
    const regions = new Map();
    const sorted = Object.entries(ledger.regions).sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [region, addresses] of sorted) {
      const props = this.props(region, 'Regional VPC for private connections, peered with production');
      regions.set(region, new RegionStack(app, `PrivateLink-Region-${region}`, { ...props, production, addresses }));
    }
    const routes = new ProductionStack(app, 'PrivateLink-Production', {
      ...this.props(production.region, 'Routes from production to the regional VPCs for private connections'),
      production,
      regions: ledger.regions,
    });
    regions.forEach((region) => routes.addStackDependency(region));
    this.customers.forEach((customer) => this.defineCustomer(customer, regions, routes));
  }

  defineCustomer(customer, regions, routes) {
    const { app, network } = this;
    const stacks = new Map();
    for (const region of [...new Set(customer.connections.map((connection) => connection.region))].sort()) {
      const stack = new CustomerStack(app, `PrivateLink-Customer-${customer.id}-${region}`, {
        ...this.props(region, "Interface endpoints of a customer's private connections"),
        customer: customer.id,
        connections: customer.connections.filter((connection) => connection.region === region),
        clientCidrs: network.production.clientCidrs,
      });
      stack.addStackDependency(regions.get(region));
      stacks.set(region, stack);
    }
    const active = customer.connections.filter((connection) => connection.active);
    if (active.length > 0) {
      const dns = new DnsStack(app, `PrivateLink-Dns-${customer.id}`, {
        ...this.props(
          network.production.region,
          "Private hosted zones that lead a customer's hostnames to its interface endpoints"),
        customer: customer.id,
        connections: active,
        production: network.production,
      });
      active.forEach((connection) => dns.addStackDependency(stacks.get(connection.region)));
      dns.addStackDependency(routes);
    }
  }

  props(region, description) {
    return {
      description,
      env: { account: this.network.account, region },
      synthesizer: new LegacyStackSynthesizer(),
      terminationProtection: true,
    };
  }
}

module.exports = { FleetStacks };
