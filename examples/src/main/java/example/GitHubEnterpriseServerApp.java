package example;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.LegacyStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.Instance;
import software.amazon.awscdk.services.ec2.InstanceClass;
import software.amazon.awscdk.services.ec2.InstanceSize;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceTarget;

/** A customer's app: a GitHub Enterprise Server in a network without internet, offered to Elementary. */
public final class GitHubEnterpriseServerApp {

    private static final SubnetSelection ISOLATED =
            SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();

    /** GitHub publishes an image of the appliance for each Region and version. */
    private static final Map<String, String> IMAGES = Map.of("eu-west-1", "ami-0123456789abcdef0");

    private GitHubEnterpriseServerApp() {}

    /** Run by the CDK CLI. */
    public static void main(String[] arguments) {
        App app = new App();
        // no assets, so the account needs no cdk bootstrap
        Stack stack = new Stack(
                app,
                "GitHubEnterpriseServer",
                StackProps.builder().synthesizer(new LegacyStackSynthesizer()).build());
        Vpc vpc = Vpc.Builder.create(stack, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
                .maxAzs(2)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("GitHub")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .cidrMask(24)
                        .build()))
                .restrictDefaultSecurityGroup(false)
                .build();
        Instance server = Instance.Builder.create(stack, "Server")
                .vpc(vpc)
                .vpcSubnets(ISOLATED)
                .instanceType(InstanceType.of(InstanceClass.R6I, InstanceSize.XLARGE2))
                .machineImage(MachineImage.genericLinux(IMAGES))
                .build();
        CustomerEndpointService service = CustomerEndpointService.gitHubEnterpriseServerForElementary(stack, "PrivateLink")
                .vpc(vpc)
                .subnets(ISOLATED)
                .targets(List.of(new InstanceTarget(server)))
                .hostnames(List.of("git.maple.example"))
                .availabilityZoneIds(vpc.getIsolatedSubnets().stream()
                        .map(subnet -> (CfnSubnet) subnet.getNode().getDefaultChild())
                        .map(CfnSubnet::getAttrAvailabilityZoneId)
                        .toList())
                .build();
        server.getConnections().allowFrom(service, Port.tcp(443));
        app.synth();
    }
}
