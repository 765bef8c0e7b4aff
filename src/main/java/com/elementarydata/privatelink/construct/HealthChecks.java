package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.integration.HealthProbe;
import com.elementarydata.privatelink.net.Port;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;

/**
 * What health check the target group of a network load balancer can have.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html">Health
 *     checks for Network Load Balancer target groups</a>
 */
final class HealthChecks {

    static final HealthCheck TCP = HealthCheck.builder().protocol(Protocol.TCP).build();

    private static final Set<Protocol> WITH_PATH = EnumSet.of(Protocol.HTTP, Protocol.HTTPS);
    private static final String TRAFFIC_PORT = "traffic-port";

    private HealthChecks() {}

    static HealthCheck of(HealthProbe probe) {
        HealthCheck.Builder check = HealthCheck.builder()
                .protocol(Protocol.valueOf(probe.protocol()))
                .path(probe.path());
        probe.port().map(Port::toString).ifPresent(check::port);
        return check.build();
    }

    static void check(HealthCheck check, boolean ofLoadBalancer, Refusals refusals) {
        Protocol protocol = protocol(check);
        boolean withPath = WITH_PATH.contains(protocol);
        refusals.refuseIf(
                Boolean.FALSE.equals(check.getEnabled()),
                "the health check is disabled",
                "omit enabled(false), since such targets are always checked");
        refusals.refuseIf(
                !withPath && protocol != Protocol.TCP,
                "the health check's protocol %s is not supported by network load balancers".formatted(protocol),
                "choose TCP, HTTP or HTTPS");
        refusals.refuseIf(
                ofLoadBalancer && !withPath,
                "the health check of an Application Load Balancer is neither HTTP nor HTTPS",
                "pass healthCheck(…) with the protocol and a path that the load balancer answers");
        refusals.refuseIf(
                protocol == Protocol.TCP && check.getPath() != null,
                "the health check has the path \"%s\", but its protocol is TCP".formatted(check.getPath()),
                "choose HTTP or HTTPS, or omit the path");
        HealthCheckValues.check(check, withPath, refusals);
        checkPort(check, refusals);
    }

    private static Protocol protocol(HealthCheck check) {
        return Optional.ofNullable(check.getProtocol()).orElse(Protocol.TCP);
    }

    private static void checkPort(HealthCheck check, Refusals refusals) {
        String port = check.getPort();
        if (port == null || port.equals(TRAFFIC_PORT)) {
            return;
        }
        boolean number = port.matches("[0-9]{1,9}");
        refusals.refuseIf(
                !number,
                "the health check's port \"%s\" is not a number".formatted(port),
                "give a number, or omit it for the traffic port");
        if (number) {
            refusals.parse(port, text -> Port.of(Integer.parseInt(text)));
        }
    }

    /** The port that is checked, if it is not the traffic port. */
    static Optional<Integer> ownPort(HealthCheck check) {
        return Optional.ofNullable(check.getPort())
                .filter(port -> !port.equals(TRAFFIC_PORT))
                .map(Integer::valueOf);
    }
}
