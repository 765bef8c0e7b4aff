package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code customers/<id>.yaml}: one customer and its connections. */
final class CustomerFile {

    private static final String SUFFIX = ".yaml";

    private CustomerFile() {}

    static boolean isNamedLikeOne(String name) {
        return name.endsWith(SUFFIX);
    }

    /** The customer's id, from the file name. */
    static String idOf(String name) {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** The name of a customer's file. */
    static String nameOf(Identifier customer) {
        return customer + SUFFIX;
    }

    static Optional<Customer> read(String name, Mapping file, Optional<Network> network, Problems problems) {
        FormFindings forms =
                Schema.CUSTOMER.checkShape(file, problems, (mapping, key) -> isOfVendor(mapping, key, network));
        var id = problems.value(file, "id", ProblemCode.PL201, Identifier::parse);
        id.ifPresent(given -> requireName(given, name, problems));
        ConnectionReader reader = new ConnectionReader(network, problems);
        List<Connection> connections = file.mappings("connections").stream()
                .flatMap(connection -> reader.read(connection).stream())
                .toList();
        requireDistinct(
                file.mappings("connections").stream()
                        .flatMap(connection -> connection.text("id").stream())
                        .toList(),
                problems);
        forms.reportTo(problems);
        return id.map(given -> new Customer(given, connections));
    }

    /** A vendor does not publish the account of a service that it shares, and its customers need not know it. */
    private static boolean isOfVendor(Mapping connection, String missing, Optional<Network> network) {
        return missing.equals(Keys.AWS_ACCOUNT_ID.name())
                && connection
                        .text(Keys.SERVICE_NAME.name())
                        .filter(name -> network.stream()
                                .flatMap(known -> known.sharedServices().stream())
                                .anyMatch(shared ->
                                        shared.serviceName().toString().equals(name.value())))
                        .isPresent();
    }

    private static void requireName(Located<Identifier> id, String name, Problems problems) {
        if (!name.equals(id + SUFFIX)) {
            problems.report(
                    id.at(),
                    ProblemCode.PL201,
                    "the id \"%s\" does not match the file name %s".formatted(id, name),
                    "rename the file to %s%s, or correct the id".formatted(id, SUFFIX));
        }
    }

    /** Outputs are named after ids in PascalCase, and CloudFormation names must not differ only by case. */
    private static void requireDistinct(List<Located<String>> ids, Problems problems) {
        Map<String, Located<String>> byOutput = new HashMap<>();
        for (Located<String> id : ids) {
            String output = id.value().replace("-", "").toLowerCase(Locale.ROOT);
            Located<String> first = byOutput.putIfAbsent(output, id);
            if (first != null) {
                problems.report(
                        id.at(),
                        ProblemCode.PL202,
                        "the connection id \"%s\" has the same output names as \"%s\" in line %d"
                                .formatted(id, first, first.at().line()),
                        "choose another id for the connection that is not deployed yet");
            }
        }
    }
}
