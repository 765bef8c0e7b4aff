package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.observed.ProviderFacts.LoadBalancer;
import com.elementarydata.privatelink.observed.ProviderFacts.Target;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a target answers behind a load balancer. */
final class TargetChecks {

    private static final String HEALTHY = "healthy";
    private static final String ALL_ZONES = "all";

    private TargetChecks() {}

    static Finding targetHealth(LoadBalancer balancer) {
        List<String> dead = balancer.listeners().stream()
                .filter(listener -> listener.targets().stream().noneMatch(TargetChecks::isHealthy))
                .map(listener -> "port %d: %s".formatted(listener.port(), healthOf(listener.targets())))
                .toList();
        if (!dead.isEmpty()) {
            return ProviderCheck.TARGET_HEALTH.failed(
                    String.join("; ", dead),
                    "check the service, the health check and the targets' security groups, which have to admit"
                            + " the load balancer");
        }
        long unhealthy = targets(balancer).filter(target -> !isHealthy(target)).count();
        return unhealthy == 0
                ? ProviderCheck.TARGET_HEALTH.passed(
                        "%d healthy".formatted(targets(balancer).count()))
                : ProviderCheck.TARGET_HEALTH.warning(
                        "%d not healthy: %s"
                                .formatted(unhealthy, healthOf(targets(balancer).toList())),
                        "check them");
    }

    private static String healthOf(List<Target> targets) {
        return targets.isEmpty()
                ? "no target"
                : targets.stream()
                        .filter(target -> !isHealthy(target))
                        .map(target -> "%s is %s%s"
                                .formatted(
                                        target.id(),
                                        target.health(),
                                        target.reason().map(" (%s)"::formatted).orElse("")))
                        .collect(Collectors.joining(", "));
    }

    static boolean isHealthy(Target target) {
        return target.health().equals(HEALTHY);
    }

    private static Stream<Target> targets(LoadBalancer balancer) {
        return balancer.listeners().stream().flatMap(listener -> listener.targets().stream());
    }

    static Finding crossZone(LoadBalancer balancer) {
        if (balancer.crossZone()) {
            return ProviderCheck.CROSS_ZONE.passed("on");
        }
        TreeSet<String> without = balancer.subnets().stream()
                .map(ProviderFacts.Subnet::availabilityZoneId)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Target> healthy = targets(balancer).filter(TargetChecks::isHealthy).toList();
        healthy.forEach(target -> target.availabilityZoneId().ifPresent(without::remove));
        if (without.isEmpty() || healthy.stream().anyMatch(TargetChecks::isOutsideTheVpc)) {
            return ProviderCheck.CROSS_ZONE.passed("off, and each zone has a healthy target");
        }
        String what = "off, and no healthy target is known in %s".formatted(String.join(", ", without));
        String remedy = "turn on cross-zone load balancing";
        return healthy.stream().allMatch(target -> target.availabilityZoneId().isPresent())
                ? ProviderCheck.CROSS_ZONE.failed(what, remedy)
                : ProviderCheck.CROSS_ZONE.unknown(what, remedy);
    }

    /** Every node reaches it. */
    private static boolean isOutsideTheVpc(Target target) {
        return target.availabilityZoneId().filter(ALL_ZONES::equals).isPresent();
    }
}
