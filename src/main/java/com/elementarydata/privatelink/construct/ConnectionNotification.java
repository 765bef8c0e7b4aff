package com.elementarydata.privatelink.construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPCEndpointConnectionNotification;
import software.amazon.awscdk.services.ec2.IVpcEndpointService;
import software.amazon.awscdk.services.iam.AddToResourcePolicyResult;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * Notifies a topic when a connection is requested, accepted, rejected or deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-notification-endpoint-service.html">Receive
 *     alerts for endpoint service events</a>
 */
final class ConnectionNotification {

    private static final List<String> EVENTS = List.of("Connect", "Accept", "Reject", "Delete");
    private static final String PRINCIPAL = "vpce.amazonaws.com";
    private static final String KEY_OF_AWS = "alias/aws/sns";

    private ConnectionNotification() {}

    static void check(@Nullable ITopic topic, Refusals refusals) {
        if (topic == null) {
            return;
        }
        refusals.refuseIf(
                topic.getFifo(),
                "the notification topic is a FIFO topic",
                "pass a standard topic, the only kind that AWS publishes to");
        IKey key = topic.getMasterKey();
        refusals.refuseIf(
                key != null && key.getKeyArn().contains(KEY_OF_AWS),
                "the notification topic is encrypted with %s, which AWS PrivateLink is not allowed to use"
                        .formatted(KEY_OF_AWS),
                "encrypt the topic with your own key");
    }

    static void define(Construct scope, IVpcEndpointService service, ITopic topic) {
        AddToResourcePolicyResult policy = topic.addToResourcePolicy(publishing(scope, service, topic));
        CfnVPCEndpointConnectionNotification notification = CfnVPCEndpointConnectionNotification.Builder.create(
                        scope, "Notification")
                .serviceId(service.getVpcEndpointServiceId())
                .connectionNotificationArn(topic.getTopicArn())
                .connectionEvents(EVENTS)
                .build();
        // AWS publishes a test when the notification is created
        if (policy.getPolicyDependable() != null) {
            notification.getNode().addDependency(policy.getPolicyDependable());
        }
        if (!policy.getStatementAdded()) {
            warn(scope, "notificationTopicPolicy", "policy of the topic " + topic.getTopicArn(), """
                    {"Effect": "Allow", "Principal": {"Service": "%s"}, "Action": "sns:Publish", "Resource": "%s", \
                    "Condition": {"StringEquals": {"aws:SourceAccount": "<the account of the endpoint service>"}, \
                    "ArnLike": {"aws:SourceArn": "<the ARN of the endpoint service>"}}}""".formatted(
                            PRINCIPAL, topic.getTopicArn()));
        }
        IKey key = topic.getMasterKey();
        if (key != null) {
            open(scope, key);
        }
    }

    private static PolicyStatement publishing(Construct scope, IVpcEndpointService service, ITopic topic) {
        Stack stack = Stack.of(scope);
        boolean besideTheTopic =
                Stack.of(topic).getNode().getPath().equals(stack.getNode().getPath());
        String serviceArn = stack.formatArn(ArnComponents.builder()
                .service("ec2")
                .resource("vpc-endpoint-service")
                // two stacks cannot refer to each other's resources
                .resourceName(besideTheTopic ? service.getVpcEndpointServiceId() : "*")
                .build());
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal(PRINCIPAL)))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                // in the same order in every template
                .conditions(new TreeMap<>(Map.of(
                        "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                        "ArnLike", Map.of("aws:SourceArn", serviceArn))))
                .build();
    }

    /** The topic's own policy names the endpoint service that may publish, and so limits who can use the key. */
    private static void open(Construct scope, IKey key) {
        AddToResourcePolicyResult policy = key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal(PRINCIPAL)))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                        .resources(List.of("*"))
                        .build(),
                true);
        if (!policy.getStatementAdded()) {
            warn(scope, "notificationKeyPolicy", "policy of the topic's key " + key.getKeyArn(), """
                    {"Effect": "Allow", "Principal": {"Service": "%s"}, \
                    "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*"}""".formatted(
                            PRINCIPAL));
        }
    }

    private static void warn(Construct scope, String id, String where, String statement) {
        Warnings.add(
                scope, id, "no notification is sent until the %s has this statement: %s".formatted(where, statement));
    }
}
