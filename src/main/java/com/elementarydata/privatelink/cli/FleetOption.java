package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.command.ProjectFolder;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The fleet folder that a verb works on. */
final class FleetOption {

    @Option(
            names = "--stacks",
            paramLabel = "DIR",
            description = "The fleet folder. By default stacks/ of this project.")
    private @Nullable Path folder;

    /** The folder, as a path as short as possible from the working directory. */
    Path folder() {
        return folder != null ? folder : ProjectFolder.resolve("stacks");
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
