package com.elementarydata.privatelink.e2e;

import java.util.List;
import java.util.stream.Stream;

/**
 * A connection to a service of the one provider of these tests, as a customer's file says it.
 *
 * @param id the connection's id
 * @param service the last digit of the service's id
 * @param region the service's Region
 * @param zones where the endpoint shall be
 * @param ports the service's ports
 * @param hostnames its names
 * @param more other lines of the file
 */
record Offer(
        String id,
        int service,
        String region,
        List<String> zones,
        List<Integer> ports,
        List<String> hostnames,
        List<String> more) {

    static Offer inIreland(String id, int service, String hostname) {
        return new Offer(
                id, service, "eu-west-1", List.of("euw1-az1", "euw1-az2"), List.of(443), List.of(hostname), List.of());
    }

    Offer in(String otherRegion, String... otherZones) {
        return new Offer(id, service, otherRegion, List.of(otherZones), ports, hostnames, more);
    }

    Offer inZones(String... others) {
        return in(region, others);
    }

    Offer on(Integer... others) {
        return new Offer(id, service, region, zones, List.of(others), hostnames, more);
    }

    Offer named(String... others) {
        return new Offer(id, service, region, zones, ports, List.of(others), more);
    }

    Offer called(String other) {
        return new Offer(other, service, region, zones, ports, hostnames, more);
    }

    Offer with(String... lines) {
        return new Offer(id, service, region, zones, ports, hostnames, List.of(lines));
    }

    Offer prepared() {
        return with("dns: prepared");
    }

    String serviceId() {
        return "vpce-svc-0123456789abcde%02d".formatted(service);
    }

    private String text() {
        StringBuilder text = new StringBuilder(
                """
                  - id: %s
                    integration: service
                    region: %s
                    availabilityZoneIds: %s
                    awsAccountId: "%s"
                    serviceName: com.amazonaws.vpce.%s.%s
                    hostnames: %s
                    ports: %s
                """.formatted(id, region, zones, Accounts.MAPLE, region, serviceId(), hostnames, ports));
        more.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }

    /** What its endpoint comes with, in the words of changes of a {@link WorldState}. */
    Stream<String> endpointOf(String customer, String sign) {
        String name = "Customer-%s-%s/%s".formatted(customer, region, id);
        return Stream.concat(
                        Stream.of(
                                "%s connection %s %s".formatted(Accounts.MAPLE + " " + region, serviceId(), name),
                                "%s endpoint %s".formatted(region, name),
                                "%s group %sSecurityGroup".formatted(region, name)),
                        zones.stream().map(zone -> "%s interface %s.interface".formatted(region, name)))
                .map(line -> sign + " " + line);
    }

    /** A customer's file. */
    static String file(String customer, Offer... offers) {
        StringBuilder text = new StringBuilder("id: %s%nconnections:%n".formatted(customer));
        List.of(offers).forEach(offer -> text.append(offer.text()));
        return text.toString();
    }
}
