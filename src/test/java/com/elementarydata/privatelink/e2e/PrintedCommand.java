package com.elementarydata.privatelink.e2e;

import java.util.Optional;
import java.util.stream.Stream;

/** What verbs print to be pasted, by its first words; tests say which of them they have run. */
enum PrintedCommand {
    UNPROTECT_STACK("aws cloudformation update-termination-protection"),
    DELETE_STACK("aws cloudformation delete-stack"),
    WAIT_UNTIL_STACK_IS_DELETED("aws cloudformation wait stack-delete-complete"),
    STACK_EVENTS("aws cloudformation describe-stack-events"),
    STACK_OUTPUTS("aws cloudformation describe-stacks"),
    ADMIT("aws ec2 authorize-security-group-ingress"),
    CREATE_ROUTE("aws ec2 create-route"),
    REPLACE_ROUTE("aws ec2 replace-route"),
    DELETE_ROUTE("aws ec2 delete-route"),
    NETWORK_ACLS("aws ec2 describe-network-acls"),
    PEER("aws ec2 create-vpc-peering-connection"),
    ACCEPT_PEERING("aws ec2 accept-vpc-peering-connection"),
    TURN_ON("aws ec2 modify-vpc-attribute"),
    ALLOW("aws ec2 modify-vpc-endpoint-service-permissions"),
    SUPPORT("aws ec2 modify-vpc-endpoint-service-configuration"),
    DELETE_ENDPOINT("aws ec2 delete-vpc-endpoints"),
    ASSOCIATE("aws route53 associate-vpc-with-hosted-zone"),
    RAISE_QUOTA("aws service-quotas request-service-quota-increase"),
    DIFF("npx cdk diff"),
    DEPLOY("npx cdk deploy"),
    IMPORT("npx cdk import"),
    LIVE_PLAN("bin/privatelink plan --live"),
    ADOPT("bin/privatelink adopt"),
    ACCEPT("bin/privatelink provider accept"),
    CHECK("bin/privatelink provider check"),
    OFFBOARD("bin/privatelink offboard");

    private final String words;

    PrintedCommand(String words) {
        this.words = words;
    }

    /** Which one a command is. */
    static Optional<PrintedCommand> of(String command) {
        return Stream.of(values())
                .filter(printed -> command.startsWith(printed.words + " "))
                .findFirst();
    }
}
