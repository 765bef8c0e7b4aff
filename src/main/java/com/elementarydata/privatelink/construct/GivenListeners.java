package com.elementarydata.privatelink.construct;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;

/**
 * The listeners of a given load balancer.
 *
 * @param all those that are in the app
 */
record GivenListeners(List<CfnListener> all) {

    private static final String TLS = "TLS";
    private static final Set<String> OVER_TCP = Set.of("TCP", "TCP_UDP", TLS);

    /** Those of a load balancer in some stacks. */
    static GivenListeners of(CfnLoadBalancer balancer, List<Stack> stacks) {
        return new GivenListeners(stacks.stream()
                .distinct()
                .flatMap(stack -> stack.getNode().findAll().stream())
                .filter(CfnListener.class::isInstance)
                .map(CfnListener.class::cast)
                .filter(listener -> isArnOf(balancer, listener.getLoadBalancerArn()))
                .toList());
    }

    static boolean isArnOf(CfnLoadBalancer balancer, String arn) {
        Stack stack = balancer.getStack();
        return stack.resolve(balancer.getRef()).equals(stack.resolve(arn));
    }

    /** Each port needs one that speaks TCP. */
    void judge(Collection<Integer> ports, LoadBalancerFaults faults) {
        boolean allKnown = all.stream().allMatch(listener -> port(listener) > 0);
        ports.forEach(port -> all.stream()
                .filter(listener -> port(listener) == port)
                .findFirst()
                .ifPresentOrElse(listener -> judge(listener, port, faults), () -> {
                    if (allKnown) {
                        faults.fail(
                                "has no listener on %d%s".formatted(port, others()),
                                "add one with TCP, as with addListener(…), or pass the ports that it has");
                    }
                }));
    }

    private static void judge(CfnListener listener, int port, LoadBalancerFaults faults) {
        String protocol = String.valueOf(listener.getProtocol());
        if (protocol.equals(TLS)) {
            faults.warn(
                    "tlsListener",
                    "ends TLS on %d".formatted(port),
                    "make sure that its certificate has the hostnames, or use TCP, which leaves TLS to the service");
        } else if (!OVER_TCP.contains(protocol) && !Refusals.isToken(protocol)) {
            faults.fail("listens on %d with %s".formatted(port, protocol), "use TCP");
        }
    }

    private String others() {
        return all.isEmpty()
                ? ""
                : all.stream()
                        .map(listener -> "%s %d".formatted(listener.getProtocol(), port(listener)))
                        .distinct()
                        .collect(Collectors.joining(", ", ", but on ", ""));
    }

    /** Zero for none, and below it for a token. */
    private static int port(CfnListener listener) {
        Number port = listener.getPort();
        return port == null ? 0 : port.intValue();
    }
}
