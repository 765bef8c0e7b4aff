package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.FleetFiles;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Ledger;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.net.KnownRegions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a fleet: {@code network.yaml}, the ledger, and one file per customer. */
public final class FleetFolder {

    static final String CUSTOMERS = "customers";
    private static final String RENAME = "rename it to <id>.yaml, or move it out of the folder";

    private final Path folder;
    private final Map<Path, String> changed;
    private final List<Problem> problems = new ArrayList<>();

    private FleetFolder(Path folder, Map<Path, String> changed) {
        this.folder = folder;
        this.changed = changed;
    }

    /**
     * Reads a folder, in the order of the file names.
     *
     * @param folder its path, as messages name it
     */
    public static FleetFiles read(Path folder) {
        return readWith(folder, Map.of());
    }

    /**
     * Reads a folder as it would be with some of its files changed or added; messages name those by their own paths
     * too.
     *
     * @param folder its path, as messages name it
     * @param changed the files' contents
     */
    public static FleetFiles readWith(Path folder, Map<Path, String> changed) {
        return new FleetFolder(folder, changed).content();
    }

    /** The path of a customer's file in a folder. */
    public static Path customerIn(Path folder, Identifier customer) {
        return folder.resolve(CUSTOMERS).resolve(CustomerFile.nameOf(customer));
    }

    /** The path of a folder's ledger. */
    public static Path ledgerIn(Path folder) {
        return folder.resolve(LedgerFile.NAME);
    }

    /** The regular files that a fleet is read from, without what is hidden. */
    static List<Path> filesOf(Path folder) {
        Stream<Path> fixed = Stream.of(folder.resolve(NetworkFile.NAME), ledgerIn(folder));
        try (Stream<Path> customers = Files.list(folder.resolve(CUSTOMERS))) {
            return Stream.concat(fixed, customers.filter(path -> !isHidden(path)))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private FleetFiles content() {
        Optional<Network> network = file(folder.resolve(NetworkFile.NAME), NetworkFile::read);
        List<Customer> customers = new ArrayList<>();
        SortedMap<String, String> customerFiles = new TreeMap<>();
        Map<String, Path> names = new HashMap<>();
        for (Path path : customerPaths()) {
            String name = path.getFileName().toString();
            customerFiles.put(
                    CustomerFile.isNamedLikeOne(name) ? CustomerFile.idOf(name) : path.toString(), path.toString());
            requireDistinct(path, names.putIfAbsent(name.toLowerCase(Locale.ROOT), path));
            customer(path, name, network).ifPresent(customers::add);
        }
        Ledger ledger = ledger(network.map(Network::regions).orElse(KnownRegions.USUAL));
        return new FleetFiles(
                network,
                ledger,
                customerFiles,
                customers,
                problems.stream().sorted().toList());
    }

    /** On file systems that ignore case, as on Windows and macOS, one of two such files would vanish. */
    private void requireDistinct(Path path, @Nullable Path other) {
        if (other != null) {
            report(
                    path,
                    ProblemCode.PL310,
                    "the names of this file and %s differ only by case".formatted(other.getFileName()),
                    "delete one");
        }
    }

    private Optional<Customer> customer(Path path, String name, Optional<Network> network) {
        if (CustomerFile.isNamedLikeOne(name) && !Files.isDirectory(path)) {
            return file(path, (file, found) -> CustomerFile.read(name, file, network, found));
        }
        report(path, ProblemCode.PL101, "this is not a customer file", RENAME);
        return Optional.empty();
    }

    private void report(Path path, ProblemCode code, String what, String remedy) {
        problems.add(new Problem(Position.ofFile(path.toString()), code, what, remedy));
    }

    /** A fleet begins without a ledger, which the first allocation writes; a dangling link is not such an absence. */
    private Ledger ledger(KnownRegions regions) {
        Path path = ledgerIn(folder);
        Ledger none = Ledger.empty(path.toString());
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS) && !changed.containsKey(path)) {
            return none;
        }
        return file(path, (file, found) -> Optional.of(LedgerFile.read(path.toString(), file, found, regions)))
                .orElse(none);
    }

    private <T> Optional<T> file(Path path, BiFunction<Mapping, Problems, Optional<T>> reader) {
        Problems found = new Problems();
        Optional<T> read = bytes(path)
                .flatMap(content -> YamlReader.read(path.toString(), content, found))
                .flatMap(file -> reader.apply(file, found));
        problems.addAll(found.sorted());
        return read;
    }

    private Optional<byte[]> bytes(Path path) {
        try {
            if (Files.exists(path) && !isFileWithin(path)) {
                report(path, ProblemCode.PL403, "this is not a file of the fleet folder", "put the file itself here");
                return Optional.empty();
            }
            String change = changed.get(path);
            if (change != null) {
                return Optional.of(change.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream content = Files.newInputStream(path)) {
                return Optional.of(content.readNBytes(FileText.LARGEST + 1));
            }
        } catch (IOException unreadable) {
            FileFailure failure = FileFailure.of(unreadable);
            boolean absent = Files.notExists(path);
            String what = absent ? "the file does not exist" : "the file can't be read: " + failure.why();
            String remedy = absent ? "create it as in the example fleet, or name another folder" : failure.remedy();
            report(path, ProblemCode.PL101, what, remedy);
            return Optional.empty();
        }
    }

    /** Neither a device nor a pipe, nor a link to somewhere else. */
    private boolean isFileWithin(Path path) throws IOException {
        return Files.isRegularFile(path) && path.toRealPath().startsWith(folder.toRealPath());
    }

    private List<Path> customerPaths() {
        Path customers = folder.resolve(CUSTOMERS);
        try (Stream<Path> listed = Files.list(customers)) {
            Stream<Path> added = changed.keySet().stream().filter(path -> customers.equals(path.getParent()));
            return Stream.concat(listed, added)
                    .filter(path -> !isHidden(path))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            String what = "the folder of customer files can't be read: "
                    + FileFailure.of(unreadable).why();
            report(customers, ProblemCode.PL101, what, "create it, or name another fleet");
            return List.of();
        }
    }
}
