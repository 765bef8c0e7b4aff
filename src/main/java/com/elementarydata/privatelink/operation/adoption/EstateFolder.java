package com.elementarydata.privatelink.operation.adoption;

import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.config.LedgerFile;
import com.elementarydata.privatelink.config.NetworkText;
import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet folder that describes an estate. */
public final class EstateFolder {

    private final Estate estate;
    private final EstateRegions regions;

    private EstateFolder(Estate estate) {
        this.estate = estate;
        regions = EstateRegions.of(estate);
    }

    /** Of an estate. */
    public static EstateFolder of(Estate estate) {
        return new EstateFolder(estate);
    }

    /** What {@code network.yaml} says of a production VPC. */
    public NetworkText network() {
        return new EstateNetwork(estate.facts(), regions).network();
    }

    /** Why VPCs with endpoints cannot be adopted, by their ids. */
    public SortedMap<String, String> obstacles() {
        return regions.reasons();
    }

    /**
     * Writes it, if all of the estate was read.
     *
     * @param folder a new or an empty folder
     * @return the files
     */
    public List<Path> write(Path folder) {
        requireEmpty(folder);
        if (!estate.notRead().isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.AWS,
                    List.of("nothing was written to %s, as not all could be read; see the lines of \"not read\""
                            .formatted(folder)));
        }
        SortedMap<Path, String> contents = new TreeMap<>();
        contents.put(folder.resolve("network.yaml"), new EstateNetwork(estate.facts(), regions).text());
        contents.put(FleetFolder.ledgerIn(folder), LedgerFile.textOf(regions.ledger()));
        byCustomer().forEach((customer, connections) -> {
            String text = customer(customer, connections);
            if (!text.isEmpty()) {
                contents.put(FleetFolder.customerIn(folder, Identifier.parse(customer)), text);
            }
        });
        try {
            Files.createDirectories(folder.resolve("customers"));
        } catch (IOException uncreatable) {
            throw Refusal.of("%s can't be created".formatted(folder.resolve("customers")));
        }
        WholeFiles.write(contents);
        return List.copyOf(contents.keySet());
    }

    /** Refuses a folder that something is in already. */
    public static void requireEmpty(Path folder) {
        if (folder.toString().isBlank()) {
            throw Refusal.of("--write has no value; name a new folder");
        }
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
            if (files.findAny().isPresent()) {
                throw Refusal.of("%s is not empty; name a new folder".formatted(folder));
            }
        } catch (IOException unreadable) {
            throw Refusal.of("%s can't be read; name a new folder".formatted(folder));
        }
    }

    private SortedMap<String, List<EstateConnection>> byCustomer() {
        return estate.connections().stream()
                .collect(Collectors.groupingBy(EstateConnection::customer, TreeMap::new, Collectors.toList()));
    }

    private String customer(String customer, List<EstateConnection> connections) {
        StringBuilder written = new StringBuilder();
        StringBuilder leftOut = new StringBuilder();
        Set<String> ids = new HashSet<>();
        for (EstateConnection connection : connections) {
            String endpoint = connection.found().endpoint().id();
            List<EstateText> texts =
                    regions.obstacle(connection).isEmpty() ? EstateTexts.of(connection, estate) : List.of();
            texts.forEach(text -> written.append(entry(text, ids)));
            if (texts.isEmpty()) {
                leftOut.append("# %s is left out: %s\n"
                        .formatted(
                                endpoint,
                                regions.obstacle(connection).orElse("no name of this customer's own leads to it")));
            }
        }
        return written.isEmpty()
                ? ""
                : "# yaml-language-server: $schema=../customer.schema.json\n%sid: %s\nconnections:\n%s"
                        .formatted(leftOut, customer, written);
    }

    private static String entry(EstateText text, Set<String> ids) {
        String id = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? text.name() : text.name() + "-" + number)
                .filter(ids::add)
                .findFirst()
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        text.comments().forEach(comment -> lines.add("  # " + comment));
        String keys = text.text().id(id).lines().stream()
                .map(ConnectionText.Line::text)
                .collect(Collectors.joining("\n    "));
        lines.add("  - " + keys);
        return String.join("\n", lines) + "\n";
    }
}
