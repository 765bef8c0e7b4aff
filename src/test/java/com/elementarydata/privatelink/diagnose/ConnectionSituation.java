package com.elementarydata.privatelink.diagnose;

import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A connection that is as it should be, but for what a test changes. */
public final class ConnectionSituation {

    /** When the endpoint was asked for. */
    public static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");

    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";
    private static final String DNS_NAME = "vpce-0123456789abcdef0.vpce-svc-0123456789abcdef1.example";

    private Integration integration = GitHubEnterpriseServer.INTEGRATION;
    private DnsState dns = DnsState.ACTIVE;
    private String service = SERVICE;
    private List<String> zones = List.of("euw1-az1", "euw1-az2");
    private final Map<String, String> stacks = new TreeMap<>(Map.of(
            "PrivateLink-Region-eu-west-1", "CREATE_COMPLETE",
            "PrivateLink-Production", "UPDATE_COMPLETE",
            "PrivateLink-Customer-acme-eu-west-1", "CREATE_COMPLETE",
            "PrivateLink-Dns-acme", "CREATE_COMPLETE"));
    private Optional<String> endpointId = Optional.of("vpce-0123456789abcdef0");
    private Optional<String> endpointState = Optional.of("available");
    private String endpointVpc = "vpc-1";
    private List<String> endpointSubnets = List.of("subnet-1", "subnet-2");
    private String endpointDnsName = DNS_NAME;
    private Set<String> zonesThere = Set.of("git.acme.example");
    private List<String> activeBeside = List.of();

    /** Of another integration. */
    public ConnectionSituation of(Integration other) {
        integration = other;
        return this;
    }

    /** With its names switched off, and without a stack for them. */
    public ConnectionSituation prepared() {
        dns = DnsState.PREPARED;
        zonesThere = Set.of();
        return without("PrivateLink-Dns-acme");
    }

    /** With other hosted zones in the production VPC. */
    public ConnectionSituation zonesThere(String... names) {
        zonesThere = Set.of(names);
        return this;
    }

    /** With another active connection of the customer's that has these names. */
    public ConnectionSituation beside(String... names) {
        activeBeside = List.of(names);
        return this;
    }

    /** With a stack in a status. */
    public ConnectionSituation stack(String name, String status) {
        stacks.put(name, status);
        return this;
    }

    /** Without a stack. */
    public ConnectionSituation without(String stack) {
        stacks.remove(stack);
        return this;
    }

    /** Without an endpoint, in the customer's stack and altogether. */
    public ConnectionSituation withoutEndpoint() {
        endpointId = Optional.empty();
        return endpoint("");
    }

    /** With the endpoint in a state; an empty one where EC2 does not know it. */
    public ConnectionSituation endpoint(String state) {
        endpointState = Optional.of(state).filter(text -> !text.isEmpty());
        return this;
    }

    /** With the endpoint in another VPC. */
    public ConnectionSituation inVpc(String vpc) {
        endpointVpc = vpc;
        return this;
    }

    /** With the endpoint in other subnets. */
    public ConnectionSituation inSubnets(String... subnets) {
        endpointSubnets = List.of(subnets);
        return this;
    }

    /** With the endpoint under another name. */
    public ConnectionSituation called(String name) {
        endpointDnsName = name;
        return this;
    }

    /** With another service in the file than the endpoint's. */
    public ConnectionSituation leadingTo(String other) {
        service = other;
        return this;
    }

    /** With other zones in the file. */
    public ConnectionSituation zones(String... others) {
        zones = List.of(others);
        return this;
    }

    /** What follows. */
    public ConnectionStatus status() {
        return ConnectionStatus.of(facts());
    }

    private ConnectionFacts facts() {
        List<Hostname> active = new java.util.ArrayList<>(
                activeBeside.stream().map(Hostname::parse).toList());
        if (dns == DnsState.ACTIVE) {
            active.add(Hostname.parse("git.acme.example"));
        }
        return new ConnectionFacts(
                Identifier.parse("acme"),
                connection(),
                new ConnectionFacts.Stacks(
                        stack("PrivateLink-Region-eu-west-1"),
                        stack("PrivateLink-Production"),
                        stack("PrivateLink-Customer-acme-eu-west-1"),
                        stack("PrivateLink-Dns-acme")),
                endpointId,
                endpointId.map(id -> DNS_NAME),
                endpointState.map(this::endpointIn),
                stack("PrivateLink-Region-eu-west-1").deployed().map(stack -> "vpc-1"),
                new TreeMap<>(Map.of(
                        AvailabilityZoneId.parse("euw1-az1"), "subnet-1",
                        AvailabilityZoneId.parse("euw1-az2"), "subnet-2",
                        AvailabilityZoneId.parse("euw1-az3"), "subnet-3")),
                new ConnectionFacts.Names(active, zonesThere));
    }

    private Connection connection() {
        return new Connection(
                located(Identifier.parse("git")),
                integration,
                new ServiceAddress(
                        located(EndpointServiceName.parse(service)),
                        List.of(located(Hostname.parse("git.acme.example"))),
                        List.of(Port.of(443))),
                Connectivity.PEERED,
                zones.stream()
                        .map(zone -> located(AvailabilityZoneId.parse(zone)))
                        .toList(),
                Optional.empty(),
                dns);
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, Position.ofFile("stacks/customers/acme.yaml"));
    }

    private ExpectedStack stack(String name) {
        return new ExpectedStack(
                name,
                Optional.ofNullable(stacks.get(name))
                        .map(status -> new DeployedStack(
                                name,
                                status,
                                Optional.of("why").filter(reason -> status.contains("ROLLBACK")),
                                CREATED,
                                true,
                                "NOT_CHECKED",
                                new TreeMap<>())));
    }

    private DeployedEndpoint endpointIn(String state) {
        return new DeployedEndpoint(
                "vpce-0123456789abcdef0",
                SERVICE,
                state,
                CREATED,
                endpointVpc,
                endpointSubnets,
                List.of("sg-1"),
                List.of(endpointDnsName),
                Optional.of("ServiceError: no room").filter(error -> state.equals("failed")));
    }
}
