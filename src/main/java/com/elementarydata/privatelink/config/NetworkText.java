package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A new {@code network.yaml}. Its values are as they were given or found: whoever reads the file judges them.
 *
 * @param account Elementary's account, 12 digits
 * @param region production's Region
 * @param vpcId production's VPC
 * @param cidr its block
 * @param clientCidrs the blocks of the subnets that clients are in
 * @param routeTableIds the route tables of those subnets
 * @param pool the block that regional VPCs get their addresses from
 * @param reservedCidrs blocks that no regional VPC may have
 * @param protectedDomains the domains that production itself uses
 */
public record NetworkText(
        String account,
        String region,
        String vpcId,
        String cidr,
        List<String> clientCidrs,
        List<String> routeTableIds,
        String pool,
        List<String> reservedCidrs,
        List<String> protectedDomains) {

    /** Where regional VPCs get their addresses from, unless production is there. */
    private static final List<String> POOLS = List.of("10.64.0.0/10", "10.128.0.0/9", "10.0.0.0/10", "172.16.0.0/12");

    /** The first usual pool that overlaps none of some blocks, which may be misspelled; empty where all do. */
    public static Optional<String> poolBeside(List<String> blocks) {
        List<Cidr> taken =
                blocks.stream().flatMap(block -> parsed(block).stream()).toList();
        return POOLS.stream()
                .filter(pool -> taken.stream().noneMatch(Cidr.parse(pool)::overlaps))
                .findFirst();
    }

    /** Refuses anything but the id of a VPC. */
    public static String vpcId(String text) {
        return NetworkFile.VPC_ID.apply(text);
    }

    /** Refuses anything but the id of a route table. */
    public static String routeTableId(String text) {
        return NetworkFile.ROUTE_TABLE_ID.apply(text);
    }

    private static Optional<Cidr> parsed(String block) {
        try {
            return Optional.of(Cidr.parse(block));
        } catch (InvalidValueException misspelled) {
            return Optional.empty();
        }
    }

    /** The file's text, after its first line and some comments. */
    public String text(List<String> comments) {
        Stream<String> head = Stream.concat(
                        Stream.of("yaml-language-server: $schema=network.schema.json"), comments.stream())
                .map("# "::concat);
        Stream<String> body = Stream.of(
                "account: " + quoted(account),
                "production:",
                "  region: " + region,
                "  vpcId: " + vpcId,
                "  cidr: " + cidr,
                "  clientCidrs: " + clientCidrs,
                "  routeTableIds: " + routeTableIds,
                "regionalCidrPool: " + pool);
        Stream<String> more = Stream.of("reservedCidrs: " + reservedCidrs, "protectedDomains: " + protectedDomains)
                .filter(line -> !line.endsWith("[]"));
        return Stream.of(head, body, more)
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    /** A number would lose the zeros that it begins with. */
    private static String quoted(String digits) {
        return "\"" + digits + "\"";
    }
}
