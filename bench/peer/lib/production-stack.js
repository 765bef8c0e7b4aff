const { Fn, RemovalPolicy, Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const ssm = require('aws-cdk-lib/aws-ssm');

class ProductionStack extends Stack {
  constructor(scope, id, { production, regions, ...props }) {
    super(scope, id, props);
    for (const [region, { cidr }] of Object.entries(regions)) {
      const peering = this.peeringWith(region, production.region);
      for (const table of production.routeTableIds) {
        new ec2.CfnRoute(this, `Route-${table}-${region}`, {
          routeTableId: table,
          destinationCidrBlock: cidr,
          vpcPeeringConnectionId: peering,
        }).applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
      }
    }
  }

  peeringWith(region, here) {
    const stack = `PrivateLink-Region-${region}`;
    if (region === here) {
      return Fn.importValue(`${stack}:PeeringConnectionId`);
    }
    return new ssm.StringParameter(this, `PeeringConnection-${region}`, {
      description: `The peering connection with the regional VPC in ${region}`,
      stringValue: Fn.getStackOutput(stack, 'PeeringConnectionId', region),
    }).stringValue;
  }
}

module.exports = { ProductionStack };
