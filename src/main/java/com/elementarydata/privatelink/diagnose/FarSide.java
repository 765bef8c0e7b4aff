package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.PathCheck.PD501;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD502;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD503;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD504;
import static com.elementarydata.privatelink.diagnose.PathCheck.PD505;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is behind the endpoint service: seen with the provider's help alone, or felt from within production. */
final class FarSide {

    private static final String OCSP = "ocsp.";

    private FarSide() {}

    static PathFinding provider(Walk walk) {
        if (walk.provider().isPresent()) {
            return PD501.passed("as the customer's provider check saw it");
        }
        return walk.path().hostedByCustomer()
                ? PD501.unknown("load balancer and targets are the customer's: have it run this, and give its output"
                                + " to --provider")
                        .typing("bin/privatelink provider check --json --service-name %s"
                                .formatted(walk.path().serviceName()))
                : PD501.unknown("what is behind the service only %s's support sees"
                        .formatted(walk.path().vendor()));
    }

    /** What the provider's own check found, each as a hop. */
    static List<PathFinding> providers(Walk walk) {
        boolean connected = walk.isConnected();
        return walk.provider().map(ProviderDiagnosis::of).orElse(List.of()).stream()
                .map(finding -> new PathFinding(
                        finding.check().name(),
                        finding.check().title(),
                        verdict(finding, connected),
                        finding.what(),
                        finding.remedy().isEmpty() ? Party.NOBODY : walk.path().provider(),
                        finding.remedy(),
                        List.of()))
                .toList();
    }

    /** Who is a principal matters to who asks, and cuts off nobody who is connected. */
    private static Verdict verdict(ProviderFinding finding, boolean connected) {
        boolean harmless = finding.check() == ProviderCheck.PV103 && finding.verdict() == Verdict.FAILED && connected;
        return harmless ? Verdict.WARNING : finding.verdict();
    }

    static PathFinding ports(Walk walk) {
        ProviderFacts facts = walk.provider().orElseThrow(() -> new NotSeenException("the provider's to see"));
        List<Integer> offered = facts.loadBalancers().stream()
                .flatMap(balancer -> balancer.listeners().stream())
                .map(ProviderFacts.Listener::port)
                .toList();
        List<String> missing = walk.path().ports().stream()
                .filter(port -> !offered.contains(port))
                .map(String::valueOf)
                .toList();
        return missing.isEmpty()
                ? PD502.passed("all have a listener")
                : PD502.failed(
                        "no listener on TCP %s".formatted(String.join(", ", missing)),
                        walk.path().provider(),
                        "add the listener, or correct ports in %s"
                                .formatted(walk.path().file()));
    }

    static PathFinding connect(Walk walk) {
        return tried(walk, PD503, here(walk).connects(), HereFacts.CONNECTED, false);
    }

    static PathFinding handshake(Walk walk) {
        return tried(walk, PD504, here(walk).handshakes(), HereFacts.TRUSTED, false);
    }

    static PathFinding ocsp(Walk walk) {
        return tried(walk, PD505, here(walk).connects(), HereFacts.CONNECTED, true);
    }

    private static HereFacts here(Walk walk) {
        return walk.facts().here().orElseThrow(() -> new NotSeenException("not tried"));
    }

    private static PathFinding tried(
            Walk walk, PathCheck check, SortedMap<String, String> all, String fine, boolean ocsp) {
        SortedMap<String, String> mine = new TreeMap<>(all);
        mine.keySet()
                .removeIf(address -> address.startsWith(OCSP) != ocsp
                        || !walk.path().hostnames().contains(address.substring(0, address.lastIndexOf(':'))));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> one : mine.entrySet()) {
            if (!one.getValue().equals(fine)) {
                wrong.add("%s: %s".formatted(one.getKey(), one.getValue()));
            }
        }
        return wrong.isEmpty()
                ? check.passed(mine.isEmpty() ? "nothing to try" : String.join(", ", mine.keySet()))
                : check.failed(
                        String.join("; ", wrong),
                        walk.path().provider(),
                        "where all before it passed, the provider's load balancer, targets or certificate are it");
    }
}
