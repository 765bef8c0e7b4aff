package com.elementarydata.privatelink.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of the CDK CLI for some customers, to be pasted where the user is.
 *
 * @param folder the fleet folder; empty where it is not known, as for facts recorded elsewhere
 * @param customers the ids that were asked for; none for all customers
 */
public record CdkCommands(Optional<Path> folder, List<String> customers) {

    /** The commands for a fleet folder. */
    public static CdkCommands of(Path folder, List<String> customers) {
        return new CdkCommands(Optional.of(folder), customers);
    }

    /** The commands for whoever knows where the fleet folder is. */
    public static CdkCommands ofUnknownFolder() {
        return new CdkCommands(Optional.empty(), List.of());
    }

    /** Shows what a deployment of some stacks would change; of all where none is named. */
    public String diff(String... stacks) {
        return command("diff", Stream.of(stacks), Stream.empty());
    }

    /** Deploys all stacks that are defined. */
    public String deploy() {
        return deploy(List.of("--all"));
    }

    /** Deploys some stacks, and those that they depend on. */
    public String deploy(List<String> stacks) {
        return command("deploy", stacks.stream(), Stream.of("--outputs-file", "outputs.json"));
    }

    /**
     * Deploys some stacks, and those that they depend on, without a file of outputs. Stacks of names have no outputs, and
     * the file would lose those of the endpoints.
     */
    public String redeploy(String... stacks) {
        return command("deploy", Stream.of(stacks), Stream.empty());
    }

    /** Has a stack take resources over, which a resource mapping file identifies. */
    public String importInto(String stack, String mappingFile) {
        return command("import", Stream.of(stack), Stream.of("--resource-mapping", mappingFile));
    }

    /** The commands for one customer, by its id. */
    public CdkCommands forCustomer(String customer) {
        return new CdkCommands(folder, List.of(customer));
    }

    private String command(String verb, Stream<String> stacks, Stream<String> options) {
        Optional<ProjectFolder> project = folder.flatMap(ProjectFolder::of);
        return project.map(ProjectFolder::before).orElse("")
                + Quoted.command(Stream.of(Stream.of("npx", "cdk", verb), stacks, context(project), options)
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    /** What the app is given besides its defaults. */
    private Stream<String> context(Optional<ProjectFolder> project) {
        Stream<String> fleet = folder
                .map(named -> project.map(one -> one.shortest(named))
                        .orElse(named.toAbsolutePath().normalize().toString()))
                .filter(path -> !path.equals(FleetSearch.BELOW))
                .map("stacks="::concat)
                .stream();
        Stream<String> chosen = customers.isEmpty() ? Stream.empty() : Stream.of(String.join(",", customers));
        return Stream.concat(fleet, chosen.map("customers="::concat)).flatMap(value -> Stream.of("-c", value));
    }
}
