package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.model.Identifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands of the CDK CLI for some customers, to be pasted in the project's folder.
 *
 * @param folder the fleet folder
 * @param customers the ids that were asked for; none for all customers
 */
record CdkCommands(Path folder, List<String> customers) {

    String diff(String... stacks) {
        return command("diff", Stream.of(stacks), Stream.empty());
    }

    /** Deploys all stacks that are defined. */
    String deploy() {
        return command("deploy", Stream.of("--all"), Stream.of("--outputs-file", "outputs.json"));
    }

    /** Deploys some stacks, and those that they depend on. */
    String deploy(List<String> stacks) {
        return command("deploy", stacks.stream(), Stream.of("--outputs-file", "outputs.json"));
    }

    /** Deploys stacks of names. They have no outputs, and a file of outputs would lose those of the endpoints. */
    String deployNames(List<String> stacks) {
        return command("deploy", stacks.stream(), Stream.empty());
    }

    /** The commands for one customer. */
    CdkCommands forCustomer(Identifier customer) {
        return new CdkCommands(folder, List.of(customer.value()));
    }

    private String command(String verb, Stream<String> stacks, Stream<String> options) {
        return Stream.of(Stream.of("npx", "cdk", verb), stacks, context(), options)
                .flatMap(words -> words)
                .map(Quoted::of)
                .collect(Collectors.joining(" "));
    }

    /** What the app is told besides its defaults. It runs in the project's folder, wherever the user is. */
    private Stream<String> context() {
        Path home = ProjectFolder.path().normalize();
        Path absolute = folder.toAbsolutePath().normalize();
        Stream<String> other = absolute.equals(home.resolve("stacks"))
                ? Stream.empty()
                : Stream.of("-c", "stacks=" + (absolute.startsWith(home) ? home.relativize(absolute) : absolute));
        Stream<String> chosen =
                customers.isEmpty() ? Stream.empty() : Stream.of("-c", "customers=" + String.join(",", customers));
        return Stream.concat(other, chosen);
    }
}
