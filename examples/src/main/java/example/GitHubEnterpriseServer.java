package example;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.InstanceIdTarget;
import software.amazon.awscdk.services.sns.Topic;

/** A GitHub Enterprise Server on instances, with subdomain isolation; its own security group is opened, and a topic is told. */
final class GitHubEnterpriseServer {

    private GitHubEnterpriseServer() {}

    static void define(Stack stack) {
        IVpc vpc = ExistingVpc.in(stack);
        ISecurityGroup appliance = SecurityGroup.fromSecurityGroupId(stack, "Appliance", "sg-0123456789abcdef0");
        CustomerEndpointService.gitHubEnterpriseServerForElementary(stack, "GitHub")
                .vpc(vpc)
                .targets(List.of(
                        new InstanceIdTarget("i-0123456789abcdef0"), new InstanceIdTarget("i-0123456789abcdef1")))
                .targetSecurityGroups(List.of(appliance))
                .notificationTopic(Topic.Builder.create(stack, "Connections").build())
                .hostnames(List.of("git.acme.example", "*.git.acme.example"))
                .availabilityZoneIds(List.of("euw1-az1", "euw1-az2"))
                .build();
    }
}
