package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The ids that a fleet folder has, read without judging it, so that a shell can offer them at once. What is no id is left
 * out, and so is every file that can't be read.
 *
 * @param folder the fleet folder
 */
public record KnownIds(Path folder) {

    /** Those of customers, as their files are named; sorted. */
    public List<String> customers() {
        try (Stream<Path> files = Files.list(folder.resolve(FleetFolder.CUSTOMERS))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(CustomerFile::isNamedLikeOne)
                    .map(CustomerFile::idOf)
                    .filter(id -> is(id, Identifier::parse))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Those of a customer's connections, in the order of its file. */
    public List<String> connections(String customer) {
        return Optional.of(customer).filter(id -> is(id, Identifier::parse)).stream()
                .flatMap(id -> content(FleetFolder.customerIn(folder, new Identifier(id))))
                .flatMap(file -> file.mappings("connections").stream())
                .flatMap(connection -> connection.text("id").stream())
                .map(Located::value)
                .filter(id -> is(id, Identifier::parse))
                .toList();
    }

    /** The Regions that have addresses, sorted. */
    public List<String> regions() {
        return regionsOfLedger()
                .flatMap(regions -> regions.keys().stream())
                .map(Located::value)
                .filter(code -> is(code, Region::parse))
                .sorted()
                .toList();
    }

    /** The AZ IDs that have addresses, sorted. */
    public List<String> zones() {
        return regionsOfLedger()
                .flatMap(regions -> regions.keys().stream().flatMap(key -> regions.mapping(key.value()).stream()))
                .flatMap(region -> region.mapping("subnets").stream())
                .flatMap(zones -> zones.keys().stream())
                .map(Located::value)
                .filter(zone -> is(zone, AvailabilityZoneId::parse))
                .sorted()
                .toList();
    }

    private Stream<Mapping> regionsOfLedger() {
        return content(FleetFolder.ledgerIn(folder)).flatMap(ledger -> ledger.mapping("regions").stream());
    }

    private static Stream<Mapping> content(Path file) {
        if (!Files.isRegularFile(file)) {
            return Stream.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return YamlReader.read(file.toString(), stream.readNBytes(FileText.LARGEST + 1), new Problems()).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean is(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return true;
        } catch (InvalidValueException not) {
            return false;
        }
    }
}
