package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.integration.Preset;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Markdown;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.SharedService;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as the templates of runbooks see it: each method is a name that they may use.
 *
 * @param network Elementary's side
 * @param owned the connection
 * @param deployed what is known of its deployment
 */
record RunbookSection(Network network, CustomerConnection owned, DeployedConnection deployed) {

    /** The placeholder for an endpoint's id. */
    static final String NOT_DEPLOYED = "<endpoint id: after deployment>";

    /** Seconds after which an endpoint cuts a connection, which cannot be changed. */
    private static final int LONGEST_SILENCE = 350;

    private static final String PRIVATELINK = ".privatelink";

    private Connection of() {
        return owned.connection();
    }

    /** The name of the template: one for vendors' shared services, one for all presets, one for each other integration. */
    String template() {
        if (shared().isPresent()) {
            return "vendor";
        }
        return of().integration().preset().isPresent() ? "preset" : integration();
    }

    String integration() {
        return of().integration().key();
    }

    String product() {
        return of().integration().title();
    }

    String heading() {
        return "%s: %s".formatted(owned.name(), product());
    }

    /** None or one. */
    List<Preset> preset() {
        return of().integration().preset().stream().toList();
    }

    private Optional<SharedService> shared() {
        return network.shared(of().address().serviceName().value());
    }

    /** Who runs a service that is shared. */
    String vendor() {
        return shared().map(SharedService::vendor).orElse("");
    }

    /** None for a TCP connection, or one. */
    List<String> healthCheck() {
        return of().integration().healthProbe().stream()
                .map(probe -> "%s at `%s`%s"
                        .formatted(
                                probe.protocol(),
                                probe.path(),
                                probe.port().map(port -> " on port " + port).orElse("")))
                .toList();
    }

    /** Whether connections may be silent for longer than an endpoint keeps them. */
    boolean longIdle() {
        return of().integration().tcpIdleTimeout() > LONGEST_SILENCE;
    }

    /** The target of links to the heading. */
    String anchor() {
        return heading().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    String region() {
        return of().serviceRegion().code();
    }

    String endpointRegion() {
        return of().endpointRegion(network.production()).code();
    }

    boolean crossRegion() {
        return of().connectivity() == Connectivity.CROSS_REGION;
    }

    boolean prepared() {
        return !of().isNamed();
    }

    String serviceName() {
        return of().address().serviceName().toString();
    }

    String serviceId() {
        return of().address().serviceName().value().serviceId();
    }

    List<String> hostnames() {
        return of().address().names().stream().map(Hostname::value).toList();
    }

    boolean severalHostnames() {
        return hostnames().size() > 1;
    }

    /** The one that has no wildcard. */
    String hostname() {
        return of().address().names().get(0).withoutWildcard().value();
    }

    boolean subdomainIsolation() {
        return of().address().names().stream().anyMatch(Hostname::isWildcard);
    }

    List<String> ports() {
        return of().address().ports().stream().map(Port::toString).toList();
    }

    String portList() {
        return String.join(",", ports());
    }

    boolean severalPorts() {
        return ports().size() > 1;
    }

    /** None or one. */
    List<String> awsAccountId() {
        return of().awsAccountId().stream().map(AccountId::toString).toList();
    }

    String principal() {
        return "arn:%s:iam::%s:root".formatted(of().serviceRegion().partition(), network.account());
    }

    /** What clients of Snowflake's log in to. */
    String accountIdentifier() {
        return of().address().account().orElse("");
    }

    /** The account as Snowflake Support knows it. */
    String snowflakeAccount() {
        String identifier = accountIdentifier();
        return identifier.endsWith(PRIVATELINK)
                ? identifier.substring(0, identifier.length() - PRIVATELINK.length())
                : identifier;
    }

    /** Whether the account is named by its organization. */
    boolean regionless() {
        return snowflakeAccount().contains("-") && !snowflakeAccount().contains(".");
    }

    String endpointId() {
        return Markdown.code(deployed.endpointId().orElse(NOT_DEPLOYED));
    }

    /** None or one. */
    List<String> state() {
        return deployed.state().stream().map(Markdown::code).toList();
    }

    /** What goes between the brackets of the steps. */
    Map<String, String> done() {
        return Map.of(
                "endpoint", tick(deployed.endpointId().isPresent()),
                "accepted", tick(deployed.isAccepted()),
                "available", tick(deployed.isAvailable()),
                "dns", tick(deployed.dnsActive()));
    }

    private static String tick(boolean done) {
        return done ? "x" : " ";
    }
}
