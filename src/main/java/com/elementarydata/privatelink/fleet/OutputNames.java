package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.net.AvailabilityZoneId;

/** The names of the outputs of Elementary's stacks. They are contract: other stacks and people read them. */
public final class OutputNames {

    /** The regional VPC. */
    public static final String VPC_ID = "VpcId";

    /** The peering connection between a regional VPC and production's. */
    public static final String PEERING_CONNECTION_ID = "PeeringConnectionId";

    private static final String ENDPOINT_ID = "EndpointId";

    private OutputNames() {}

    /** The name, unique in a Region, that a stack exports an output under. */
    public static String export(String stack, String output) {
        return stack + ":" + output;
    }

    /** The subnet of a zone. */
    public static String subnetId(AvailabilityZoneId zone) {
        return "SubnetId" + zone.toPascalCase();
    }

    /** The endpoint of a connection. */
    public static String endpointId(Identifier connection) {
        return connection.toPascalCase() + ENDPOINT_ID;
    }

    /** Whether an output is the endpoint of some connection. */
    public static boolean isEndpointId(String output) {
        return output.endsWith(ENDPOINT_ID);
    }

    /** The endpoint service of a connection. */
    public static String serviceName(Identifier connection) {
        return connection.toPascalCase() + "ServiceName";
    }

    /** The DNS name of a connection's endpoint. */
    public static String dnsName(Identifier connection) {
        return connection.toPascalCase() + "DnsName";
    }

    /** The hosted zone of that DNS name. */
    public static String dnsHostedZoneId(Identifier connection) {
        return connection.toPascalCase() + "DnsHostedZoneId";
    }
}
