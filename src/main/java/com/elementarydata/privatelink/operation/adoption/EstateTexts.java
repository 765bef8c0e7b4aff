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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<String> ofSnowflake = names.stream()
                .filter(name -> EstateOwners.snowflakeAccount(name).isPresent())
                .toList();
        List<String> workspaces =
                names.stream().filter(name -> name.endsWith(DATABRICKS)).toList();
        List<String> comments = new ArrayList<>();
        List<Hostname> others = names.stream()
                .filter(name -> !ofSnowflake.contains(name) && !workspaces.contains(name))
                .flatMap(name -> offered(name, comments).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        leaveOutLackingBases(others, comments);
        List<EstateText> texts = new ArrayList<>(EstateSnowflake.of(connection, ofSnowflake, estate));
        workspaces.forEach(host -> databricks(connection, host, estate).ifPresent(texts::add));
        if (!others.isEmpty()) {
            service(connection, others, comments, estate).ifPresent(texts::add);
        } else if (!texts.isEmpty()) {
            texts.set(0, texts.get(0).saying(comments));
        }
        return texts;
    }

    private static Optional<EstateText> databricks(EstateConnection connection, String host, Estate estate) {
        ConnectionText text = new ConnectionText(Databricks.INTEGRATION);
        text.write(Keys.REGION, List.of(connection.found().serviceRegion()), EstateText.ORIGIN);
        text.write(
                EstateText.key(Databricks.INTEGRATION, "workspaceUrl"), List.of("https://" + host), EstateText.ORIGIN);
        return EstateText.of(text, connection, estate, List.of(), "lakehouse");
    }

    private static Optional<EstateText> service(
            EstateConnection connection, List<Hostname> hostnames, List<String> comments, Estate estate) {
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

    /** A name that a customer's file can have. */
    private static Optional<Hostname> offered(String name, List<String> comments) {
        try {
            Hostname hostname = OfferedNames.parse(name);
            if (Stream.concat(OfferedNames.SHARED_DOMAINS.stream(), Stream.of(OfferedNames.ELEMENTARYS_DOMAIN))
                    .noneMatch(hostname.withoutWildcard()::isAtOrBelow)) {
                return Optional.of(hostname);
            }
            comments.add("%s leads here, too, and is left out: it is of no customer alone".formatted(name));
        } catch (InvalidValueException refused) {
            comments.add("%s leads here, too, and is left out: %s".formatted(name, refused.what()));
        }
        return Optional.empty();
    }

    private static void leaveOutLackingBases(List<Hostname> hostnames, List<String> comments) {
        hostnames.removeIf(name -> OfferedNames.lacksBase(name, hostnames)
                && comments.add("%s is left out: %s"
                        .formatted(name, OfferedNames.lackingBase(name).what())));
    }

    private static List<Integer> ports(EstateConnection connection, Estate estate) {
        return estate.facts().in(connection.region()).stream()
                .flatMap(region -> connection.found().endpoint().securityGroupIds().stream()
                        .flatMap(group -> Optional.ofNullable(region.groups().get(group)).stream()))
                .flatMap(group -> group.ports().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
