package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of a fleet's stacks, with the types of resource that they hold. */
@SuppressWarnings("ImmutableEnumChecker")
public enum StackKind {
    /** A regional VPC. */
    REGION(
            "AWS::EC2::FlowLog",
            "AWS::EC2::Route",
            "AWS::EC2::RouteTable",
            "AWS::EC2::Subnet",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::VPC",
            "AWS::EC2::VPCPeeringConnection",
            "AWS::IAM::Role",
            "AWS::Logs::LogGroup"),
    /** The routes of production. */
    PRODUCTION("AWS::EC2::Route", "AWS::SSM::Parameter"),
    /** The endpoints of a customer. */
    CUSTOMER("AWS::EC2::SecurityGroup", "AWS::EC2::VPCEndpoint"),
    /** The names of a customer. */
    DNS("AWS::Route53::HostedZone", "AWS::Route53::RecordSet", "AWS::SSM::Parameter");

    /** Those whose templates look up outputs of other stacks. */
    private static final Set<StackKind> LOOKING_UP = Set.of(PRODUCTION, DNS);

    private final List<String> types;

    StackKind(String... types) {
        this.types = List.of(types);
    }

    /** The types of resource in its stacks, sorted. */
    public List<String> types() {
        return types;
    }

    /** The types of resource in stacks of some kinds, each once, sorted. */
    public static List<String> types(Collection<StackKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.types().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether CloudFormation reads outputs of other stacks for it. */
    boolean looksUp() {
        return LOOKING_UP.contains(this);
    }

    /** What the names of its stacks are like, with a {@code *} for what differs. */
    public String stacks() {
        return this == PRODUCTION ? "PrivateLink-Production" : "PrivateLink-%s-*".formatted(title());
    }

    @Override
    public String toString() {
        return Words.of(this);
    }

    private String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
