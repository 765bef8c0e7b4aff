package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.integration.OfferedNames;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.observed.EstateFacts.FoundEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer's file says of an endpoint and the names that lead to it. */
final class EstateTexts {

    private static final String DATABRICKS = ".cloud.databricks.com";
    private static final String UNKNOWN_ACCOUNT = "000000000000";
    private static final int HTTPS = 443;

    private EstateTexts() {}

    /** The connections that an endpoint's names are written as: one for each account or workspace of a vendor's. */
    static List<EstateText> of(EstateConnection connection, Estate estate) {
        List<String> names =
                connection.names().stream().map(EstateName::hostname).distinct().toList();
        List<String> accounts = names.stream()
                .flatMap(name -> EstateOwners.snowflakeAccount(name).stream())
                .distinct()
                .toList();
        if (!accounts.isEmpty()) {
            return EstateSnowflake.of(connection, names, estate);
        }
        List<String> workspaces =
                names.stream().filter(name -> name.endsWith(DATABRICKS)).toList();
        if (!workspaces.isEmpty()) {
            return workspaces.stream()
                    .flatMap(host -> databricks(connection, host, estate).stream())
                    .toList();
        }
        return service(connection, names, estate).stream().toList();
    }

    private static Optional<EstateText> databricks(EstateConnection connection, String host, Estate estate) {
        ConnectionText text = new ConnectionText(Databricks.INTEGRATION);
        text.write(Keys.REGION, List.of(connection.found().serviceRegion()), EstateText.ORIGIN);
        text.write(
                EstateText.key(Databricks.INTEGRATION, "workspaceUrl"), List.of("https://" + host), EstateText.ORIGIN);
        return EstateText.of(text, connection, estate, List.of(), "lakehouse");
    }

    private static Optional<EstateText> service(EstateConnection connection, List<String> names, Estate estate) {
        List<String> comments = new ArrayList<>();
        List<Hostname> hostnames = hostnames(names, comments);
        if (hostnames.isEmpty()) {
            return Optional.empty();
        }
        FoundEndpoint found = connection.found();
        String service = found.endpoint().serviceName();
        String owner = Optional.ofNullable(estate.facts().owners().get(service)).orElse(UNKNOWN_ACCOUNT);
        if (owner.equals(UNKNOWN_ACCOUNT)) {
            comments.add("awsAccountId: AWS does not say who owns the service; fill it in");
        }
        List<Integer> ports = ports(connection, estate);
        if (ports.isEmpty()) {
            comments.add("ports: the security groups do not say which; fill them in");
        }
        ConnectionText text = new ConnectionText(TcpService.INTEGRATION);
        text.write(Keys.REGION, List.of(found.serviceRegion()), EstateText.ORIGIN);
        text.write(Keys.AWS_ACCOUNT_ID, List.of(owner), EstateText.ORIGIN);
        text.write(Keys.SERVICE_NAME, List.of(service), EstateText.ORIGIN);
        text.write(Keys.HOSTNAMES, hostnames, EstateText.ORIGIN);
        text.write(Keys.PORTS, ports.isEmpty() ? List.of(HTTPS) : ports, EstateText.ORIGIN);
        String name = hostnames.get(0).withoutWildcard().value().replaceAll("\\..*", "");
        return EstateText.of(
                text, connection, estate, comments, EstateOwners.id(name).orElse("service"));
    }

    private static List<Hostname> hostnames(List<String> names, List<String> comments) {
        List<Hostname> hostnames = new ArrayList<>();
        for (String name : names) {
            try {
                hostnames.add(OfferedNames.parse(name));
            } catch (InvalidValueException refused) {
                comments.add("%s leads here, and is left out: %s".formatted(name, refused.what()));
            }
        }
        hostnames.removeIf(name -> OfferedNames.lacksBase(name, hostnames)
                && comments.add("%s is left out: %s"
                        .formatted(name, OfferedNames.lackingBase(name).what())));
        return hostnames;
    }

    private static List<Integer> ports(EstateConnection connection, Estate estate) {
        return estate.facts().in(connection.region()).stream()
                .flatMap(region -> connection.found().endpoint().securityGroupIds().stream()
                        .flatMap(group -> Optional.ofNullable(region.ports().get(group)).stream()))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
