package com.elementarydata.privatelink.diagnose;

import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV101;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV102;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV103;
import static com.elementarydata.privatelink.diagnose.ProviderCheck.PV104;

import com.elementarydata.privatelink.net.Elementary;
import java.util.List;
import java.util.stream.Collectors;

/** Who may use an endpoint service. */
final class ServiceChecks {

    private ServiceChecks() {}

    static ProviderFinding service(ProviderFacts facts) {
        return facts.state().equalsIgnoreCase("Available")
                ? PV101.passed(facts.serviceName())
                : PV101.failed("%s is %s".formatted(facts.serviceName(), facts.state()), "wait until it is Available");
    }

    static ProviderFinding acceptance(ProviderFacts facts) {
        return facts.acceptanceRequired()
                ? PV102.passed("required")
                : PV102.warning("not required: whoever is allowed is connected at once", "require acceptance");
    }

    static ProviderFinding principals(ProviderFacts facts) {
        List<String> principals = facts.allowedPrincipals();
        if (principals.contains("*")) {
            return PV103.failed("every AWS account may ask", "allow %s alone".formatted(elementary()));
        }
        if (principals.stream().noneMatch(arn -> arn.contains("::" + Elementary.ACCOUNT_ID + ":"))) {
            return PV103.failed("Elementary may not ask", "allow %s".formatted(elementary()));
        }
        return PV103.passed(String.join(", ", principals));
    }

    private static String elementary() {
        return "arn:aws:iam::%s:root".formatted(Elementary.ACCOUNT_ID);
    }

    static ProviderFinding connections(ProviderFacts facts) {
        List<ProviderFacts.Connection> ours = facts.connections().stream()
                .filter(connection -> connection.owner().equals(Elementary.ACCOUNT_ID))
                .toList();
        if (ours.isEmpty()) {
            return PV104.unknown("Elementary has not asked yet", "send the handoff document");
        }
        String states = ours.stream()
                .map(connection -> "%s %s".formatted(connection.endpointId(), connection.state()))
                .collect(Collectors.joining(", "));
        if (ours.stream().anyMatch(connection -> connection.state().equalsIgnoreCase("pendingAcceptance"))) {
            return PV104.warning(
                    states, "bin/privatelink provider accept --service-name %s".formatted(facts.serviceName()));
        }
        return ours.stream().anyMatch(connection -> connection.state().equalsIgnoreCase("available"))
                ? PV104.passed(states)
                : PV104.failed(states, "ask Elementary to connect again");
    }
}
