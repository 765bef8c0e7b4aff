const { Fn, Stack, Tags } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const route53 = require('aws-cdk-lib/aws-route53');
const ssm = require('aws-cdk-lib/aws-ssm');
const { pascalCase } = require('./names');

const withoutWildcard = (hostname) => hostname.replace(/^\*\./, '');
const isBelow = (name, zone) => name.endsWith(`.${zone}`);

class DnsStack extends Stack {
  constructor(scope, id, { customer, connections, production, ...props }) {
    super(scope, id, props);
    this.vpc = ec2.Vpc.fromVpcAttributes(this, 'ProductionVpc', {
      vpcId: production.vpcId,
      region: production.region,
      availabilityZones: [production.region],
    });
    this.defineZones(connections.flatMap((connection) => connection.hostnames.map(withoutWildcard)));
    connections.forEach((connection) => this.point(customer, connection));
    Tags.of(this).add('customer', customer);
  }

  defineZones(names) {
    const apexes = [...new Set(names)].filter((name) => !names.some((other) => isBelow(name, other)));
    this.zones = apexes.sort().map((zoneName) =>
      new route53.PrivateHostedZone(this, `Zone-${zoneName}`, { zoneName, vpc: this.vpc, addTrailingDot: false }));
  }

  point(customer, { id, region, serviceName, hostnames }) {
    const stack = `PrivateLink-Customer-${customer}-${region}`;
    const output = (name) => Fn.getStackOutput(stack, `${pascalCase(id)}${name}`, region);
    const held = new ssm.StringParameter(this, `Endpoint-${id}`, {
      description: `The DNS name of the endpoint to ${serviceName}, and its hosted zone`,
      stringValue: Fn.join('|', [output('DnsName'), output('DnsHostedZoneId')]),
    });
    const [dnsName, hostedZoneId] = [0, 1].map((part) => Fn.select(part, Fn.split('|', held.stringValue)));
    for (const recordName of hostnames) {
      const name = withoutWildcard(recordName);
      const record = new route53.ARecord(this, `Record-${recordName}`, {
        zone: this.zones.find((zone) => name === zone.zoneName || isBelow(name, zone.zoneName)),
        recordName: `${recordName}.`,
        comment: `Leads to ${serviceName}`,
        target: route53.RecordTarget.fromAlias({
          bind: () => ({ dnsName, hostedZoneId, evaluateTargetHealth: false }),
        }),
      });
      record.node.defaultChild.name = recordName;
    }
  }
}

module.exports = { DnsStack };
