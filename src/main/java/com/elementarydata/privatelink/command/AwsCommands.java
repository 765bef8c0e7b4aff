package com.elementarydata.privatelink.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Commands of the AWS CLI.
 *
 * @param region the code of the Region that they are about
 * @param profile whose credentials they use, unless the environment says
 */
public record AwsCommands(String region, Optional<String> profile) {

    /** With the credentials that the environment says. */
    public static AwsCommands in(String region) {
        return new AwsCommands(region, Optional.empty());
    }

    /** Lets a stack be deleted. */
    public String unprotectStack(String stack) {
        return command(
                "cloudformation",
                "update-termination-protection",
                "--no-enable-termination-protection",
                "--region",
                region,
                "--stack-name",
                stack);
    }

    /** Deletes a stack. */
    public String deleteStack(String stack) {
        return ofStack("delete-stack", stack);
    }

    /** Waits until a stack is deleted. */
    public String waitUntilStackIsDeleted(String stack) {
        return command("cloudformation", "wait", "stack-delete-complete", "--region", region, "--stack-name", stack);
    }

    /** Lets a rollback go on that got stuck. */
    public String continueRollback(String stack) {
        return ofStack("continue-update-rollback", stack);
    }

    /** Shows what happened to a stack. */
    public String stackEvents(String stack) {
        return ofStack("describe-stack-events", stack);
    }

    /** Shows what a stack hands out. */
    public String stackOutputs(String stack) {
        return ofStack("describe-stacks", stack, "--query", "Stacks[].Outputs");
    }

    private String ofStack(String operation, String stack, String... options) {
        return regional(
                "cloudformation", operation, Stream.concat(Stream.of("--stack-name", stack), Stream.of(options)));
    }

    /** Admits a block to a port of a security group. */
    public String admit(String group, int port, String cidr) {
        return ec2(
                "authorize-security-group-ingress",
                "--group-id",
                group,
                "--protocol",
                "tcp",
                "--port",
                String.valueOf(port),
                "--cidr",
                cidr);
    }

    /** Adds a route to a peering. */
    public String createRoute(String table, String destination, String peering) {
        return route("create-route", table, destination, "--vpc-peering-connection-id", peering);
    }

    /** Points a route to a peering. */
    public String replaceRoute(String table, String destination, String peering) {
        return route("replace-route", table, destination, "--vpc-peering-connection-id", peering);
    }

    /** Deletes a route. */
    public String deleteRoute(String table, String destination) {
        return route("delete-route", table, destination);
    }

    private String route(String operation, String table, String destination, String... options) {
        return regional(
                "ec2",
                operation,
                Stream.concat(
                        Stream.of("--route-table-id", table, "--destination-cidr-block", destination),
                        Stream.of(options)));
    }

    /** Shows network ACLs. */
    public String networkAcls(Collection<String> ids) {
        return regional("ec2", "describe-network-acls", Stream.concat(Stream.of("--network-acl-ids"), ids.stream()));
    }

    /** Asks for a peering of a VPC of this Region with another one. */
    public String peer(String vpc, String otherVpc, String otherRegion) {
        return ec2(
                "create-vpc-peering-connection",
                "--vpc-id",
                vpc,
                "--peer-vpc-id",
                otherVpc,
                "--peer-region",
                otherRegion);
    }

    /** Accepts a peering. */
    public String acceptPeering(String peering) {
        return ec2("accept-vpc-peering-connection", "--vpc-peering-connection-id", peering);
    }

    /** Turns an attribute of a VPC on, such as {@code enable-dns-support}. */
    public String turnOn(String vpc, String attribute) {
        return ec2("modify-vpc-attribute", "--vpc-id", vpc, "--" + attribute, "Value=true");
    }

    /** Lets an account ask for connections to an endpoint service; with the credentials of the service's owner. */
    public String allow(String serviceId, String account) {
        return ec2(
                "modify-vpc-endpoint-service-permissions",
                "--service-id",
                serviceId,
                "--add-allowed-principals",
                "arn:aws:iam::%s:root".formatted(account));
    }

    /** Deletes an endpoint. */
    public String deleteEndpoint(String endpoint) {
        return ec2("delete-vpc-endpoints", "--vpc-endpoint-ids", endpoint);
    }

    /** Lets a hosted zone answer in a VPC of this Region. */
    public String associate(String zone, String vpc) {
        return command(
                "route53",
                "associate-vpc-with-hosted-zone",
                "--hosted-zone-id",
                zone,
                "--vpc",
                "VPCRegion=%s,VPCId=%s".formatted(region, vpc));
    }

    /** Enables this Region for the account. */
    public String enable() {
        return command("account", "enable-region", "--region-name", region);
    }

    private String ec2(String operation, String... options) {
        return regional("ec2", operation, Stream.of(options));
    }

    private String regional(String service, String operation, Stream<String> options) {
        return command(Stream.concat(Stream.of(service, operation, "--region", region), options)
                .toArray(String[]::new));
    }

    private String command(String... words) {
        List<String> as = profile.map(name -> List.of("--profile", name)).orElse(List.of());
        return Quoted.command(
                Stream.of(Stream.of("aws"), Stream.of(words), as.stream()).flatMap(part -> part));
    }
}
