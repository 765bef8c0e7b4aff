package com.elementarydata.privatelink.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Hostname;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.util.Locale;

/**
 * The logical ids of resources that stacks take over. They are contract: by them a resource mapping file says which
 * resource of a template is which one of AWS.
 */
public final class LogicalIds {

    /** The regional VPC. */
    public static final String VPC = "Vpc";

    /** Its peering connection with production's. */
    public static final String PEERING_CONNECTION = "PeeringConnection";

    private static final int LONGEST = 240;
    private static final int HASH = 8;

    private LogicalIds() {}

    /** The subnet of a zone. */
    public static String subnet(AvailabilityZoneId zone) {
        return "Subnet" + zone.toPascalCase();
    }

    /**
     * A route table.
     *
     * @param id {@code rtb-…}
     */
    public static String routeTable(String id) {
        return "RouteTable" + id.replace("rtb-", "");
    }

    /** The endpoint of a connection. */
    public static String endpoint(Identifier connection) {
        return connection.toPascalCase() + "Endpoint";
    }

    /** The security group of a connection's endpoint. */
    public static String securityGroup(Identifier connection) {
        return connection.toPascalCase() + "SecurityGroup";
    }

    /**
     * A hosted zone. It has the id that CDK gives it from its place in the stack, whether it was imported or created, so
     * that records can be added to one that was imported.
     */
    public static String hostedZone(Hostname apex) {
        String name = "Zone-" + apex;
        String readable = "Zones" + name.replaceAll("[^A-Za-z0-9]", "");
        return readable.substring(0, Math.min(LONGEST, readable.length())) + hashOf("Zones/" + name);
    }

    @SuppressWarnings("deprecation") // CDK's own hash, which protects nothing
    private static String hashOf(String path) {
        HashCode hash = Hashing.md5().hashString(path, UTF_8);
        return hash.toString().substring(0, HASH).toUpperCase(Locale.ROOT);
    }
}
