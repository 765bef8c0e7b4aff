const { CfnOutput, RemovalPolicy, Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const iam = require('aws-cdk-lib/aws-iam');
const logs = require('aws-cdk-lib/aws-logs');
const { Construct } = require('constructs');
const { pascalCase } = require('./names');

const name = (construct) => [{ key: 'Name', value: construct.node.path }];

const retained = (resource) => {
  resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return resource;
};

/** The L2 VPC chooses zones and addresses itself, so this one is made of L1s. */
class RegionalVpc extends Construct {
  constructor(scope, id, { production, addresses }) {
    super(scope, id);
    this.vpc = retained(new ec2.CfnVPC(this, 'Resource', {
      cidrBlock: addresses.cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: name(this),
    }));
    this.peering = retained(new ec2.CfnVPCPeeringConnection(this, 'PeeringConnection', {
      vpcId: this.vpc.attrVpcId,
      peerVpcId: production.vpcId,
      peerRegion: production.region,
      tags: name(this),
    }));
    this.subnets = Object.entries(addresses.subnets).map(([zone, cidr]) => ({
      zone,
      subnet: this.defineSubnet(zone, cidr, production.clientCidrs),
    }));
    this.defineFlowLog();
  }

  defineSubnet(zone, cidrBlock, clientCidrs) {
    const scope = new Construct(this, zone);
    const vpcId = this.vpc.attrVpcId;
    const subnet = retained(new ec2.CfnSubnet(scope, 'Resource', {
      vpcId,
      availabilityZoneId: zone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: name(scope),
    }));
    const { attrRouteTableId: routeTableId } = retained(
      new ec2.CfnRouteTable(scope, 'RouteTable', { vpcId, tags: name(scope) }));
    retained(new ec2.CfnSubnetRouteTableAssociation(scope, 'RouteTableAssociation', {
      subnetId: subnet.attrSubnetId,
      routeTableId,
    }));
    clientCidrs.forEach((client, index) =>
      retained(new ec2.CfnRoute(scope, `RouteToClient${index}`, {
        routeTableId,
        destinationCidrBlock: client,
        vpcPeeringConnectionId: this.peering.attrId,
      })));
    return subnet;
  }

  defineFlowLog() {
    const { partition, region, account } = Stack.of(this);
    const logGroup = new logs.LogGroup(this, 'FlowLogGroup', {
      retention: logs.RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const role = new iam.Role(this, 'FlowLogRole', {
      assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${partition}:ec2:${region}:${account}:vpc-flow-log/*` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
      inlinePolicies: {
        WriteFlowLogs: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
          ],
        }),
      },
    });
    const vpc = ec2.Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId: this.vpc.attrVpcId,
      availabilityZones: this.subnets.map(({ zone }) => zone),
    });
    new ec2.FlowLog(this, 'FlowLog', {
      resourceType: ec2.FlowLogResourceType.fromVpc(vpc),
      trafficType: ec2.FlowLogTrafficType.ALL,
      destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup, role.withoutPolicyUpdates()),
    });
  }
}

class RegionStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const { vpc, peering, subnets } = new RegionalVpc(this, 'Network', props);
    this.exportOutput('VpcId', vpc.attrVpcId, 'The regional VPC');
    this.exportOutput('PeeringConnectionId', peering.attrId, 'The peering connection with the production VPC');
    subnets.forEach(({ zone, subnet }) =>
      this.exportOutput(`SubnetId${pascalCase(zone)}`, subnet.attrSubnetId, `The subnet in ${zone}`));
  }

  exportOutput(id, value, description) {
    new CfnOutput(this, id, { value, description, exportName: `${this.stackName}:${id}` });
  }
}

module.exports = { RegionStack };
