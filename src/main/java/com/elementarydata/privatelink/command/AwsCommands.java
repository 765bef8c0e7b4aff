package com.elementarydata.privatelink.command;

import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Commands of the AWS CLI.
 *
 * @param region the code of the Region that they are about
 * @param profile whose credentials they use, unless the environment says
 */
public record AwsCommands(String region, Optional<String> profile) {

    private static final String ROUTE = "--route-table-id %s --destination-cidr-block %s";
    private static final String PEERING_ROUTE = ROUTE + " --vpc-peering-connection-id %s";

    /** With the credentials that the environment says. */
    public static AwsCommands in(String region) {
        return new AwsCommands(region, Optional.empty());
    }

    /** Lets a stack be deleted. */
    public String unprotectStack(String stack) {
        return regional(
                "cloudformation update-termination-protection --no-enable-termination-protection",
                "--stack-name %s",
                stack);
    }

    /** Deletes a stack. */
    public String deleteStack(String stack) {
        return regional("cloudformation delete-stack", "--stack-name %s", stack);
    }

    /** Waits until a stack is deleted. */
    public String waitUntilStackIsDeleted(String stack) {
        return regional("cloudformation wait stack-delete-complete", "--stack-name %s", stack);
    }

    /** Lets a rollback go on that got stuck. */
    public String continueRollback(String stack) {
        return regional("cloudformation continue-update-rollback", "--stack-name %s", stack);
    }

    /** Shows what happened to a stack. */
    public String stackEvents(String stack) {
        return regional("cloudformation describe-stack-events", "--stack-name %s", stack);
    }

    /** Shows what a stack hands out. */
    public String stackOutputs(String stack) {
        return regional("cloudformation describe-stacks", "--stack-name %s --query 'Stacks[].Outputs'", stack);
    }

    /** Admits a block to a port of a security group. */
    public String admit(String group, int port, String cidr) {
        return regional(
                "ec2 authorize-security-group-ingress",
                "--group-id %s --protocol tcp --port %s --cidr %s",
                group,
                String.valueOf(port),
                cidr);
    }

    /** Adds a route to a peering. */
    public String createRoute(String table, String destination, String peering) {
        return regional("ec2 create-route", PEERING_ROUTE, table, destination, peering);
    }

    /** Points a route to a peering. */
    public String replaceRoute(String table, String destination, String peering) {
        return regional("ec2 replace-route", PEERING_ROUTE, table, destination, peering);
    }

    /** Deletes a route. */
    public String deleteRoute(String table, String destination) {
        return regional("ec2 delete-route", ROUTE, table, destination);
    }

    /** Deletes the routes of a prefix list. */
    public String deleteRoutes(String table, String prefixList) {
        return regional("ec2 delete-route", "--route-table-id %s --destination-prefix-list-id %s", table, prefixList);
    }

    /** Shows network ACLs. */
    public String networkAcls(Collection<String> ids) {
        String options = "--network-acl-ids" + " %s".repeat(ids.size());
        return regional("ec2 describe-network-acls", options, ids.toArray(String[]::new));
    }

    /** Asks for a peering of a VPC of this Region with another one. */
    public String peer(String vpc, String otherVpc, String otherRegion) {
        String options = "--vpc-id %s --peer-vpc-id %s --peer-region %s";
        return regional("ec2 create-vpc-peering-connection", options, vpc, otherVpc, otherRegion);
    }

    /** Accepts a peering. */
    public String acceptPeering(String peering) {
        return regional("ec2 accept-vpc-peering-connection", "--vpc-peering-connection-id %s", peering);
    }

    /** Turns an attribute of a VPC on, such as {@code enable-dns-support}. */
    public String turnOn(String vpc, String attribute) {
        return regional("ec2 modify-vpc-attribute", "--vpc-id %s %s Value=true", vpc, "--" + attribute);
    }

    /** Lets an account ask for connections to an endpoint service; with the credentials of the service's owner. */
    public String allow(String serviceId, String account) {
        return regional(
                "ec2 modify-vpc-endpoint-service-permissions",
                "--service-id %s --add-allowed-principals %s",
                serviceId,
                principal(account));
    }

    /** Lets an endpoint service be reached from another Region; with the credentials of the service's owner. */
    public String support(String serviceId, String otherRegion) {
        return regional(
                "ec2 modify-vpc-endpoint-service-configuration",
                "--service-id %s --add-supported-regions %s",
                serviceId,
                otherRegion);
    }

    /** Has a quota raised; where it is one of the whole account, this Region is the one that AWS keeps it in. */
    public String raiseQuota(String serviceCode, String quotaCode, long desired) {
        return regional(
                "service-quotas request-service-quota-increase",
                "--service-code %s --quota-code %s --desired-value %s",
                serviceCode,
                quotaCode,
                String.valueOf(desired));
    }

    /** An account as IAM names it where it is allowed something. */
    public static String principal(String account) {
        return "arn:aws:iam::%s:root".formatted(account);
    }

    /** Deletes an endpoint. */
    public String deleteEndpoint(String endpoint) {
        return regional("ec2 delete-vpc-endpoints", "--vpc-endpoint-ids %s", endpoint);
    }

    /** Lets a hosted zone answer in a VPC of this Region. */
    public String associate(String zone, String vpc) {
        return command(
                "route53 associate-vpc-with-hosted-zone --hosted-zone-id %s --vpc %s",
                List.of(zone, "VPCRegion=%s,VPCId=%s".formatted(region, vpc)));
    }

    /** Enables this Region for the account. */
    public String enable() {
        return command("account enable-region --region-name %s", List.of(region));
    }

    private String regional(String operation, String options, String... words) {
        return command("%s --region %%s %s".formatted(operation, options), Lists.asList(region, words));
    }

    private String command(String line, List<String> words) {
        String as = profile.map(name -> " --profile " + Quoted.of(name)).orElse("");
        return Quoted.line("aws " + line, words) + as;
    }
}
