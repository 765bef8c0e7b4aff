package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.command.FleetSearch;
import com.elementarydata.privatelink.command.Program;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The fleet folder that a verb works on. */
final class FleetOption {

    static final String NAME = "--stacks";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = FleetOption.NAME,
            paramLabel = "DIR",
            description =
                    "The fleet folder. By default the nearest one with a network.yaml: the working directory or its"
                            + " stacks/, or those of a directory above; else what the variable PRIVATELINK_STACKS names.")
    private @Nullable Path folder;

    /** The folder, as a path as short as possible from the working directory. */
    Path folder() {
        if (folder == null) {
            folder = found();
            verb.commandLine().getErr().println("fleet folder: %s".formatted(folder.toAbsolutePath()));
        }
        return folder;
    }

    /** The folder where none is named. */
    static Optional<Path> findable() {
        return FleetSearch.nearest()
                .or(() -> Optional.ofNullable(System.getenv(FleetSearch.VARIABLE))
                        .filter(named -> !named.isBlank())
                        .map(Path::of));
    }

    private static Path found() {
        return findable()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.USAGE,
                        List.of(
                                "no fleet: neither network.yaml nor stacks/network.yaml is in %s or above; name the fleet folder with --stacks or %s, or begin one: %s init DIR"
                                        .formatted(
                                                Path.of("").toAbsolutePath(), FleetSearch.VARIABLE, Program.name()))));
    }

    /** Takes another folder where none was named, in place of the nearest one. */
    void byDefault(Path other) {
        folder = folder != null ? folder : other;
    }

    CheckedFleet read() {
        return CheckedFleet.of(FleetFolder.read(folder()));
    }

    /** The network alone, whatever is wrong with customers' files. */
    Network network() {
        CheckedFleet checked = read();
        return checked.fleet()
                .orElseThrow(() -> Refusal.of(checked.errorsFor(List.of())))
                .network();
    }
}
