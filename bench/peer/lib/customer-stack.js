const { Annotations, CfnDeletionPolicy, CfnOutput, Fn, Stack, Tags } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const { Construct } = require('constructs');
const { pascalCase } = require('./names');

const keptOnReplacement = (construct) => {
  construct.node.defaultChild.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
  construct.node.defaultChild.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  return construct;
};

/** Adjacent ports are one rule. */
function portRanges(ports) {
  const ranges = [];
  for (const port of [...ports].sort((one, other) => one - other)) {
    if (ranges.at(-1)?.last === port - 1) {
      ranges.at(-1).last = port;
    } else {
      ranges.push({ first: port, last: port });
    }
  }
  return ranges.map(({ first, last }) => (first === last ? ec2.Port.tcp(first) : ec2.Port.tcpRange(first, last)));
}

class ServiceEndpoint extends Construct {
  constructor(scope, id, { vpc, subnets, clientCidrs, connection }) {
    super(scope, id);
    const securityGroup = keptOnReplacement(new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Clients of the interface endpoint',
      allowAllOutbound: false,
    }));
    for (const port of portRanges(connection.ports)) {
      clientCidrs.forEach((cidr) => securityGroup.addIngressRule(ec2.Peer.ipv4(cidr), port));
    }
    this.endpoint = keptOnReplacement(new ec2.InterfaceVpcEndpoint(this, 'Endpoint', {
      vpc,
      subnets: { subnets },
      service: new ec2.InterfaceVpcEndpointService(connection.serviceName),
      serviceRegion: connection.serviceRegion,
      securityGroups: [securityGroup],
      privateDnsEnabled: false,
      open: false,
    }));
    Tags.of(this).add('Name', this.node.path);
    Tags.of(this).add('connection', connection.id);
    Tags.of(this).add('integration', connection.integration);
  }
}

class CustomerStack extends Stack {
  constructor(scope, id, { customer, connections, clientCidrs, ...props }) {
    super(scope, id, props);
    const zones = [...new Set(connections.flatMap((connection) => connection.zones))].sort();
    const vpc = ec2.Vpc.fromVpcAttributes(this, 'RegionalVpc', {
      vpcId: this.regional('VpcId'),
      availabilityZones: zones,
      isolatedSubnetIds: zones.map((zone) => this.regional(`SubnetId${pascalCase(zone)}`)),
    });
    Annotations.of(this).acknowledgeWarning('@aws-cdk/aws-ec2:noSubnetRouteTableId');
    for (const connection of connections) {
      const subnets = connection.zones.map((zone) => vpc.isolatedSubnets[zones.indexOf(zone)]);
      const { endpoint } = new ServiceEndpoint(this, connection.id, { vpc, subnets, clientCidrs, connection });
      this.handOut(connection, endpoint);
    }
    Tags.of(this).add('customer', customer);
  }

  handOut({ id, serviceName }, endpoint) {
    const output = (name, value, description) =>
      new CfnOutput(this, `${pascalCase(id)}${name}`, { value, description });
    const entry = Fn.select(0, endpoint.vpcEndpointDnsEntries);
    output('EndpointId', endpoint.vpcEndpointId, `The interface endpoint of ${id}`);
    output('ServiceName', serviceName, `The endpoint service of ${id}`);
    output('DnsName', Fn.select(1, Fn.split(':', entry)), `The DNS name of the endpoint of ${id}`);
    output(
      'DnsHostedZoneId',
      Fn.select(0, Fn.split(':', entry)),
      `The hosted zone of the DNS name of the endpoint of ${id}`);
  }

  regional(output) {
    return Fn.importValue(`PrivateLink-Region-${this.region}:${output}`);
  }
}

module.exports = { CustomerStack };
