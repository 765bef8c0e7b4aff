package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.judge.ServiceOwner;
import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.HereFacts;
import com.elementarydata.privatelink.observed.NotSeenException;
import com.elementarydata.privatelink.observed.ProviderFacts;
import com.elementarydata.privatelink.operation.provider.ProviderCheck;
import com.elementarydata.privatelink.operation.provider.ProviderDiagnosis;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What is behind the endpoint service: seen only with the provider's help, or tried from within production. */
final class FarSide {

    private static final String BEHIND =
            "if every hop before it passed, check the provider's load balancer, targets and certificate";

    private static final String SILENT =
            "; if connections open and are cut after 350 seconds without traffic, have clients send TCP keepalives sooner";

    private static final String OCSP = "ocsp.";

    private FarSide() {}

    static Finding provider(Walk walk) {
        if (walk.provider().isPresent()) {
            return PathCheck.PROVIDER_SIDE.passed("as the customer's provider check saw it");
        }
        ServiceOwner owner = ServiceOwner.of(walk.path());
        return owner.isCustomer()
                ? PathCheck.PROVIDER_SIDE
                        .unknown(
                                "the load balancer and targets are the customer's: have it run this, and pass its output"
                                        + " to --provider")
                        .typing(PrivatelinkCommands.check(
                                walk.path().serviceName(), walk.path().ports()))
                : PathCheck.PROVIDER_SIDE.unknown(
                        "only %s can see what is behind the service".formatted(owner.support()));
    }

    /** What the provider's own check found, each as a hop. Who is no principal may not ask, but stays connected. */
    static List<Finding> providers(Walk walk) {
        boolean connected = walk.isConnected();
        List<Integer> ports = walk.path().ports();
        return walk.provider().map(facts -> ProviderDiagnosis.of(facts, ports)).orElse(List.of()).stream()
                .map(finding ->
                        connected && finding.isBlamed() && finding.code().equals(ProviderCheck.PRINCIPALS.code())
                                ? finding.asWarning()
                                : finding)
                .toList();
    }

    static Finding ports(Walk walk) {
        ProviderFacts facts = walk.provider().orElseThrow(() -> new NotSeenException("only the provider can see it"));
        List<String> missing = walk.path().ports().stream()
                .filter(port -> !facts.ports().contains(port))
                .map(String::valueOf)
                .toList();
        return missing.isEmpty()
                ? PathCheck.PORTS.passed("all have a listener")
                : PathCheck.PORTS.failed(
                        "no listener on TCP %s".formatted(String.join(", ", missing)),
                        ServiceOwner.of(walk.path()).party(),
                        "add the listener, or correct ports in %s"
                                .formatted(walk.path().file()));
    }

    static Finding connect(Walk walk) {
        return tried(
                walk,
                PathCheck.CONNECT_FROM_HERE,
                names(walk, here(walk).connects(), false),
                HereFacts.CONNECTED,
                BEHIND + SILENT);
    }

    static Finding handshake(Walk walk) {
        return tried(
                walk, PathCheck.TLS_FROM_HERE, names(walk, here(walk).handshakes(), false), HereFacts.TRUSTED, BEHIND);
    }

    static Finding ocsp(Walk walk) {
        return tried(
                walk, PathCheck.OCSP_FROM_HERE, names(walk, here(walk).connects(), true), HereFacts.CONNECTED, BEHIND);
    }

    private static HereFacts here(Walk walk) {
        return walk.facts().here().orElseThrow(() -> new NotSeenException("not tried"));
    }

    /** Of all that was tried, what concerns the connection: responders of OCSP, or everything else. */
    private static SortedMap<String, String> names(Walk walk, SortedMap<String, String> all, boolean ocsp) {
        return Maps.filterKeys(
                all,
                address -> address.startsWith(OCSP) == ocsp
                        && walk.path().hostnames().contains(address.substring(0, address.lastIndexOf(':'))));
    }

    private static Finding tried(Walk walk, Check check, SortedMap<String, String> tried, String fine, String remedy) {
        String wrong = tried.entrySet().stream()
                .filter(one -> !one.getValue().equals(fine))
                .map(one -> "%s: %s".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; "));
        return wrong.isEmpty()
                ? check.passed(tried.isEmpty() ? "nothing to try" : String.join(", ", tried.keySet()))
                : check.failed(wrong, ServiceOwner.of(walk.path()).party(), remedy);
    }
}
