package com.elementarydata.privatelink.operation.status;

import com.elementarydata.privatelink.fleet.ExpectedNetwork;
import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.judge.PathStacks;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.observed.Deployed;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.DomainNames;
import com.elementarydata.privatelink.observed.NameFacts.Zone;
import com.elementarydata.privatelink.observed.NameFacts.ZoneRecord;
import com.elementarydata.privatelink.observed.NameLookup;
import com.elementarydata.privatelink.observed.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A connection that is as it should be, but for what a test changes. */
public final class ConnectionSituation {

    /** When the endpoint was asked for. */
    public static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");

    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1";
    private static final String DNS_NAME = "vpce-0123456789abcdef0.vpce-svc-0123456789abcdef1.example";

    private static final String HOSTNAME = "git.acme.example";
    private static final ExpectedNetwork NETWORK = new ExpectedNetwork(
            "111122223333", "eu-west-1", "vpc-0", "10.0.0.0/16", List.of("10.0.1.0/24"), List.of("rtb-0"));
    private Integration integration = GitHubEnterpriseServer.INTEGRATION;
    private DnsState dns = DnsState.ACTIVE;
    private String service = SERVICE;
    private List<String> zones = List.of("euw1-az1", "euw1-az2");
    private final Map<String, String> stacks = new TreeMap<>(Map.of(
            "PrivateLink-Region-eu-west-1", "CREATE_COMPLETE",
            "PrivateLink-Production", "UPDATE_COMPLETE",
            "PrivateLink-Customer-acme-eu-west-1", "CREATE_COMPLETE",
            "PrivateLink-Dns-acme", "CREATE_COMPLETE"));
    private boolean external;
    private Optional<String> endpointId = Optional.of("vpce-0123456789abcdef0");
    private Optional<String> endpointState = Optional.of("available");
    private String endpointDnsName = DNS_NAME;
    private Set<String> zonesThere = Set.of("git.acme.example");
    private List<String> activeBeside = List.of();
    private Optional<List<String>> targets = Optional.of(List.of(DNS_NAME));
    private SortedMap<String, String> others = new TreeMap<>();

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

    /** With its names in hosted zones of others. */
    public ConnectionSituation external() {
        external = true;
        return without("PrivateLink-Dns-acme");
    }

    /** With other hosted zones in the production VPC. */
    public ConnectionSituation zonesThere(String... names) {
        zonesThere = Set.of(names);
        return this;
    }

    /** With records that lead to names or addresses; to nothing where there is none. */
    public ConnectionSituation leadingNamesTo(String... places) {
        targets = Optional.of(List.of(places));
        return this;
    }

    /** With records that may not be read. */
    public ConnectionSituation withoutRecords() {
        targets = Optional.empty();
        return this;
    }

    /** With another connection of the customer's that has an endpoint. */
    public ConnectionSituation besideEndpoint(String name, String id) {
        others.put(id, name);
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
        List<String> active = new ArrayList<>(activeBeside);
        if (dns == DnsState.ACTIVE) {
            active.add(HOSTNAME);
        }
        return ConnectionStatus.of(
                new PathStacks(NETWORK, path(active), new There()), new CustomerNames(active, others));
    }

    /** What AWS says of it. */
    private final class There implements Deployed {
        @Override
        public Optional<DeployedStack> stack(String region, String name) {
            return Optional.ofNullable(stacks.get(name)).map(status -> stackIn(name, status));
        }

        @Override
        public Optional<DeployedEndpoint> endpoint(String region, String id) {
            return endpointState.map(ConnectionSituation.this::endpointIn);
        }

        @Override
        public NameLookup lookup() {
            return new NameLookup(zonesThere.stream()
                    .map(zone -> new Zone("Z1", zone, "111122223333", records(zone)))
                    .toList());
        }

        private Reading<List<ZoneRecord>> records(String zone) {
            List<ZoneRecord> none = List.of();
            return targets.map(places -> Reading.of(
                            places.isEmpty() || !DomainNames.covers(zone, HOSTNAME)
                                    ? none
                                    : List.of(new ZoneRecord(HOSTNAME, "A", places, Optional.empty()))))
                    .orElseGet(() -> Reading.refused("AccessDenied"));
        }
    }

    private ExpectedPath path(List<String> active) {
        return new ExpectedPath(
                "acme/git",
                "stacks/customers/acme.yaml",
                integration.toString(),
                integration.isHostedByCustomer(),
                Optional.empty(),
                service,
                "eu-west-1",
                "eu-west-1",
                zones,
                "10.64.32.0/20",
                List.of(HOSTNAME),
                Hostname.zonesOf(active.stream().map(Hostname::parse).toList()).stream()
                        .filter(zone -> Hostname.parse(HOSTNAME).isAtOrBelow(zone))
                        .map(Hostname::value)
                        .toList(),
                List.of(443),
                dns == DnsState.ACTIVE,
                external,
                Optional.empty(),
                Optional.empty(),
                new ExpectedPath.ExpectedStacks(
                        "PrivateLink-Region-eu-west-1",
                        "PrivateLink-Production",
                        "PrivateLink-Customer-acme-eu-west-1",
                        "PrivateLink-Dns-acme",
                        "VpcId",
                        "PeeringConnectionId",
                        new TreeMap<>(Map.of(
                                "euw1-az1", "SubnetIdEuw1Az1",
                                "euw1-az2", "SubnetIdEuw1Az2",
                                "euw1-az3", "SubnetIdEuw1Az3")),
                        "GitEndpointId",
                        "GitDnsName"));
    }

    private DeployedStack stackIn(String name, String status) {
        return new DeployedStack(
                name,
                status,
                Optional.of("why").filter(reason -> status.contains("ROLLBACK")),
                CREATED,
                true,
                "NOT_CHECKED",
                new TreeMap<>(outputs(name)));
    }

    private Map<String, String> outputs(String name) {
        return switch (name) {
            case "PrivateLink-Region-eu-west-1" ->
                Map.of(
                        "VpcId", "vpc-1",
                        "PeeringConnectionId", "pcx-1",
                        "SubnetIdEuw1Az1", "subnet-1",
                        "SubnetIdEuw1Az2", "subnet-2",
                        "SubnetIdEuw1Az3", "subnet-3");
            case "PrivateLink-Customer-acme-eu-west-1" ->
                endpointId
                        .map(id -> Map.of("GitEndpointId", id, "GitDnsName", DNS_NAME))
                        .orElse(Map.of());
            default -> Map.of();
        };
    }

    private DeployedEndpoint endpointIn(String state) {
        return new DeployedEndpoint(
                "vpce-0123456789abcdef0",
                SERVICE,
                state,
                CREATED,
                "vpc-1",
                List.of("subnet-1", "subnet-2"),
                List.of("sg-1"),
                List.of(endpointDnsName),
                Optional.of("ServiceError: no room").filter(error -> state.equals("failed")));
    }
}
